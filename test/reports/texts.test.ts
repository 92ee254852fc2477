// The other screens. Each is looked at by eye as a golden file at 80 columns; what must hold of all of them is said once.
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/model/text/width.ts';
import { dueLines } from '../../src/reports/due/text.ts';
import { explainableTopics, explanationsOf } from '../../src/reports/explain/explanations.ts';
import { explainLines } from '../../src/reports/explain/text.ts';
import { type ListEntry, listLines } from '../../src/reports/list/text.ts';
import { lookupLines } from '../../src/reports/lookup/text.ts';
import type { Surface } from '../../src/reports/paint.ts';
import { caseLines } from '../../src/reports/show/case.ts';
import { nameLines } from '../../src/reports/show/name.ts';
import { wordsOf } from '../../src/reports/topics.ts';
import { at } from '../support/values.ts';
import { BACK, HOSTILE, NAME, NAME_REPORT, observed } from './sightings.ts';
import { at80, CASE, PIPED, PROGRESS, stillToCome, UNCHECKED } from './support.ts';

const report = { theCase: CASE, progress: PROGRESS };
const acme = {
  theCase: { ...CASE, id: 'acme', illustrative: false },
  progress: { ...PROGRESS, asOf: at('2019-04-01T00:00:00Z') },
};
const entries: readonly ListEntry[] = [
  { readable: true, report },
  { readable: true, report: { theCase: { ...CASE, id: 'unchecked', rehearsal: true }, progress: UNCHECKED } },
  { readable: false, id: `broken${HOSTILE}`, problems: [{ code: 'unknown-key', severity: 'error', message: 'x' }] },
];
const lookedUp = {
  names: [{ name: NAME, notes: [], sightings: observed('20190318T141502Z-7f3a', BACK) }],
  simulated: true,
};

const screens: Readonly<Record<string, (surface: Surface) => Iterable<string>>> = {
  name: (surface) => nameLines(NAME_REPORT, surface),
  case: (surface) => caseLines(report, surface),
  list: (surface) => listLines(entries, surface),
  due: (surface) => dueLines([report], surface),
  'due-of-all': (surface) => dueLines([report, acme], surface),
  lookup: (surface) => lookupLines(lookedUp, surface),
  explain: (surface) => explainLines([...explanationsOf('resolves-to'), ...explanationsOf('serverHold')], surface),
};

describe.each(Object.entries(screens))('%s', (file, screen) => {
  const text = (surface: Surface): string => `${[...screen(surface)].join('\n')}\n`;

  test('as it was looked at', async () => {
    await expect(text(at80)).toMatchFileSnapshot(`golden/${file}-80.txt`);
  });

  test.each([80, 120])('fits %d columns', (width) => {
    expect(
      text({ ...at80, width })
        .split('\n')
        .filter((line) => displayWidth(line) > width),
    ).toEqual([]);
  });

  test('lets nothing of what came from outside reach the terminal raw', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(text(PIPED)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  test('cuts nothing when it is piped', () => {
    expect(text(PIPED)).not.toContain('…');
  });
});

describe('what must be on the screen', () => {
  const all = (lines: Iterable<string>): string => [...lines].join('\n');

  test('a name that was never looked up', () => {
    const { latest: _, ...rest } = NAME_REPORT;
    const { observedAt: __, ...row } = NAME_REPORT.row;
    const text = all(nameLines({ ...rest, row, earlier: [] }, PIPED));
    expect(text).toContain('never looked up; to do so: takedown check phosphorus');
    expect(text).not.toContain('What changed');
    const ahead = all(nameLines({ ...rest, row, earlier: [], progress: stillToCome() }, PIPED));
    expect(ahead).toContain('no look at it counts yet; to look again: takedown check phosphorus');
  });

  test('a released name', () => {
    const text = all(nameLines({ ...NAME_REPORT, row: { ...NAME_REPORT.row, released: true, findings: [] } }, PIPED));
    expect(text).toContain('released: no order in force covers it');
    expect(text).not.toContain('not yet');
  });

  test('the history has only what changed, and only journal entries about the name', () => {
    const text = all(nameLines(NAME_REPORT, PIPED));
    expect(text).toContain('addresses: apex, www, random: 203.0.113.9');
    expect(text.split('RDAP of the registry: registrar')).toHaveLength(2);
    expect(text).toContain('confirmed for 2(a): ticket 4711');
    expect(text).not.toContain('of another name');
  });

  test('earlier runs are read only as lines are asked for', () => {
    let read = 0;
    const [only] = NAME_REPORT.earlier;
    if (only === undefined) throw new Error('the fixture has an earlier run');
    const earlier = {
      *[Symbol.iterator]() {
        for (; read < 1000; read++) yield only;
      },
    };
    for (const line of nameLines({ ...NAME_REPORT, earlier }, PIPED)) if (line.startsWith('What changed')) break;
    expect(read).toBeLessThan(3);
  });

  test('an empty workspace and an empty calendar say so', () => {
    expect(all(listLines([], PIPED))).toBe('There is no case yet. To start one: takedown new');
    const idle = { ...PROGRESS, due: [], expiries: [] };
    expect(all(dueLines([{ ...acme, progress: idle }], PIPED))).toBe(
      'Nothing is due: no deadline runs and no order ends by itself.',
    );
  });

  test('overdue is a word', () => {
    expect(all(dueLines([acme], PIPED))).toMatch(/^overdue {2}Wed 20 Mar 17:00 EDT/);
  });

  test('a rehearsal is marked in the list at any width', () => {
    expect(all(listLines(entries, { ...at80, width: 60 }))).toContain('unchecked: REHEARSAL · illustrative');
  });
});

describe('topics', () => {
  test('every topic has an explanation', () => {
    expect(wordsOf(explainableTopics()).filter((topic) => explanationsOf(topic).length === 0)).toEqual([]);
    expect(explanationsOf('no-such-topic')).toEqual([]);
  });

  test('a status is found in any spelling', () => {
    expect(explanationsOf('server transfer prohibited')[0]?.title).toBe('serverTransferProhibited');
  });
});
