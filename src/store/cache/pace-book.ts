// The book in which runs of one machine reserve their turns at real servers: one small file in the user's cache folder, read
// and written whole under a lock that is held for a moment. It may be deleted at any time; what cannot be read is an empty
// book, and what cannot be written or locked is none. Everything in it lapses by itself.
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PaceBook, ReservedTurns, WantedTurns } from '../../model/asking/pace.ts';
import { isCode, unlessMissing } from '../disk/files.ts';
import { type BookPages, formatPages, type Page, pageOf, readPages } from './pace-pages.ts';

export interface PaceBookPlace {
  readonly folder: string;
  /** Names the turns of this process. */
  readonly pid: number;
  /** Milliseconds since 1970: the only clock that processes share. */
  now(): number;
  /** Told once, in a sentence, when the book was damaged or cannot be used. */
  warn(text: string): void;
}

/** A turn whose process has died is over after this: longer than any exchange may take. */
const LEASE_MS = 30_000;

/** Of servers that bear more at once than this, turns are only spaced: nobody would notice one more. */
const COUNTED = 8;

/** Turns of a fast server are reserved for so long ahead, so that the book is written ten times a second at most. */
const AHEAD_MS = 100;

/** Whoever holds the lock longer has died or sleeps. */
const STALE_MS = 5000;

/** A lock that cannot be had for so long is no longer waited for. */
const PATIENCE_MS = 10_000;

/** Between two looks at a lock, or at a server all of whose turns are taken. */
const AGAIN_MS = 5;
const TAKEN_MS = 50;

const FREE: ReservedTurns = { ok: true, inMs: [0], leave: () => undefined };

export function openPaceBook(place: PaceBookPlace): PaceBook {
  const { now } = place;
  const files = { book: join(place.folder, 'pace.json'), lock: join(place.folder, 'pace.lock') };
  let usable = true;
  let lockedSince: number | undefined;
  let turns = 0;
  const over = new Set<string>();
  const warned = new Set<string>();
  const warn = (text: string) => {
    if (!warned.has(text)) place.warn(text);
    warned.add(text);
  };
  const giveUp = (why: string) => {
    usable = false;
    warn(`The book of turns in ${place.folder} ${why}; other runs of this machine are not taken into account.`);
  };
  /** `undefined`: somebody else has it, or there is none. */
  const withBook = <T>(act: (pages: BookPages) => T): T | undefined => {
    if (!usable) return undefined;
    try {
      mkdirSync(place.folder, { recursive: true });
      if (!takeLock(files.lock, now())) {
        lockedSince ??= now();
        if (now() - lockedSince > PATIENCE_MS) giveUp('is locked');
        return undefined;
      }
    } catch {
      giveUp('cannot be written');
      return undefined;
    }
    lockedSince = undefined;
    try {
      const text = unlessMissing(() => readFileSync(files.book, 'utf8'));
      const pages = text === undefined ? new Map<string, Page>() : readPages(text, now());
      if (pages === undefined) warn(`The book of turns ${files.book} could not be read and is begun anew.`);
      const book = pages ?? new Map<string, Page>();
      for (const page of book.values()) page.held = page.held.filter(({ id }) => !over.has(id));
      const outcome = act(book);
      const aside = `${files.book}.${place.pid}.new`;
      writeFileSync(aside, formatPages(book, now()));
      renameSync(aside, files.book);
      over.clear();
      return outcome;
    } catch {
      giveUp('cannot be written');
      return undefined;
    } finally {
      rmSync(files.lock, { force: true });
    }
  };
  return {
    reserve(server, wanted) {
      const reserved = withBook((pages) => {
        const id = `${place.pid}.${turns++}`;
        const inMs = reserveIn(pageOf(pages, server), { ...wanted, id, now: now() });
        return inMs === undefined ? undefined : { inMs, id };
      });
      if (reserved === undefined)
        return usable ? { ok: false, againMs: lockedSince === undefined ? TAKEN_MS : AGAIN_MS } : FREE;
      const { inMs, id } = reserved;
      const leave = () => {
        over.add(id);
        withBook(() => undefined);
      };
      return { ok: true, inMs, leave: wanted.limit.atOnce > COUNTED ? () => undefined : leave };
    },
    holdOff(server, milliseconds) {
      withBook((pages) => {
        const page = pageOf(pages, server);
        page.quiet = Math.max(page.quiet, now() + milliseconds);
      });
    },
  };
}

interface Reserving extends WantedTurns {
  readonly id: string;
  readonly now: number;
}

/** `undefined`: as many as may be are under way. */
function reserveIn(page: Page, { limit, turns, id, now }: Reserving): readonly number[] | undefined {
  const counted = limit.atOnce <= COUNTED;
  if (counted && page.held.length >= Math.max(1, limit.atOnce)) return undefined;
  const many = counted ? 1 : Math.max(1, Math.min(turns, Math.ceil(AHEAD_MS / Math.max(1, limit.apart))));
  const first = Math.max(now, page.next, page.quiet);
  page.next = first + many * limit.apart;
  if (counted) page.held = [...page.held, { id, until: first + LEASE_MS }];
  return Array.from({ length: many }, (_, i) => first + i * limit.apart - now);
}

/**
 * By age alone, since it is held for a moment: two that find the same old one may both take it, and the worst that comes of
 * that is a turn that was reserved twice.
 */
function takeLock(lock: string, now: number): boolean {
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    const age = unlessMissing(() => now - statSync(lock).mtimeMs);
    if (age !== undefined && Math.abs(age) > STALE_MS) rmSync(lock, { force: true });
    return false;
  }
}
