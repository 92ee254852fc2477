// Evidence that was changed on purpose, with all digests made anew: what still tells it. A fact by its octets, octets by the digest
// that the run states, both together by what a later run, or a paper that the journal cites, holds of them.
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LookupAnswer } from '../../../src/model/asking/lookup.ts';
import { documentOf } from '../../support/documents.ts';
import { takedown } from '../../support/takedown.ts';
import { type Files, forge } from './forged.ts';
import { CASE, done, LETTER, openSmallCase, type SmallCase } from './small-case.ts';

interface Verified {
  readonly totals: { readonly verdicts: { readonly verdicts: number; readonly differ: number } };
  readonly findings: readonly { readonly kind: string; readonly file: string; readonly what: string }[];
}

let small: SmallCase;
let kept: string;
beforeAll(async () => {
  small = await openSmallCase();
  kept = join(small.folder, 'kept');
  cpSync(small.paths.folder, kept, { recursive: true });
}, 120_000);
afterAll(() => small?.close());
beforeEach(() => {
  rmSync(small.paths.folder, { recursive: true });
  cpSync(kept, small.paths.folder, { recursive: true });
});

const [FIRST, LAST] = [0, 1];
const runAt = (at: number) => small.runs[at] ?? '';

async function verified() {
  const { code, out } = await takedown(small.folder, ['evidence', 'verify', CASE, '--json']);
  return { code, ...documentOf<Verified>(out, 'evidence-verify') };
}

/** Of alpha.test, in the registry's own words over RDAP. */
function changed(at: number, files: readonly Files[], change: (answer: LookupAnswer) => LookupAnswer): void {
  const isMeant = ({ sighting }: LookupAnswer) =>
    sighting.name === 'alpha.test' && sighting.lookup === 'rdap-registry' && sighting.outcome === 'facts';
  forge(small.paths, { run: runAt(at), files, change: (answer) => (isMeant(answer) ? change(answer) : answer) });
}

function anotherFact(answer: LookupAnswer): LookupAnswer {
  const { sighting } = answer;
  if (sighting.lookup !== 'rdap-registry' || sighting.outcome !== 'facts') return answer;
  const facts = { ...sighting.facts, registrar: { name: 'Somebody Else LLC', ianaId: 9999 }, statuses: [] };
  return { ...answer, sighting: { ...sighting, facts } };
}

/** Of the same length, so that everything stands where it stood. */
function otherOctets(answer: LookupAnswer): LookupAnswer {
  const exchanges = answer.exchanges.map((exchange) => {
    const text = Buffer.from(exchange.received).toString('latin1');
    return { ...exchange, received: Buffer.from(text.replaceAll('Custodian', 'Cust0dian'), 'latin1') };
  });
  return { ...answer, exchanges };
}

test('forging nothing changes nothing', async () => {
  forge(small.paths, { run: runAt(LAST), files: ['run', 'evidence'], change: (answer) => answer });
  expect(await verified()).toMatchObject({ code: 0, findings: [] });
});

test('a fact with all digests made anew: its octets say otherwise, and so does the verdict', async () => {
  changed(LAST, ['run'], anotherFact);
  const { code, findings, totals } = await verified();
  expect(code).toBe(20);
  expect(findings).toContainEqual(
    expect.objectContaining({
      kind: 'disagrees',
      file: `runs/${runAt(LAST)}.yaml`,
      name: 'alpha.test',
      lookup: 'rdap-registry',
      field: 'registrar.ianaId',
      stored: 9999,
      now: 292,
    }),
  );
  expect(findings).toContainEqual(
    expect.objectContaining({
      kind: 'verdict',
      file: `runs/${runAt(LAST)}.yaml`,
      name: 'alpha.test',
      requirement: 'pi/1/registrar-of-record',
      stored: expect.stringMatching(/^unmet /),
      now: expect.stringMatching(/^met /),
    }),
  );
  // What was written to the registry on the strength of it is told as well.
  expect(findings).toContainEqual(
    expect.objectContaining({ kind: 'verdict', file: `letters/${LETTER}/letter.yaml`, name: 'alpha.test' }),
  );
  expect(totals.verdicts.verdicts).toBe(10);
  expect(totals.verdicts.differ).toBe(findings.filter(({ kind }) => kind === 'verdict').length);
});

