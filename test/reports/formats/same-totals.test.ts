// Every format says the same: the totals read out of what it prints are those of the model. A format without a reader here fails.
import { expect, test } from 'vitest';
import { reportFormats } from '../../../src/reports/formats/index.ts';
import { REPORT_FACETS, totalRows } from '../../../src/reports/report/report-words.ts';
import { HOUSE } from '../../letters/sample-letter.ts';
import { caseReport, reportsOf } from '../reports.ts';
import { totalsIn } from './readers.ts';

const report = caseReport();

async function octetsOf(name: string): Promise<Uint8Array> {
  const format = reportFormats.find((one) => one.name === name);
  const render = await format?.load();
  const parts: Uint8Array[] = [];
  for await (const piece of render?.(reportsOf(report), { machine: true, house: HOUSE }) ?? [])
    parts.push(typeof piece === 'string' ? Buffer.from(piece) : Uint8Array.from(piece));
  return Buffer.concat(parts);
}

/** Read by poppler: test/lab/report-pages.test.ts. */
const BY_OTHERS = ['pdf'];
const NAMES = reportFormats.map(({ name }) => name);

test.each(NAMES.filter((name) => !BY_OTHERS.includes(name)))('%s has the totals of the model', async (name) => {
  const read = totalsIn[name];
  if (read === undefined) throw new Error(`readers.ts has no reader for ${name}`);
  const found = await read(await octetsOf(name));
  expect(found).toEqual(
    Object.fromEntries(
      totalRows(report.totals).map(({ facet, met, unmet, unknown }) => [facet, { met, unmet, unknown }]),
    ),
  );
});

test.each(NAMES)('%s comes out the same twice', async (name) => {
  expect(Buffer.compare(await octetsOf(name), await octetsOf(name))).toBe(0);
});

test('totals add up to the names ordered', () => {
  const rows = totalRows(report.totals);
  expect(rows.map(({ facet }) => facet)).toEqual(REPORT_FACETS);
  for (const { met, unmet, unknown, notOrdered, released, notListed, whole } of rows)
    expect(met + unmet + unknown + notOrdered + released + notListed).toBe(whole);
  const more = totalRows({ ...report.totals, ordered: 90 });
  expect(more[0]).toMatchObject({ notListed: 0, whole: 98 });
});
