// Small pieces that the WHOIS and RDAP readers share: building facts field by field, and values of which there is one.

import { byCodeUnit, type Name } from '../model/name.ts';
import type { RegistrarOfRecord } from '../model/registrar.ts';
import { nameServerSet } from '../model/seen/delegation.ts';
import { type EppStatus, parseEppStatus } from '../model/seen/epp-status.ts';
import type { RegistrationFacts } from '../model/seen/observation.ts';

/** Facts in the making: a field that stays absent was not stated. */
export type Draft = { -readonly [Field in keyof RegistrationFacts]: RegistrationFacts[Field] };

export type Field = keyof RegistrationFacts;

export function put<F extends Field>(draft: Draft, field: F, value: Draft[F] | undefined): void {
  if (value !== undefined) draft[field] = value;
}

/** A value that may be stated once: nothing readable, one value, or several that differ. */
export type Single<T> =
  | { readonly is: 'absent' }
  | { readonly is: 'stated'; readonly value: T }
  | { readonly is: 'contradictory' };

/** Equal values may be repeated; `key` says what is equal. */
export function single<T>(values: readonly T[], key: (value: T) => string): Single<T> {
  const [first] = values;
  if (first === undefined) return { is: 'absent' };
  return values.every((value) => key(value) === key(first)) ? { is: 'stated', value: first } : { is: 'contradictory' };
}

export function statedValue<T>(found: Single<T>): T | undefined {
  return found.is === 'stated' ? found.value : undefined;
}

/** A registrar is named, numbered or both; where either is stated twice and differently, it is not known which it is. */
export function registrarOf(named: Single<string>, numbered: Single<number>): Single<RegistrarOfRecord> {
  if (named.is === 'contradictory' || numbered.is === 'contradictory') return { is: 'contradictory' };
  if (named.is === 'absent' && numbered.is === 'absent') return { is: 'absent' };
  return {
    is: 'stated',
    value: {
      ...(named.is === 'stated' && { name: named.value }),
      ...(numbered.is === 'stated' && { ianaId: numbered.value }),
    },
  };
}

/** How registries write that there is none, or that they do not say. Last verified 2026-11: Nominet .uk, and several. */
const NO_REGISTRAR = /^(?:no registrar\b|none$|n\/?a$|not applicable|unknown$|[-.]+$)/i;

/** The registrar's number in the registry's own books: `R36-ASIA (1052)`, `(R91-LROR)`, `[TCI-REG-DETI]`. */
const REGISTRY_CODE = /\s*(?:\(R\d+-[A-Z]+\)|\bR\d+-[A-Z]+(?:\s*\(\d+\))?|\[[A-Z0-9]+(?:-[A-Z0-9]+)+\])$/;

/** Without what registries hang on to it: `[Tag = X]`, `[ID = X]`, a web address in brackets or behind. Empty where none is named. */
export function registrarName(text: string): string {
  // U+FFFD stands for letters that could not be read: half a name is nobody's.
  if (NO_REGISTRAR.test(text.trim()) || text.includes('\ufffd')) return '';
  // A number by itself, as in .hu before 2010, is a handle in the registry's own books.
  if (/^\d+$/.test(text.trim())) return '';
  // A person at the registrar, as in CentralNic's layout before 2011.
  if (/\S@\S+\.\S/.test(text)) return '';
  const name = text
    .replace(/\s*\(IANA ID:\s*\d+\)$/i, '')
    .replace(REGISTRY_CODE, '')
    .replace(/\s*\[\s*(?:tag|id)\s*=[^\]]*\]\s*$/i, '')
    .replace(/,?\s+www\.\S+$/i, '')
    .replace(/\s*\(\s*https?:[^)]*\)\s*$/i, '')
    .replace(/\s+https?:\S+$/i, '')
    .trim();
  return isBroken(name) ? '' : name;
}

/** `Authority (AUT`, where a relay breaks long lines: the rest stands below it. */
function isBroken(name: string): boolean {
  const open = name.lastIndexOf('(');
  return open > name.lastIndexOf(')') || name.lastIndexOf('[') > name.lastIndexOf(']');
}

/** For comparing names of organisations: case, blanks and punctuation are no difference. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** An IANA registrar ID written as a number or as digits. */
export function ianaIdOf(value: unknown): number | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
}

/** Longer lists of statuses or name servers are no registry's: they count as not stated. */
const LONGEST_LIST = 100;

/** An empty list states nothing here; where a protocol can state it, its reader does. */
export function putNameServerSet(draft: Draft, names: readonly Name[]): void {
  if (names.length > 0 && names.length <= LONGEST_LIST) draft.nameServers = nameServerSet(names);
}

/** When every word is unknown no list is given: a layout that is not understood does not state that locks are missing. */
export function putStatuses(
  draft: Draft,
  words: readonly string[],
  read: (word: string) => EppStatus | undefined,
): void {
  if (words.length > LONGEST_LIST) return;
  const known = words.flatMap((word) => read(word) ?? []);
  const others = words.filter((word) => read(word) === undefined);
  if (known.length > 0) draft.statuses = [...new Set(known)].sort(byCodeUnit);
  if (others.length > 0) draft.otherStatuses = [...new Set(others)].sort(byCodeUnit);
}

/** EPP's own spelling only, blanks and case apart: `ACTIVE` in a registry's own layout is not EPP's `ok`. */
export function whoisStatus(word: string): EppStatus | undefined {
  const status = parseEppStatus(word);
  return status !== undefined && word.toLowerCase().replace(/[^a-z]/g, '') === status.toLowerCase()
    ? status
    : undefined;
}
