// The second reader: whoiser's parser for the layouts that read.ts does not know. The only file that imports it, and only
// when a record needs it. It is given text and never a socket: the host is named, one hop, and the query is ours
// (design/field/registration.md, "What to build").
import { type Name, topLabel } from '../../model/name.ts';
import type { RegistrationFacts } from '../../model/seen/observation.ts';
import { readDate } from '../dates.ts';
import {
  type Draft,
  type Field,
  ianaIdOf,
  put,
  putNameServerSet,
  putStatuses,
  registrarName,
  whoisStatus,
} from '../facts.ts';
import { isWithheld } from '../redaction.ts';
import { UNREADABLE } from './decode.ts';
import { has } from './quirks.ts';
import { signedOf, statusWords } from './read.ts';
import { hostsOfAll } from './server-line.ts';

/** What it is known to read wrongly, by top-level label. From design/field/registration.md, last verified 2026-11. */
const MISREAD: Readonly<Record<string, readonly Field[]>> = {
  dk: ['nameServers'],
  pt: ['nameServers'],
  pl: ['nameServers'],
  de: ['registrar', 'created'],
  ee: ['created'],
  ar: ['created', 'registrar'],
  cr: ['created', 'registrar'],
  ua: ['statuses', 'otherStatuses'],
};

/** It takes the organisation of a contact for the registrar, and a part of an address for a status: which labels may mean it. */
const MEANT = {
  registrar: /registrar(?! (?:handle|id|created|whois|url|contact|abuse|phone|e-?mail)\b)/,
  registrant: /^(?:registrant|owner|trading as)/,
  status: /status|flags/,
} as const;

interface WhoisText {
  readonly name: Name;
  readonly host: string;
  /** Cleaned; see clean.ts. */
  readonly lines: readonly string[];
}

/** Never throws: a record that it cannot read gives no facts. */
export async function readSecondly(given: WhoisText): Promise<RegistrationFacts> {
  try {
    const { whoisDomain } = await import('whoiser');
    const text = given.lines.join('\n');
    const whoisQuery = async () => text;
    const read = await whoisDomain(given.name, { host: given.host, follow: 1, ignorePrivacy: false, whoisQuery });
    return factsOf(new Map<string, unknown>(Object.entries(read[given.host] ?? {})), given);
  } catch {
    return {};
  }
}

function factsOf(record: ReadonlyMap<string, unknown>, given: WhoisText): RegistrationFacts {
  const values = new Set(given.lines.flatMap(valuesIn));
  const text = (key: string): string | undefined => {
    const value = record.get(key);
    // It glues repeated labels into one value; what no single line states was glued.
    return typeof value === 'string' && value !== '' && values.has(value) ? value : undefined;
  };
  const list = (key: string): readonly string[] => {
    const value = record.get(key);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  };
  const draft: Draft = {};
  const labels = labelsByValue(given.lines);
  const stands = (value: string | undefined, label: RegExp): string | undefined =>
    value !== undefined && labels.get(value)?.some((one) => one === '' || label.test(one)) === true ? value : undefined;
  putRegistrar(draft, (key) => stands(text(key), MEANT.registrar));
  putRegistrant(draft, (key) => stands(text(key), MEANT.registrant));
  // Not where an earlier day is said to be that of the registration.
  if (!given.lines.some((line) => /^\s*reg_created:/i.test(line))) put(draft, 'created', dateOf(text('Created Date')));
  // Its dates of change are as often those of a contact or of the server.
  put(draft, 'expires', dateOf(text('Expiry Date')));
  put(draft, 'signed', signedOf(text('DNSSEC') ?? ''));
  const statuses = list('Domain Status').flatMap((value) => stands(value, MEANT.status) ?? []);
  putStatuses(draft, statuses.flatMap(statusWords), whoisStatus);
  const servers = hostsOfAll(list('Name Server')) ?? [];
  if (!servers.includes(given.name)) putNameServerSet(draft, servers);
  if (has('registrarIsHandle', topLabel(given.name))) delete draft.registrar;
  for (const field of MISREAD[topLabel(given.name)] ?? []) delete draft[field];
  return draft;
}

/** A line whole, and what stands behind its first colon. */
function valuesIn(line: string): readonly string[] {
  return [line.trim(), line.slice(line.indexOf(':') + 1).trim()];
}

/** The labels that each value stands behind; an empty one where it is alone on its line, under a heading. */
function labelsByValue(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const labels = new Map<string, string[]>();
  const put = (value: string, label: string) => {
    const known = labels.get(value);
    if (known === undefined) labels.set(value, [label]);
    else if (known.length < MOST_LABELS) known.push(label);
  };
  for (const line of lines) {
    const colon = Math.max(line.indexOf(':'), 0);
    put(line.slice(colon + 1).trim(), line.slice(0, colon).toLowerCase());
    put(line.trim(), '');
  }
  return labels;
}

/** More lines than any honest record has for one value. */
const MOST_LABELS = 20;

function dateOf(text: string | undefined) {
  return text === undefined ? undefined : readDate(text);
}

function putRegistrar(draft: Draft, text: (key: string) => string | undefined): void {
  const name = registrarName(text('Registrar') ?? '') || undefined;
  const ianaId = ianaIdOf(text('Registrar IANA ID'));
  if (name === undefined && ianaId === undefined) return;
  draft.registrar = { ...(name !== undefined && { name }), ...(ianaId !== undefined && { ianaId }) };
}

function putRegistrant(draft: Draft, text: (key: string) => string | undefined): void {
  const organisation = text('Registrant Organization');
  if (organisation === undefined || organisation.includes(UNREADABLE)) return;
  draft.registrant = isWithheld(organisation) ? { shown: 'redacted' } : { shown: 'stated', organisation };
}
