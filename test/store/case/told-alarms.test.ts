// What was told lies with the case: kept by way, over where it is over, and nothing that is torn counts.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AlarmKey, AlarmWay } from '../../../src/model/judged/alarm.ts';
import { noteTold, toldBy } from '../../../src/store/case/told-alarms.ts';
import { emptyFolder, removeFolder } from '../../support/folders.ts';
import { at } from '../../support/values.ts';

let folder: string;
beforeEach(() => {
  folder = emptyFolder();
});
afterEach(() => removeFolder(folder));

const REVERTED: AlarmKey = { word: 'reverted', about: 'a.example', of: 'locks', at: at('2019-03-22T14:16:02Z') };
const HELD: AlarmKey = { word: 'sinkhole-held', about: 'sinkhole.example' };
let drawn = 0;
const random = (count: number) => {
  drawn += 1;
  return Uint8Array.from({ length: count }, () => drawn % 256);
};
const paths = () => ({ folder, id: 'acme' });
const note = (day: number, told: readonly AlarmKey[], { over = [], way = 'mail' }: Over = {}) =>
  noteTold(paths(), { way, at: at(`2019-03-${day}T12:00:00Z`), run: 'r', told, over }, random);
interface Over {
  readonly over?: readonly AlarmKey[];
  readonly way?: AlarmWay;
}
const known = (way: AlarmWay = 'mail') => [...toldBy(paths(), way).known.values()];
const files = () => readdirSync(join(folder, 'alarms'));

test('nothing was told where nothing is', () => {
  expect(toldBy(paths(), 'mail')).toEqual({ known: new Map(), damaged: [] });
});

test('each way knows its own', () => {
  note(22, [REVERTED]);
  note(23, [HELD], { way: 'file alarms.jsonl' });
  expect(known()).toEqual([REVERTED]);
  expect(known('file alarms.jsonl')).toEqual([HELD]);
  expect(known('webhook')).toEqual([]);
});

test('what is over can be told again', () => {
  note(22, [HELD, REVERTED]);
  note(23, [], { over: [HELD] });
  expect(known()).toEqual([REVERTED]);
  note(24, [HELD]);
  expect(known()).toEqual([REVERTED, HELD]);
});

test('two that tell in the same second stand beside one another', () => {
  note(22, [HELD]);
  note(22, [REVERTED]);
  expect(files()).toHaveLength(2);
  expect(new Set(known())).toEqual(new Set([HELD, REVERTED]));
});

test('a torn file counts for nothing, wherever it ends, and is named', () => {
  note(22, [HELD, REVERTED]);
  const [file = ''] = files();
  const path = join(folder, 'alarms', file);
  const whole = readFileSync(path);
  for (let length = 0; length < whole.length; length += 7) {
    writeFileSync(path, whole.subarray(0, length));
    expect(toldBy(paths(), 'mail'), `${length}`).toEqual({ known: new Map(), damaged: [`alarms/${file}`] });
  }
});

test('a line that nobody wrote damages its file, and what is no telling is passed over', () => {
  note(22, [HELD]);
  const [file = ''] = files();
  const path = join(folder, 'alarms', file);
  const text = readFileSync(path, 'utf8');
  for (const line of ['{"told":{"word":"spam","about":"x"}}', '{"told":7}', '{}', 'x']) {
    writeFileSync(path, text.replace('{"complete":true}', `${line}\n{"complete":true}`));
    expect(toldBy(paths(), 'mail').damaged, line).toEqual([`alarms/${file}`]);
  }
  writeFileSync(path, text);
  writeFileSync(join(folder, 'alarms', 'README.md'), 'What is this?');
  expect(toldBy(paths(), 'mail')).toMatchObject({ damaged: [] });
});
