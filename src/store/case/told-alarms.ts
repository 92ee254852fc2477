// What somebody was told, and by which way: `alarms/` in the case's folder, a file a telling, created and never changed. It lies
// with the case and not with the machine, so that the job of tonight knows what that of last night told, wherever each ran.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compactInstant, type Instant, parseInstant } from '../../model/instant.ts';
import { ALARM_WORDS, type AlarmKey, type AlarmWay, alarmKey } from '../../model/judged/alarm.ts';
import { byCodeUnit } from '../../model/name.ts';
import { createFile } from '../disk/create-file.ts';
import { unlessMissing } from '../disk/files.ts';
import { jsonLine, readObject } from '../disk/json-text.ts';
import type { CasePaths } from '../workspace.ts';

interface Telling {
  readonly way: AlarmWay;
  readonly at: Instant;
  /** The run that it was seen in. */
  readonly run: string;
  readonly told: readonly AlarmKey[];
  /** Told before and over since: new when it comes again. */
  readonly over: readonly AlarmKey[];
}

interface Told {
  /** By key. */
  readonly known: ReadonlyMap<string, AlarmKey>;
  /** Files that are not as they were written: what they say counts as not told. */
  readonly damaged: readonly string[];
}

const FORMAT = 1;
const FILE = /^\d{8}T\d{6}Z-[0-9a-f]{4}\.jsonl$/;

export function toldBy(paths: Pick<CasePaths, 'folder'>, way: AlarmWay): Told {
  const folder = join(paths.folder, 'alarms');
  const files = (unlessMissing(() => readdirSync(folder)) ?? []).filter((file) => FILE.test(file)).sort(byCodeUnit);
  const known = new Map<string, AlarmKey>();
  const damaged: string[] = [];
  for (const file of files) {
    const telling = readTelling(readFileSync(join(folder, file), 'utf8'));
    if (telling === undefined) damaged.push(`alarms/${file}`);
    if (telling?.way !== way) continue;
    for (const key of telling.over) known.delete(alarmKey(key));
    for (const key of telling.told) known.set(alarmKey(key), key);
  }
  return { known, damaged };
}

const TRIES = 8;

export function noteTold(
  paths: Pick<CasePaths, 'folder' | 'id'>,
  telling: Telling,
  random: (count: number) => Uint8Array,
): void {
  const { way, at, run, told, over } = telling;
  const lines = [
    { 'takedown-alarms': FORMAT, case: paths.id, way, at, run },
    ...over.map((key) => ({ over: plain(key) })),
    ...told.map((key) => ({ told: plain(key) })),
    { complete: true },
  ];
  const text = lines.map((line) => `${jsonLine(line)}\n`).join('');
  for (let tries = 0; tries < TRIES; tries += 1) {
    const name = `${compactInstant(at)}-${Buffer.from(random(2)).toString('hex')}.jsonl`;
    if (createFile(join(paths.folder, 'alarms', name), text)) return;
  }
  throw new Error(`no free name in ${paths.folder}/alarms after ${TRIES} tries`);
}

function plain({ word, about, of, at }: AlarmKey): AlarmKey {
  return { word, about, ...(of !== undefined && { of }), ...(at !== undefined && { at }) };
}

function readTelling(text: string): Telling | undefined {
  const [head, ...rest] = text.split('\n').map(readObject);
  const [end, last] = [rest.pop(), rest.pop()];
  // Without its last line, and the line break behind it, it is torn.
  if (head?.['takedown-alarms'] !== FORMAT || end !== undefined || last?.['complete'] !== true) return undefined;
  const { way, run } = head;
  const at = typeof head['at'] === 'string' ? parseInstant(head['at']) : undefined;
  if (!isWay(way) || typeof run !== 'string' || at === undefined) return undefined;
  const keysAt = (field: string) =>
    rest.filter((line) => line?.[field] !== undefined).map((line) => keyIn(line?.[field]));
  const [told, over] = [keysAt('told'), keysAt('over')];
  if (told.length + over.length !== rest.length || [...told, ...over].includes(undefined)) return undefined;
  return { way, at, run, told: told.flatMap((key) => key ?? []), over: over.flatMap((key) => key ?? []) };
}

function isWay(value: unknown): value is AlarmWay {
  return value === 'mail' || value === 'webhook' || (typeof value === 'string' && value.startsWith('file '));
}

function keyIn(value: unknown): AlarmKey | undefined {
  const { word, about, of, at }: Readonly<Record<string, unknown>> = { ...(value as object) };
  const known = ALARM_WORDS.find((one) => one === word);
  if (known === undefined || typeof about !== 'string') return undefined;
  const instant = typeof at === 'string' ? parseInstant(at) : undefined;
  return { word: known, about, ...(typeof of === 'string' && { of }), ...(instant && { at: instant }) };
}
