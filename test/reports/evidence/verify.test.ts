// What `evidence verify` says: counts are of all that was found, whatever is shown of it, and the document for scripts cuts nothing.
import { describe, expect, it } from 'vitest';
import { type EvidenceFinding, FINDING_KINDS, type FindingKind } from '../../../src/model/seen/evidence.ts';
import { evidenceVerifyJson } from '../../../src/reports/evidence/verify-json.ts';
import { evidenceVerifyLines, isSound, type VerifiedEvidence } from '../../../src/reports/evidence/verify-text.ts';
import { PLAIN } from '../../../src/reports/paint.ts';
import { documentOf } from '../../support/documents.ts';
import { at } from '../../support/values.ts';

const RUN = '20190318T141502Z-7f3a';

function reportWith(counts: Partial<Record<FindingKind, number>>): VerifiedEvidence {
  const none = Object.fromEntries(FINDING_KINDS.map((kind) => [kind, 0])) as Record<FindingKind, number>;
  const run = { run: RUN, digest: 'ab'.repeat(32), observations: 7, exchanges: 9, reread: 6 };
  return {
    caseId: 'acme',
    runs: [{ ...run, damaged: 0, disagrees: 0, notReread: 0 }],
    stamps: [],
    counts: { ...none, ...counts },
    papers: 2,
    vouching: [{ id: RUN, digest: 'ab'.repeat(32) }],
    verdicts: { verdicts: 40, asTheyWere: 0, leftOut: 0 },
  };
}

const finding = (kind: FindingKind, number: number): EvidenceFinding => ({
  kind,
  file: `runs/${RUN}.yaml`,
  observation: `${RUN}#${number}`,
  what: 'it differs',
});

const text = (report: VerifiedEvidence, kept: readonly EvidenceFinding[], width?: number) =>
  [...evidenceVerifyLines(report, kept, { width, paint: PLAIN, ascii: false })].join('\n');

it('counts all, shows some, and says how many more there are', () => {
  const kept = Array.from({ length: 10_000 }, (_, i) => finding('disagrees', i + 1));
  const report = reportWith({ disagrees: 1_234_567, damaged: 1 });
  const onScreen = text(report, [...kept, finding('damaged', 1)], 80);
  expect(onScreen).toContain("Facts that are not what the octets say to today's readers: 1234567");
  expect(onScreen).toContain('… and 1234517 more (--json has them)');
  expect(text(report, kept)).toContain('… and 1224567 more (--json has them)');
  // What was not kept weighs as much as what was.
  expect(text(report, kept)).toContain('Something is not as it was written.');
  expect(isSound(report)).toBe(false);
});

it.each<readonly [Partial<Record<FindingKind, number>>, boolean, string]>([
  [{}, true, 'Every octet is as it was written, and every answer reads as it was read.\n'],
  [{ edited: 1 }, true, 'every answer reads as it was read. What people may change has changed.\n'],
  [{ verdict: 1 }, false, "Every octet is as it was written; today's readers make other verdicts of it.\n"],
  [{ disagrees: 1, verdict: 1 }, false, 'Every octet is as it was written; some facts are not what they say.\n'],
  [{ untrusted: 1 }, false, 'not every time stamp is of somebody whom --ca vouches for.\n'],
  [{ 'not-reread': 1, edited: 1 }, false, 'and all that was read again agrees. What people may change has changed.\n'],
  [{ damaged: 1, disagrees: 1 }, false, 'Something is not as it was written.\n'],
])('%o', (counts, sound, sentence) => {
  expect(isSound(reportWith(counts))).toBe(sound);
  expect(`${text(reportWith(counts), [])}\n`).toContain(sentence);
});

describe('what is to be kept with somebody else', () => {
  const said = (counts: Partial<Record<FindingKind, number>>, vouching?: VerifiedEvidence['vouching']) => {
    const report = { ...reportWith(counts), ...(vouching && { vouching }) };
    return text(report, [])
      .split('\n')
      .filter((line) => line.startsWith('Kept with'));
  };

  it.each(['damaged', 'disagrees', 'verdict'] as const)('is nothing where something is %s', (kind) => {
    expect(said({ [kind]: 1 })).toEqual([]);
  });

  it('is the newest run, which vouches for all but what has changed since', () => {
    const digest = `${RUN}  sha-256 ${'ab'.repeat(32)}`;
    expect(said({ 'not-reread': 1 })).toEqual([`Kept with somebody else, this vouches for all of it: ${digest}`]);
    expect(said({ edited: 1 })).toEqual([
      `Kept with somebody else, this vouches for all of it but for what is told as changed: ${digest}`,
    ]);
    expect(said({}, [])).toEqual([]);
  });

  it('is more than one run where none rests on the other', () => {
    const runs = ['a', 'b', 'c', 'd'].map((id) => ({ id, digest: id.repeat(4) }));
    expect(said({}, runs)).toEqual([
      'Kept with somebody else, these together vouch for all of it: d  sha-256 dddd, c  sha-256 cccc, b  sha-256 bbbb, … and 1 more run',
    ]);
  });
});

it('says of verdicts what they could not be judged by', () => {
  const report = { ...reportWith({}), verdicts: { verdicts: 40, asTheyWere: 3, leftOut: 2 } };
  expect(text(report, [])).toContain(
    '40 verdicts judged again, 3 of them resting on what could not be read again, without 2 observations of those that read otherwise',
  );
});

it.each([0, 1, 3])('writes %i findings as they come, and the totals after them', async (many) => {
  let came = 0;
  async function* findings() {
    for (; came < many; came += 1) yield finding('disagrees', came + 1);
  }
  const report = () => reportWith({ disagrees: came });
  const envelope = { toolVersion: '0.0.0', generatedAt: at('2019-03-19T00:00:00Z'), problems: [] };
  const pieces: string[] = [];
  for await (const piece of evidenceVerifyJson('acme', { findings: findings(), report }, envelope)) pieces.push(piece);
  const document = documentOf<{ findings: unknown[]; totals: { disagrees: number } }>(
    pieces.join(''),
    'evidence-verify',
  );
  expect(document.findings).toHaveLength(many);
  expect(document.totals.disagrees).toBe(many);
});
