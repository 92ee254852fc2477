// Whether the DS at the parent lead to keys that sign: one DS that does is enough (RFC 4035 section 5.2), at every delegated server,
// since a resolver may ask any of them.

import type { Dossier, ServerAnswers } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import { type DnsKey, type DsRecord, dsMatches } from '../model/seen/delegation.ts';
import { runOf } from '../model/seen/observation-id.ts';
import { longest, momentText, whileItStands } from './lasting.ts';
import { met, unknown, unmet } from './say.ts';
import type { Word } from './words.ts';

interface Published {
  /** Those that a resolver acts on. */
  readonly records: readonly DsRecord[];
  readonly citations: readonly string[];
  readonly notes: readonly string[];
}

/** IANA registry of DS digest types. */
const SHA1 = 1;

/** What a way down from a DS comes to, the best first. */
const WAYS = ['valid', 'untold', 'sha1-alone', 'out-of-time', 'unsigned', 'no-key'] as const;
type Way = (typeof WAYS)[number];

interface AtServer {
  readonly server: ServerAnswers;
  readonly citations: readonly string[];
  readonly way: Way;
  /** The keys that a DS leads to. */
  readonly led: readonly DnsKey[];
}

export function judgeKeys(dossier: Dossier, published: Published): Judgement {
  const { servers } = dossier;
  const shown = servers.flatMap((server) => atServer(server, published.records));
  const tags = dsText(published.records);
  for (const [way, say] of Object.entries(BROKEN)) {
    const broken = shown.find((one) => one.way === way);
    if (broken !== undefined) return brokenAt(broken, { dossier, published, say });
  }
  const silent = servers.find((server) => !server.keys.known);
  if (silent !== undefined && !silent.keys.known) {
    const reason = `${tags} at the parent, keys not seen at ${silent.server}: ${silent.keys.reason}`;
    return untold(published, silent.keys.word, { reason, citations: silent.keys.citations });
  }
  if (servers.length === 0) {
    const reason = `${tags} at the parent, and no delegated server was asked`;
    return untold(published, 'not-asked', { reason, citations: [] });
  }
  if (shown.some(({ way }) => way === 'sha1-alone')) return bySha1(shown, published);
  const untoldAt = shown.find(({ way }) => way === 'untold');
  if (untoldAt !== undefined) {
    const reason = `${tags} at the parent matches a key at ${untoldAt.server.server}, and whether that one signs the zone’s keys is not known`;
    return unknown('keys-unverified', reason, { citations: [...published.citations, ...untoldAt.citations] });
  }
  return met(`${tags} at the parent matches a key that signs the zone’s keys`, {
    citations: [...published.citations, ...shown.flatMap(({ citations }) => citations)],
    notes: [...published.notes, ...leftOver(published.records, servers)],
  });
}

function atServer(server: ServerAnswers, records: readonly DsRecord[]): readonly AtServer[] {
  if (!server.keys.known) return [];
  const keys = server.keys.value;
  const led = ledBy(records, keys);
  const way = bestOf(led);
  const strict = bestOf(ledBy(withoutSha1(records), keys));
  const hidden = way === 'valid' && strict !== 'valid' && strict !== 'untold';
  return [{ server, citations: server.keys.citations, way: hidden ? 'sha1-alone' : way, led }];
}

function ledBy(records: readonly DsRecord[], keys: readonly DnsKey[]): readonly DnsKey[] {
  return keys.filter((key) => records.some((ds) => dsMatches(ds, key)));
}

function bestOf(led: readonly DnsKey[]): Way {
  const ways = led.map(wayOf);
  return WAYS.find((way) => ways.includes(way)) ?? 'no-key';
}

/** RFC 4509 section 3: beside a better digest a validator should ignore SHA-1, whichever key that one names. BIND does, unbound does not. */
function withoutSha1(records: readonly DsRecord[]): readonly DsRecord[] {
  const better = records.filter(({ digestType }) => digestType !== SHA1);
  return better.length > 0 ? better : records;
}

