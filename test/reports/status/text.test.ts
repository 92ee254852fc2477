import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Progress } from '../../../src/model/judged/progress.ts';
import { displayWidth } from '../../../src/model/text/width.ts';
import type { Surface } from '../../../src/reports/paint.ts';
import { statusLines } from '../../../src/reports/status/text.ts';
import { at, name } from '../../support/values.ts';
import { at80, at200, CASE, PIPED, PROGRESS, stillToCome, tally, UNCHECKED } from '../support.ts';

function text(progress: Progress, surface: Surface = PIPED, theCase = CASE): string {
  return `${[...statusLines({ theCase, progress }, surface)].join('\n')}\n`;
}

const ansi = (code: number) => (words: string) => `\u001b[${code}m${words}\u001b[0m`;
const marked: Surface['paint'] = { good: ansi(32), bad: ansi(31), doubt: ansi(33), dim: ansi(2), bold: ansi(1) };

describe('the screen, looked at by eye', () => {
  test.each([
    ['status-80', PROGRESS, at80],
    ['status-200', PROGRESS, at200],
    ['status-piped', PROGRESS, PIPED],
    ['status-ascii', PROGRESS, { ...PIPED, ascii: true }],
    ['status-never-checked', UNCHECKED, at80],
    ['status-still-to-come', stillToCome(), at80],
  ])('%s', async (file, progress, surface) => {
    await expect(text(progress, surface)).toMatchFileSnapshot(`golden/${file}.txt`);
  });
});

describe('width', () => {
  test.each([60, 72, 80, 100, 200])('no line is wider than %d columns', (width) => {
    const lines = text(PROGRESS, { ...at80, width }).split('\n');
    expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
  });

  test('colours change nothing but colours', () => {
    const painted = text(PROGRESS, { ...at80, paint: marked });
    expect(painted).toContain('\u001b[31mreverted');
    expect(stripVTControlCharacters(painted)).toBe(text(PROGRESS, at80));
  });

  test('ASCII has nothing else in it', () => {
    expect(text(PROGRESS, { ...at80, ascii: true })).toMatch(/^[\n\u0020-\u007e]*$/);
  });
});

describe('what must not be missed', () => {
  test('a rehearsal and an illustrative case say so', () => {
    const [title] = text(PROGRESS, PIPED, { ...CASE, id: 'phosphorus.rehearsal', rehearsal: true }).split('\n');
    expect(title).toMatch(/^Phosphorus · .*REHEARSAL · illustrative$/);
  });

  test('a simulated network outside a rehearsal', () => {
    const lastRun = PROGRESS.lastRun === undefined ? undefined : { ...PROGRESS.lastRun, simulated: true };
    expect(text({ ...PROGRESS, ...(lastRun && { lastRun }) })).toContain('SIMULATED NETWORK');
  });

  test('a case that was never checked names the command, and nothing is failed', () => {
    const screen = text(UNCHECKED);
    expect(screen).toContain('never checked');
    expect(screen).toContain('takedown check phosphorus');
    expect(screen).toContain('98 unknown');
    expect(screen).not.toMatch(/\d not yet/);
  });

  test('the seal, while it lasts', () => {
    const theCase = { ...CASE, seal: { until: at('2019-03-27T04:00:00Z'), touches: [] } };
    expect(text(PROGRESS, PIPED, theCase)).toContain('sealed until Wed 27 Mar 00:00 EDT');
    expect(text({ ...PROGRESS, asOf: at('2019-03-28T00:00:00Z') }, PIPED, theCase)).not.toContain('sealed');
  });

  test('a past instant that was asked for', () => {
    const report = { theCase: CASE, progress: PROGRESS, asOfGiven: true };
    expect([...statusLines(report, PIPED)][1]).toContain('as of 18 Mar 2019 14:20 UTC');
  });

  test('a schedule with more names than the order states: counts of those listed, and no bar over its end', () => {
    const more = {
      ordered: 3,
      listed: 5,
      transferred: tally(5, 0, 0),
      sinkholed: tally(4, 1, 0),
      done: tally(3, 1, 1),
    };
    const lines = text({ ...PROGRESS, totals: { ...PROGRESS.totals, ...more } }).split('\n');
    expect(lines[1]).toContain('3 names ordered, 5 listed');
    expect(lines.slice(3, 6).map((line) => line.replace(/ {2,}/g, '  '))).toEqual([
      `  transferred  ${'█'.repeat(31)}  5 of 5`,
      `  sinkholed  ${'█'.repeat(25)}${'░'.repeat(6)}  4 of 5  1 not yet`,
      `  done  ${'█'.repeat(19)}${'░'.repeat(12)}  3 of 5  1 not yet  1 unknown`,
    ]);
  });

  test('released names and facets that no order asks for', () => {
    const totals = { ...PROGRESS.totals, released: 2, transferred: tally(0, 0, 0, 96) };
    const screen = text({ ...PROGRESS, totals });
    expect(screen).toContain('99 names ordered, 98 listed · 2 released');
    expect(screen).toMatch(/transferred {3}not ordered\n/);
    expect(screen).toMatch(/sinkholed .* 2 released/);
  });

  test('a run that was not finished, once', () => {
    const unfinished = [{ id: '20190319T020000Z-aaaa', started: at('2019-03-19T02:00:00Z'), simulated: false }];
    expect(text({ ...PROGRESS, unfinished })).toContain('takedown check phosphorus --resume');
    const attention = [{ word: 'unfinished-run', names: [], text: 'run 20190319T020000Z-aaaa was not finished' }];
    expect(text({ ...PROGRESS, unfinished, attention })).not.toContain('--resume');
  });

  test('an order that has ended', () => {
    expect(text({ ...PROGRESS, asOf: at('2019-04-01T00:00:00Z') })).toContain(
      'Ends          ended Fri 29 Mar 16:00 EDT',
    );
  });
});

