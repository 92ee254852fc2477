// What left for a letter, octet for octet, in the letter's own folder: written before the server is dialled as .partial, and
// renamed when the server has taken it. One that was left partial may have been sent: that is never forgotten, and never tried
// again by itself.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalEntry, JournalEvidence } from '../../model/case/journal.ts';
import { compactInstant, type Instant, isBefore, parseInstant } from '../../model/instant.ts';
import { byCodeUnit } from '../../model/name.ts';
import { sha256 } from '../../model/sha256.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { createFile } from '../disk/create-file.ts';
import { renameNew, syncFolder, unlessMissing } from '../disk/files.ts';
import { type Machine, takeLock } from '../disk/lock.ts';
import type { CasePaths } from '../workspace.ts';

export interface Leaving {
  /** The server took it: what the journal cites. */
  taken(): JournalEvidence;
  /** Nothing left: no trace is needed. */
  abandoned(): void;
}

const SENT = /^(sent|trial)-(\d{8}T\d{6}Z)(?:-after-(\d+))?(?:-\d+)?\.eml(\.partial)?$/;

interface Beginning {
  readonly letter: string;
  /** `trial` goes to oneself, and is never mistaken for the letter. */
  readonly as: 'sent' | 'trial';
  readonly at: Instant;
  readonly octets: Uint8Array;
  /** As it stands before the mail leaves. */
  readonly journal: readonly JournalEntry[];
}

export function beginLeaving(paths: CasePaths, { letter, as, at, octets, journal }: Beginning): Leaving {
  const folder = join(paths.letters, letter);
  const compact = compactInstant(at);
  // Names tell the second only, and in a rehearsal time stands still: what was written down in that very second but before
  // is counted, so that it does not pass for what a person found out afterwards.
  const before = settling({ letter, journal, at: expanded(compact) ?? at });
  const after = before === 0 ? '' : `-after-${before}`;
  const { file, partial } = partialIn(folder, `${as}-${compact}${after}`, octets);
  syncFolder(folder);
  return {
    taken() {
      if (!renameNew(partial, join(folder, file))) throw underWay(letter, join(folder, file));
      syncFolder(folder);
      const digest = sha256(octets);
      return { file: `letters/${letter}/${file}`, 'sha-256': digest };
    },
    abandoned: () => rmSync(partial, { force: true }),
  };
}

/** A second attempt in one second has a number: in a rehearsal time may stand still. */
function partialIn(folder: string, stem: string, octets: Uint8Array) {
  for (let count = 1; ; count += 1) {
    const file = count === 1 ? `${stem}.eml` : `${stem}-${count}.eml`;
    const partial = join(folder, `${file}.partial`);
    if (!existsSync(join(folder, file)) && createFile(partial, octets)) return { file, partial };
  }
}

interface Unsettled {
  /** In the case's folder. */
  readonly file: string;
  readonly at: Instant;
}

/** Mails that left for a letter, or may have, of which the journal does not say what became of them; oldest first. */
export function unsettledMails(
  paths: CasePaths,
  letter: string,
  journal: readonly JournalEntry[],
): readonly Unsettled[] {
  const names = unlessMissing(() => readdirSync(join(paths.letters, letter))) ?? [];
  return [...names].sort(byCodeUnit).flatMap((name) => {
    const [, as, compact = '', before = '0'] = SENT.exec(name) ?? [];
    const at = as === 'sent' ? expanded(compact) : undefined;
    if (at === undefined) return [];
    const file = `letters/${letter}/${name}`;
    const cited = journal.some(({ evidence }) => evidence?.file === file);
    return cited || settling({ letter, journal, at }) > Number(before) ? [] : [{ file, at }];
  });
}

interface Settling {
  readonly letter: string;
  readonly journal: readonly JournalEntry[];
  readonly at: Instant;
}

/** What a person wrote down about the letter since. A trial is none of it, and a mail that was only filed says nothing yet. */
function settling({ letter, journal, at }: Settling): number {
  return journal.filter(
    ({ event, messageId, recorded, ...entry }) =>
      entry.letter === letter &&
      event !== 'trial' &&
      !(event === 'note' && messageId !== undefined) &&
      !isBefore(recorded ?? entry.at, at),
  ).length;
}

/** Only one process sends a letter at a time. `release` when it is done. */
export function takeLetter(paths: CasePaths, letter: string, machine: Machine): { release(): void } {
  mkdirSync(paths.letters, { recursive: true });
  const lock = takeLock(join(paths.letters, `.${letter}.lock`), machine);
  if (!lock.held) return lock;
  throw underWay(letter, lock.file);
}

function expanded(compact: string): Instant | undefined {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(compact) ?? [];
  return parseInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function underWay(letter: string, file: string): TakedownError {
  return new TakedownError('guard', {
    code: 'sending-under-way',
    message: `Another process is sending the letter ${letter}.`,
    hint: `If none is running, look what became of it; the file is ${file}`,
  });
}
