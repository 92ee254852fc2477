// What a bag says of itself to an expert: marks, seal and findings are never lost, and nothing of it moves a terminal.
import { expect, it } from 'vitest';
import { FINDING_KINDS } from '../../../src/model/seen/evidence.ts';
import { type ExportedBag, sizeWords } from '../../../src/reports/bag/exported-bag.ts';
import { bagInfo } from '../../../src/reports/bag/info.ts';
import { bagReadme } from '../../../src/reports/bag/readme.ts';
import { at } from '../../support/values.ts';

const RUN = '20190318T141502Z-7f3a';
const COUNTS = Object.fromEntries(FINDING_KINDS.map((kind) => [kind, 0])) as Record<
  (typeof FINDING_KINDS)[number],
  number
>;

const BAG: ExportedBag = {
  theCase: {
    id: 'acme',
    title: 'Acme Corp. v. John Does 1-2',
    docket: '1:26-cv-00001',
    court: { name: 'A court', timeZone: 'America/New_York', holidays: [], closed: [] },
    illustrative: false,
    rehearsal: false,
  },
  bag: 'acme.bag',
  form: 'folder',
  made: at('2026-01-09T15:00:00Z'),
  toolVersion: '0.0.0',
  only: [],
  runs: [RUN],
  unfinished: [],
  setAside: [],
  stamps: [],
  simulated: false,
  letters: 0,
  files: 12,
  octets: 3_456_789,
  shared: [],
  encoded: 0,
  leftOut: [],
  verified: { caseId: 'acme', runs: [], stamps: [], counts: COUNTS },
  findings: [],
};

const info = (bag: ExportedBag) => Object.fromEntries(bagInfo(bag));

it('has no line that is wider than 78 columns, commands apart', () => {
  const lines = bagReadme({ ...BAG, leftOut: [{ file: 'notes.txt', why: 'nothing in the record names it' }] }).split(
    '\n',
  );
  expect(lines.filter((line) => line.length > 78 && !line.startsWith('       '))).toEqual([]);
  expect(lines[0]).toMatch(/^The record of Acme Corp\. v\. John Does 1-2, 1:26-cv-00001/);
});

it.each([
  [{ rehearsal: true }, {}, 'REHEARSAL'],
  [{ illustrative: true }, {}, 'illustrative'],
  [{}, { simulated: true }, 'SIMULATED NETWORK'],
] as const)('%j %j is the first word of it', (theCase, rest, word) => {
  const bag = { ...BAG, ...rest, theCase: { ...BAG.theCase, ...theCase } };
  expect(bagReadme(bag).split('\n')[0]).toBe(`*** ${word} ***`);
  expect(info(bag)).toMatchObject({ 'Takedown-Marks': word });
  expect(info(bag)['External-Description']).toMatch(new RegExp(`^${word}: `));
});

it('says what was not sound, with the finding', () => {
  const findings = [{ kind: 'damaged', file: 'runs/a.yaml', what: 'it\u001b[2J differs' }] as const;
  const bag = { ...BAG, findings, verified: { ...BAG.verified, counts: { ...COUNTS, damaged: 3, 'not-reread': 1 } } };
  expect(info(bag)['Takedown-Verified']).toBe('2026-01-09T15:00:00Z NOT SOUND: 3 damaged, 1 not-reread');
  expect(bagReadme(bag)).toContain('  damaged: runs/a.yaml: it␛ differs\n  ... and 3 more\n');
  expect(bagReadme(bag)).toContain('Something is not as it was written.');
  expect(info(BAG)['Takedown-Verified']).toBe('2026-01-09T15:00:00Z sound');
});

it('tells how a time stamp is checked, where there is one', () => {
  const stamp = `data/cases/acme/runs/${RUN}.3f2a9c1d77b04e61.tsr`;
  const command = `openssl ts -verify -CAfile AUTHORITY.pem -data data/cases/acme/runs/${RUN}.yaml -in ${stamp}\n`;
  expect(bagReadme({ ...BAG, stamps: [stamp] })).toContain(command);
  expect(bagReadme(BAG)).not.toContain('openssl');
});

it('tells no labels that say nothing', () => {
  expect(Object.keys(info(BAG))).toEqual([
    'External-Description',
    'External-Identifier',
    'Bagging-Date',
    'Bag-Size',
    'Payload-Oxum',
    'Internal-Sender-Identifier',
    'Bag-Software-Agent',
    'Takedown-Verified',
  ]);
});

it.each([
  [0, '0 octets'],
  [999, '999 octets'],
  [1_500, '1.5 kB'],
  [3_456_789, '3.5 MB'],
  [5e12, '5.0 TB'],
  [5e15, '5000.0 TB'],
])('%d octets are %s', (octets, words) => {
  expect(sizeWords(octets)).toBe(words);
});