describe('the work list', () => {
  test('is bounded, and says where the rest is', () => {
    const attention = Array.from({ length: 22 }, (_, i) => ({
      word: 'held',
      names: [name(`n${i}.example`)],
      text: 'on hold',
    }));
    expect(text({ ...PROGRESS, attention })).toContain('  and 6 more: takedown show phosphorus\n');
  });

  test('a name in other letters is shown in both forms, a long one on a line of its own', () => {
    const attention = [
      { word: 'held', names: [name('xn--bcher-kva.example')], text: 'on hold' },
      { word: 'held', names: [name(`${'a'.repeat(40)}.example`)], text: 'on hold' },
    ];
    const lines = text({ ...PROGRESS, attention }, at80).split('\n');
    expect(lines).toContain('  held  xn--bcher-kva.example (bücher.example)');
    expect(lines).toContain(`  held  ${'a'.repeat(40)}.example`);
  });

  test('due: only what is open and still to come, paragraphs together', () => {
    const screen = text(PROGRESS);
    expect(screen).toContain('Next due      Wed 20 Mar 17:00 EDT  Afilias USA, Inc.  68 names  2(a), 2(b)\n');
    expect(text({ ...PROGRESS, asOf: at('2019-03-20T21:00:01Z') })).not.toContain('Next due');
  });

  test('unknown: each reason counted once a name', () => {
    expect(text(PROGRESS)).toContain('Unknown       rate-limited 12 · timeout 4 (');
  });
});

test('text from outside cannot reach the terminal raw', () => {
  const evil = 'x\u001b[2J\u202eevil\u0007\r\n';
  const progress: Progress = {
    ...PROGRESS,
    attention: [{ word: evil, names: [name('a.example')], text: evil }],
    registries: PROGRESS.registries.map((row) => ({ ...row, title: evil })),
    due: PROGRESS.due.map((item) => ({ ...item, recipientName: evil, paragraph: evil })),
    expiries: [{ what: evil, at: at('2019-03-29T20:00:00Z'), arithmetic: evil }],
    unfinished: [{ id: evil, started: at('2019-03-19T02:00:00Z'), simulated: false }],
    names: PROGRESS.names.map((row) => ({
      ...row,
      findings: row.findings.map((found) => ({ ...found, word: evil, reason: evil })),
    })),
  };
  const court = { ...CASE.court, short: evil };
  const screen = text(progress, PIPED, { ...CASE, id: evil, title: evil, docket: evil, court });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  expect(screen).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});
