// The chain from the root's anchor down to a zone, read from what was heard: the root's keys, then for every cut its DS at the
// parent and its keys (RFC 4035 section 5). Pure: each answer is judged at the instant at which it was heard.

import { END_OF_TIME, earlier, type Instant } from '../../model/instant.ts';
import type { DsRecord } from '../../model/seen/delegation.ts';
import { readDs } from '../answers/read-delegation.ts';
import type { DnsMessage } from '../dns/codec/message.ts';
import { lineageOf, lowerName, ROOT } from '../dns/codec/names.ts';
import { TYPES } from '../dns/codec/types.ts';
import type { Heard } from '../heard/heard.ts';
import { denialOf } from './denial.ts';
import { setIn, verifySet } from './signed-set.ts';
import { trustKeys, usableDs, type ZoneKeys } from './zone-keys.ts';

/** How far a zone's word can be trusted. */
export type Trust =
  | { readonly kind: 'keys'; readonly keys: ZoneKeys }
  | { readonly kind: 'insecure' | 'bogus' | 'indeterminate'; readonly reason: string };

/** A DS set that the parent signed, or what stands in its place. */
export type DsTrust =
  | { readonly kind: 'ds'; readonly ds: readonly DsRecord[]; readonly until: Instant }
  | Exclude<Trust, { readonly kind: 'keys' }>;

/** Cuts on the way are those that a DS was asked for; `zone` and its ancestors in lower case. */
export function trustIn(
  zone: string,
  { anchors, heard }: { readonly anchors: readonly DsRecord[]; readonly heard: readonly Heard[] },
): Trust {
  let trust = rootTrust(anchors, heard);
  let above = ROOT;
  for (const step of lineageOf(lowerName(zone)).slice(1)) {
    if (!heard.some((one) => isOf(one, step, TYPES.DS))) continue;
    trust = trustBelow(trust, { zone: step, parent: above }, heard);
    above = step;
  }
  return trust;
}

function rootTrust(anchors: readonly DsRecord[], heard: readonly Heard[]): Trust {
  return keysTrust(ROOT, anchorDs(anchors), heard);
}

export function anchorDs(anchors: readonly DsRecord[]): DsTrust {
  if (anchors.length === 0) return { kind: 'indeterminate', reason: 'nobody vouches for the root of this network' };
  return { kind: 'ds', ds: usableDs(anchors), until: END_OF_TIME };
}

interface Cut {
  readonly zone: string;
  readonly parent: string;
}

function trustBelow(trust: Trust, cut: Cut, heard: readonly Heard[]): Trust {
  if (trust.kind !== 'keys') return trust;
  return keysTrust(cut.zone, dsBelow(trust.keys, cut, heard), heard);
}

/** What the parent says of the cut's DS, by the best of the answers that were heard. */
export function dsBelow(keys: ZoneKeys, cut: Cut, heard: readonly Heard[]): DsTrust {
  const answers = heard.filter((one) => isOf(one, cut.zone, TYPES.DS));
  const ds = best(answers, (message, at) => dsTrust(message, { ...cut, keys }, at));
  return ds ?? { kind: 'indeterminate', reason: `the DS of ${cut.zone} is not known` };
}

/** The keys that a DS set leads to. */
export function keysTrust(zone: string, ds: DsTrust, heard: readonly Heard[]): Trust {
  if (ds.kind !== 'ds') return ds;
  const answers = heard.filter((one) => isOf(one, zone, TYPES.DNSKEY));
  const keys = best(answers, (message, at): Trust => {
    const trusted = trustKeys(message, { zone, ...ds }, at);
    return trusted.ok ? { kind: 'keys', keys: trusted.keys } : { kind: 'bogus', reason: trusted.reason };
  });
  return keys ?? { kind: 'indeterminate', reason: `the keys of ${zone} are not known` };
}

/** As far as it is signed. */
function dsTrust(message: DnsMessage, { zone, parent, keys }: Cut & { readonly keys: ZoneKeys }, at: Instant): DsTrust {
  const reading = readDs(message, { zone: parent, name: zone });
  if (!reading.ok) return { kind: 'indeterminate', reason: `the DS of ${zone} is not known: ${reading.failure}` };
  if (reading.ds.length > 0) {
    const verified = verifySet(setIn(message.answers, zone, TYPES.DS), keys, at);
    if (!verified.ok) return { kind: 'bogus', reason: verified.reason };
    const usable = usableDs(reading.ds);
    if (usable.length > 0) return { kind: 'ds', ds: usable, until: earlier(keys.until, verified.until) };
    return { kind: 'insecure', reason: `no DS of ${zone} has an algorithm and a digest in use` };
  }
  const denial = denialOf(message, { denied: 'ds', name: zone, keys }, at);
  if (denial.kind === 'missing') return { kind: 'bogus', reason: denial.reason };
  if (denial.kind === 'unusable') return { kind: 'insecure', reason: denial.reason };
  return { kind: 'insecure', reason: `${zone} is not signed` };
}

function isOf({ name, type, recursion }: Heard, asked: string, askedType: number): boolean {
  return type === askedType && !recursion && lowerName(name) === asked;
}

/** The first answer that leads on, otherwise the first that says no; several servers may have been asked in turn. */
function best<T extends { readonly kind: string }>(
  answers: readonly Heard[],
  read: (message: DnsMessage, at: Instant) => T,
): T | undefined {
  const readings = answers.flatMap(({ answer, at }) => (answer.ok ? [read(answer.message, at)] : []));
  const leads = ({ kind }: T) => kind === 'keys' || kind === 'ds' || kind === 'insecure';
  return readings.find(leads) ?? readings.find(({ kind }) => kind === 'bogus') ?? readings[0];
}