test('a signature that nobody made: the keys of the record do not bear it out', async () => {
  const signed = (answer: LookupAnswer): LookupAnswer => {
    const { sighting } = answer;
    if (sighting.lookup !== 'delegation' || sighting.outcome !== 'facts') return answer;
    expect(sighting.facts.security?.state).toBe('insecure');
    const until = sighting.at;
    const security = { state: 'secure', signed: { zone: sighting.facts.zone, keyTag: 4711, until } } as const;
    return { ...answer, sighting: { ...sighting, facts: { ...sighting.facts, security } } };
  };
  forge(small.paths, { run: runAt(LAST), files: ['run'], change: signed });
  const { code, findings } = await verified();
  expect(code).toBe(20);
  expect(findings).toContainEqual(
    expect.objectContaining({ kind: 'disagrees', field: 'security.state', stored: 'secure', now: 'insecure' }),
  );
});

test('octets with all digests of their file made anew: the run states another digest of them', async () => {
  changed(LAST, ['evidence'], otherOctets);
  const { code, findings } = await verified();
  expect(code).toBe(22);
  expect(findings).toContainEqual(
    expect.objectContaining({ kind: 'damaged', file: `runs/${runAt(LAST)}.warc.gz`, name: 'alpha.test' }),
  );
});

test('both files of an older run made anew: the run after it holds its digest', async () => {
  changed(FIRST, ['run', 'evidence'], anotherFact);
  const { code, findings } = await verified();
  expect(code).toBe(22);
  expect(findings).toContainEqual(
    expect.objectContaining({
      kind: 'damaged',
      file: `runs/${runAt(FIRST)}.yaml`,
      what: expect.stringContaining(`that the run ${runAt(LAST)}, which was begun after it, states of it`),
    }),
  );
});

test('an older run taken away: the run after it says that it was there', async () => {
  for (const ending of ['yaml', 'warc.gz']) rmSync(join(small.paths.runs, `${runAt(FIRST)}.${ending}`));
  const { code, findings } = await verified();
  expect(code).toBe(22);
  expect(findings).toMatchObject([{ kind: 'damaged', file: `runs/${runAt(FIRST)}.yaml` }]);
});

test('both files of the newest run made anew, octets and facts alike, pass for sound where nobody else holds its digest', async () => {
  changed(LAST, ['run', 'evidence'], sworn);
  expect(await verified()).toMatchObject({ code: 0, findings: [] });
});

test.each([
  ['as text', []],
  ['as JSON', ['--json']],
])('a paper that the journal cites holds it, %s: the run is told', async (_form, flags) => {
  const said = await done(small.folder, ['evidence', 'verify', CASE, ...flags]);
  writeFileSync(join(small.folder, 'sworn.txt'), `Sent to the notary on 8 January 2026.\n\n${said}`);
  await done(small.folder, ['record', 'note', CASE, '--file', 'sworn.txt'], '2026-01-08T15:00:00Z');
  expect(await verified()).toMatchObject({ code: 0 });
  changed(LAST, ['run', 'evidence'], sworn);
  const { code, findings } = await verified();
  expect(code).toBe(22);
  expect(findings.filter(({ kind }) => kind === 'damaged')).toMatchObject([
    {
      file: `runs/${runAt(LAST)}.yaml`,
      what: expect.stringMatching(/^it is not the run whose digest stands in replies\/.*sworn\.txt/),
    },
  ]);
});

/** Another instant of asking, which no reader can tell from the octets. */
function sworn(answer: LookupAnswer): LookupAnswer {
  return { ...answer, sighting: { ...answer.sighting, took: answer.sighting.took + 1 } };
}
