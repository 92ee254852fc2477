// What verified NSEC records prove (RFC 4034 section 4, RFC 4035 section 5.4, RFC 6840 sections 4.1 to 4.4). Pure.
import { compareNames } from '../dns/codec/canonical.ts';
import { isUnder, lineageOf, lowerName, sameName } from '../dns/codec/names.ts';
import { TYPES } from '../dns/codec/types.ts';

export interface Nsec {
  readonly owner: string;
  readonly next: string;
  readonly types: readonly number[];
}

/** A delegation without DS at exactly this name: it has NS, no DS, and it is the parent's record, not the child's. */
export function nsecDeniesDs(records: readonly Nsec[], name: string): boolean {
  return records.some(({ owner, types }) => sameName(owner, name) && isUnsignedCut(types));
}

export function isUnsignedCut(types: readonly number[]): boolean {
  const lacks = [TYPES.DS, TYPES.SOA, TYPES.CNAME].every((type) => !types.includes(type));
  return types.includes(TYPES.NS) && lacks;
}

/** The name is there and is no delegation, or it is there only because something lies under it. */
export function nsecDeniesCut(records: readonly Nsec[], { name, zone }: Asked): boolean {
  return records.some((record) => {
    if (sameName(record.owner, name)) return !record.types.includes(TYPES.NS) && !record.types.includes(TYPES.CNAME);
    return covers(record, { name, zone }) && isUnder(record.next, name);
  });
}

export interface Asked {
  readonly name: string;
  readonly zone: string;
}

/** Neither the name nor a wildcard that would make it. */
export function nsecDeniesName(records: readonly Nsec[], { name, zone }: Asked): boolean {
  const covering = records.find((record) => covers(record, { name, zone }) && !isUnder(record.next, name));
  if (covering === undefined) return false;
  const encloser = closestEncloser(covering, name);
  const wildcard = encloser === '.' ? '*' : `*.${encloser}`;
  return records.some((record) => covers(record, { name: wildcard, zone }));
}

/** Between an owner and its next name; a cut's record says nothing of what lies below the cut. */
function covers({ owner, next, types }: Nsec, { name, zone }: Asked): boolean {
  if (isUnder(name, owner) && isLeaving(types)) return false;
  if (compareNames(owner, name) >= 0) return false;
  return sameName(next, zone) || compareNames(name, next) < 0;
}

/** Records of a cut or a DNAME: other rules hold below. */
export function isLeaving(types: readonly number[]): boolean {
  return types.includes(TYPES.DNAME) || (types.includes(TYPES.NS) && !types.includes(TYPES.SOA));
}

/** The longest ancestor that the two names around the gap share with it. */
function closestEncloser({ owner, next }: Nsec, name: string): string {
  const line = lineageOf(lowerName(name));
  const shared = (other: string) => line.filter((step) => isUnder(other, step)).length;
  return line[Math.max(shared(owner), shared(next)) - 1] ?? '.';
}