function wayOf({ signs }: DnsKey): Way {
  switch (signs) {
    case 'valid':
      return 'valid';
    case 'expired':
    case 'early':
      return 'out-of-time';
    case 'wrongly':
    case 'nothing':
      return 'unsigned';
    default:
      return 'untold';
  }
}

interface Saying {
  readonly word: Word;
  /** After the number of the DS and the server. */
  reason(at: AtServer, tags: string): string;
  now(tags: string): string;
}

/** What makes validating resolvers fail. */
const BROKEN: Readonly<Partial<Record<Way, Saying>>> = {
  'no-key': {
    word: 'stale-ds',
    reason: ({ server }) => `no key at ${server.server} matches it`,
    now: (tags) => `${tags} without a key`,
  },
  unsigned: {
    word: 'ds-key-unsigned',
    reason: ({ server }) => `its key at ${server.server} does not sign the zone’s keys`,
    now: (tags) => `${tags} with a key that does not sign`,
  },
  'out-of-time': {
    word: 'signatures-out-of-time',
    reason: ({ server, led }) => `at ${server.server} the signature over the zone’s keys ${timeText(led)}`,
    now: (tags) => `${tags} with a signature out of time`,
  },
};

function brokenAt(
  at: AtServer,
  { dossier, published, say }: { readonly dossier: Dossier; readonly published: Published; readonly say: Saying },
): Judgement {
  const tags = dsText(published.records);
  if (!isOneLook(published, at)) {
    const reason = `${tags} at the parent, and the keys at ${at.server.server} were looked at in another run`;
    return untold(published, 'not-asked', { reason, citations: at.citations });
  }
  const lasting = whileItStands(tags, longest(dossier, 'ds'));
  const reason = `validating resolvers get SERVFAIL ${lasting}: ${say.reason(at, tags)}`;
  const citations = [...published.citations, ...at.citations];
  return unmet(say.word, reason, { citations, now: say.now(tags), ask: `to remove ${tags}` });
}

/** A key may have come or gone with the DS, after the servers were asked: a look before service asks the parent zone alone. */
function isOneLook(published: Published, at: AtServer): boolean {
  const runs = new Set([...published.citations, ...at.citations].map(runOf));
  return runs.size <= 1;
}

function timeText(led: readonly DnsKey[]): string {
  const expired = led.find(({ signs }) => signs === 'expired');
  if (expired === undefined) return 'is not valid yet';
  return expired.signsUntil === undefined ? 'has expired' : `expired ${momentText(expired.signsUntil)}`;
}

/** Some resolvers fail and others do not, so that neither verdict would be true of all. */
function bySha1(shown: readonly AtServer[], { records, citations }: Published): Judgement {
  const at = shown.filter(({ way }) => way === 'sha1-alone');
  const better = dsText(withoutSha1(records));
  const reason = `only an SHA-1 digest leads to a key that signs, and beside ${better} many validating resolvers ignore it and answer SERVFAIL`;
  const cited = at.flatMap((one) => one.citations);
  return unknown('ds-sha1-ignored', reason, { citations: [...citations, ...cited] });
}

function untold(
  published: Published,
  word: string,
  { reason, citations }: { readonly reason: string; readonly citations: readonly string[] },
): Judgement {
  return { verdict: 'unknown', word, reason, citations: [...published.citations, ...citations] };
}

/** The others are worth a word. */
function leftOver(records: readonly DsRecord[], servers: readonly ServerAnswers[]): readonly string[] {
  const keys = servers.flatMap((server) => (server.keys.known ? server.keys.value : []));
  const idle = records.filter((ds) => !keys.some((key) => dsMatches(ds, key)));
  return idle.length === 0 ? [] : [`${dsText(idle)} matches no key and is not needed`];
}

/** `DS 4711, 4712` */
export function dsText(records: readonly DsRecord[]): string {
  const tags = [...new Set(records.map((ds) => ds.keyTag))].sort((a, b) => a - b);
  return `DS ${tags.join(', ')}`;
}
