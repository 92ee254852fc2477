// The text of the book of turns: for each server until when it is quiet, when the next turn may start, who is at it. Pure.
// Whatever lies too far ahead, as after a clock was set back, is no promise that anybody made: it is cut off.
import { isRecord, readObject } from '../disk/json-text.ts';

interface Lease {
  readonly id: string;
  readonly until: number;
}

export interface Page {
  /** Milliseconds since 1970, all three. */
  next: number;
  quiet: number;
  held: readonly Lease[];
}

export type BookPages = Map<string, Page>;

const FORMAT = 1;

/** Longer than the longest hold-off of any limit, and than any row of turns that wait. */
const FARTHEST_MS = 120_000;

/** More servers than any run asks in two minutes are no book of ours. */
const LARGEST = 1 << 20;

/** `undefined`: damaged. */
export function readPages(text: string, now: number): BookPages | undefined {
  const value = text.length > LARGEST ? undefined : readObject(text);
  if (value?.['takedown-pace'] !== FORMAT || !isRecord(value['servers'])) return undefined;
  const pages: BookPages = new Map();
  for (const [server, page] of Object.entries(value['servers'])) {
    if (!isRecord(page) || !Array.isArray(page['held'])) return undefined;
    const { next, quiet, held } = page;
    if (typeof next !== 'number' || typeof quiet !== 'number' || !held.every(isLease)) return undefined;
    const leases = held.filter(({ until }) => until > now && until < now + FARTHEST_MS);
    pages.set(server, { next: notTooFar(next, now), quiet: notTooFar(quiet, now), held: leases });
  }
  return pages;
}

function notTooFar(at: number, now: number): number {
  return at > now + FARTHEST_MS ? 0 : at;
}

function isLease(value: unknown): value is Lease {
  return isRecord(value) && typeof value['id'] === 'string' && typeof value['until'] === 'number';
}

/** Servers of which nothing is left to say are left out. */
export function formatPages(pages: BookPages, now: number): string {
  const current = [...pages].filter(([, { next, quiet, held }]) => next > now || quiet > now || held.length > 0);
  return `${JSON.stringify({ 'takedown-pace': FORMAT, servers: Object.fromEntries(current) })}\n`;
}

export function pageOf(pages: BookPages, server: string): Page {
  const known = pages.get(server);
  if (known !== undefined) return known;
  const page: Page = { next: 0, quiet: 0, held: [] };
  pages.set(server, page);
  return page;
}
