// In one run nobody is asked the same twice, but for a stated reason: read out of the evidence of a whole check.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeMessage } from '../../../src/lookups/dns/codec/decode.ts';
import type { Exchange } from '../../../src/model/seen/exchange.ts';
import { exchangesIn, readRecords } from '../../../src/store/evidence/read-back.ts';
import { takedown } from '../../support/takedown.ts';
import { CASE, openPractice, type Practice } from '../kill/practice.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await openPractice();
});
afterAll(() => practice?.close());

function exchangesOf(file: string): readonly Exchange[] {
  const reading = readRecords(readFileSync(join(practice.paths.runs, file)));
  if (!reading.ok) throw new Error(reading.reason);
  return exchangesIn(reading.records);
}

/** Who was asked what, and how: flags and EDNS, but neither the number of the question nor the case of its letters. */
function questionOf({ protocol, uri, dialled, transport, sent }: Exchange): string {
  const decoded = protocol === 'dns' ? decodeMessage(Uint8Array.from(sent)) : undefined;
  const flags = decoded?.ok
    ? `rd=${decoded.message.recursionDesired} cd=${decoded.message.checkingDisabled} edns=${decoded.message.edns !== undefined}`
    : '';
  return `${dialled} ${transport} ${uri} ${flags}`;
}

test('no server is asked the same twice in a run without a reason that is told', async () => {
  const ran = await takedown(practice.folder, ['check', CASE, '--network', 'network.yaml', '--fail-on', 'never']);
  expect(ran.code).toBe(0);
  const [file = ''] = readdirSync(practice.paths.runs).filter((one) => one.endsWith('.warc.gz'));
  const asked = new Map<string, Set<string>>();
  for (const exchange of exchangesOf(file)) {
    if (exchange.sent.length === 0 || exchange.because !== undefined) continue;
    const question = questionOf(exchange);
    // An answer that served several lookups is filed with each: the same octets at the same instant.
    const packet = `${exchange.at} ${Buffer.from(exchange.sent).toString('hex')}`;
    asked.set(question, (asked.get(question) ?? new Set()).add(packet));
  }
  expect(asked.size).toBeGreaterThan(100);
  expect([...asked].filter(([, packets]) => packets.size > 1).map(([question]) => question)).toEqual([]);
});
