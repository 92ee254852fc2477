// For each format of a report, how its totals are read out of the octets, as a reader of it would: one entry a format.
import { strFromU8, unzipSync } from 'fflate';
import { REPORT_FACETS } from '../../../src/reports/report/report-words.ts';

type Figures = { readonly met: number; readonly unmet: number; readonly unknown: number };
export type TotalsFound = Readonly<Record<string, Figures>>;
type Reader = (octets: Uint8Array) => TotalsFound | Promise<TotalsFound>;

const textOf = (octets: Uint8Array) => Buffer.from(octets).toString('utf8');

function each(of: (facet: (typeof REPORT_FACETS)[number]) => Figures): TotalsFound {
  return Object.fromEntries(REPORT_FACETS.map((facet) => [facet, of(facet)]));
}

/** Counts a column of a table whose rows are names. */
export function counted(titles: readonly string[], rows: readonly (readonly string[])[]): TotalsFound {
  return each((facet) => {
    const column = titles.indexOf(facet);
    const count = (answer: string) => rows.filter((row) => row[column] === answer).length;
    return { met: count('met'), unmet: count('unmet'), unknown: count('unknown') };
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The cells of a sheet of a workbook that is unzipped, by the name of the sheet; an empty cell is an empty text. */
export function sheetIn(parts: Readonly<Record<string, string>>, title: string): readonly (readonly string[])[] {
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);
  const text = parts[`xl/worksheets/sheet${names.indexOf(title) + 1}.xml`] ?? '';
  return [...text.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: string[] = [];
    for (const [, letters = '', inside = ''] of row.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(.*?)<\/c>/gs)) {
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      while (cells.length < column) cells.push('');
      cells[column] = inside.replace(/<[^>]*>/g, '').replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '?');
    }
    return cells;
  });
}

export const totalsIn: Readonly<Record<string, Reader>> = {
  json(octets) {
    const { totals } = JSON.parse(textOf(octets));
    return each((facet) => {
      const { met, unmet, unknown } = facet === 'done' ? totals.doneTally : totals[facet];
      return { met, unmet, unknown };
    });
  },
  md(octets) {
    return each((facet) => {
      const row = new RegExp(`^\\| ${facet} \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|`, 'm').exec(textOf(octets)) ?? [];
      return { met: Number(row[1]), unmet: Number(row[2]), unknown: Number(row[3]) };
    });
  },
  csv(octets) {
    // No field of the fixture has a line break, and those with commas are quoted.
    const [titles = [], ...rows] = textOf(octets)
      .trimEnd()
      .split('\r\n')
      .map((line) =>
        [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)].map((field) => field[1] ?? field[2] ?? ''),
      );
    return counted(titles, rows);
  },
  xml(octets) {
    const text = textOf(octets);
    const totals = text.slice(text.indexOf(' <totals>'), text.indexOf(' </totals>'));
    return each((facet) => {
      const tag = facet === 'done' ? 'doneTally' : facet;
      const inside = totals.slice(totals.indexOf(`<${tag}>`), totals.indexOf(`</${tag}>`));
      const figure = (key: string) => Number(new RegExp(`<${key}>(\\d+)</${key}>`).exec(inside)?.[1]);
      return { met: figure('met'), unmet: figure('unmet'), unknown: figure('unknown') };
    });
  },
  junit(octets) {
    return each((facet) => {
      const said = new RegExp(`<property name="${facet}" value="(\\d+) met, (\\d+) not yet, (\\d+) unknown"/>`);
      const [, met, unmet, unknown] = said.exec(textOf(octets)) ?? [];
      return { met: Number(met), unmet: Number(unmet), unknown: Number(unknown) };
    });
  },
  github(octets) {
    return each((facet) => {
      const row = new RegExp(`^\\| ${facet} \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|`, 'm').exec(textOf(octets)) ?? [];
      return { met: Number(row[1]), unmet: Number(row[2]), unknown: Number(row[3]) };
    });
  },
  html(octets) {
    return each((facet) => {
      const cells = `<tr><th scope="row">${facet}</th>${'<td class="num">(\\d+)</td>'.repeat(3)}`;
      const [, met, unmet, unknown] = new RegExp(cells).exec(textOf(octets)) ?? [];
      return { met: Number(met), unmet: Number(unmet), unknown: Number(unknown) };
    });
  },
  docx(octets) {
    const text = strFromU8(unzipSync(octets)['word/document.xml'] ?? new Uint8Array());
    const rows = [...text.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => cell.replace(/<[^>]*>/g, '')),
    );
    return each((facet) => {
      const [, met, unmet, unknown] = rows.find(([first]) => first === facet) ?? [];
      return { met: Number(met), unmet: Number(unmet), unknown: Number(unknown) };
    });
  },
  xlsx(octets) {
    const parts = Object.entries(unzipSync(octets)).map(([path, part]) => [path, strFromU8(part)]);
    const texts: Readonly<Record<string, string>> = Object.fromEntries(parts);
    const [titles = [], ...rows] = sheetIn(texts, 'Names');
    const ofNames = counted(
      titles.map((title) => title.toLowerCase()),
      rows,
    );
    const summary = sheetIn(texts, 'Summary');
    const ofSummary = each((facet) => {
      const [, met, unmet, unknown] = summary.find(([label]) => label === facet) ?? [];
      return { met: Number(met), unmet: Number(unmet), unknown: Number(unknown) };
    });
    if (JSON.stringify(ofNames) !== JSON.stringify(ofSummary)) throw new Error('the sheets differ');
    return ofSummary;
  },
};
