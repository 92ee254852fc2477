// Who is writing: a file beside what is written, with process, host and the process's own start, so that the lock of one
// that died (or of another one that got its number later) is told from a live one. Linux shows starts in /proc (proc(5)).
import { existsSync, linkSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isCode, readPart } from './files.ts';
import { isRecord, jsonLine, readObject } from './json-text.ts';
import { withFile } from './open-file.ts';
import { beginningOf, showsProcesses } from './processes.ts';

export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** The process's start as the kernel counts it; empty where that is not shown. */
  readonly began: string;
}

export interface Machine {
  readonly self: Holder;
  /** Whether a process of this number runs here. */
  hasProcess(pid: number): boolean;
}

/** `answers` asks the system whether a process exists; without it only Linux's /proc is looked at. */
export function machineOf(pid: number, answers?: (pid: number) => boolean): Machine {
  return {
    self: { pid, host: hostname(), began: beginningOf(pid) ?? '' },
    hasProcess: (other) =>
      showsProcesses() || answers === undefined ? beginningOf(other) !== undefined : answers(other),
  };
}

type Locking =
  | { readonly held: false; release(): void }
  /** `holder` is absent where the lock file cannot be read. */
  | { readonly held: true; readonly file: string; readonly holder?: Holder };

/** Takes the lock, also one whose holder is dead. Never waits. */
export function takeLock(file: string, machine: Machine): Locking {
  if (writeLock(file, machine)) return mine(file, machine);
  const holder = holderOf(file);
  if (holder === undefined || isLive(holder, machine)) return { held: true, file, ...(holder && { holder }) };
  return replaceDead(file, machine);
}

/** Whether somebody has the lock now; a file that cannot be read counts as one. Takes nothing and writes nothing. */
export function isHeld(file: string, machine: Machine): boolean {
  if (!existsSync(file)) return false;
  const holder = holderOf(file);
  return holder === undefined || isLive(holder, machine);
}

interface Patience {
  readonly tries: number;
  /** Milliseconds. */
  readonly apart: number;
}

/** `undefined`: whoever holds it does not let go. */
export async function takeLockInTime(
  file: string,
  machine: Machine,
  { tries, apart }: Patience,
): Promise<{ release(): void } | undefined> {
  for (let tried = 0; tried < tries; tried += 1) {
    const lock = takeLock(file, machine);
    if (!lock.held) return lock;
    await sleep(apart);
  }
  return undefined;
}

/** Two that find the same dead lock: only the one that gets the lock on the lock may replace it. Whoever died with that one is replaced alike. */
function replaceDead(file: string, machine: Machine): Locking {
  const guard = takeLock(guardOf(file), machine);
  if (guard.held) return guard;
  try {
    const holder = holderOf(file);
    if (holder !== undefined && isLive(holder, machine)) return { held: true, file, holder };
    rmSync(file, { force: true });
    return writeLock(file, machine) ? mine(file, machine) : { held: true, file, ...optional(holderOf(file)) };
  } finally {
    guard.release();
  }
}

function guardOf(file: string): string {
  return `${file}.lock`;
}

function optional(holder: Holder | undefined): { readonly holder?: Holder } {
  return holder === undefined ? {} : { holder };
}

function mine(file: string, machine: Machine): Locking {
  removeAsides(file, machine);
  removeGuard(file, machine);
  return { held: false, release: () => rmSync(file, { force: true }) };
}

/** Written aside and linked into place, so that a lock is never seen half written. */
function writeLock(file: string, { self }: Machine): boolean {
  const aside = `${file}.${self.pid}.lock`;
  try {
    writeFileSync(aside, `${jsonLine(self)}\n`);
    linkSync(aside, file);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    // Of this name nobody ever heard; what does not let itself be written into is the folder.
    throw error instanceof Error ? Object.assign(error, { path: dirname(file) }) : error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** What processes left that died between the two steps of `writeLock`. */
function removeAsides(file: string, machine: Machine): void {
  const start = `${basename(file)}.`;
  for (const name of readdirSync(dirname(file))) {
    const pid = name.startsWith(start) ? /^(\d+)\.lock$/.exec(name.slice(start.length))?.[1] : undefined;
    if (pid !== undefined && !machine.hasProcess(Number(pid))) rmSync(join(dirname(file), name), { force: true });
  }
}

/** What a process left that died when it had replaced the lock. One in use stays. */
function removeGuard(file: string, machine: Machine): void {
  const guard = existsSync(guardOf(file)) ? takeLock(guardOf(file), machine) : undefined;
  if (guard?.held === false) guard.release();
}

/** Another host's process cannot be looked at: it counts as live. */
function isLive(holder: Holder, machine: Machine): boolean {
  const { self } = machine;
  if (holder.host !== self.host || (holder.pid === self.pid && holder.began === self.began)) return true;
  if (!machine.hasProcess(holder.pid)) return false;
  const began = beginningOf(holder.pid);
  return holder.began === '' || began === undefined || began === holder.began;
}

/** More than any holder takes. */
const LONGEST = 4_096;

/** Empty for what cannot be read, is no file, or is gone. */
function textAt(file: string): string {
  try {
    return withFile(file, (handle) => readPart(handle, 0, LONGEST).toString('utf8'));
  } catch {
    return '';
  }
}

function holderOf(file: string): Holder | undefined {
  const value = readObject(textAt(file));
  if (!isRecord(value)) return undefined;
  const { pid, host, began } = value;
  if (typeof pid !== 'number' || typeof host !== 'string' || typeof began !== 'string') return undefined;
  return { pid, host, began };
}
