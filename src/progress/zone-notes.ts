// What is wrong with the zone of a name at a delegated server, besides the verdicts: each a word, and a sentence that names
// the server. In a case only the sinkhole's servers are looked at: what the former ones say is as expected until it changes.

import { isOwnHost } from '../model/case/sinkhole.ts';
import type { Dossier, ServerAnswers } from '../model/judged/dossier.ts';
import type { Note } from '../model/judged/progress.ts';
import type { AddressFacts } from '../model/seen/observation.ts';
import type { ZoneFacts } from '../model/seen/zone-facts.ts';
import { strayExchanges } from '../relief/mail.ts';
import type { Word } from '../relief/words.ts';
import { type Ours, samePair } from './zone-judging.ts';

/** Without a sinkhole nothing is left over: nobody knows what is wanted. */
export function zoneNotes(dossier: Dossier, ours: Ours | undefined): readonly Note[] {
  const seen: Seen[] = [];
  const own: Note[] = [];
  for (const server of dossier.servers) {
    const { facts } = server;
    if (facts === undefined || (ours !== undefined && !ours.sets.has(facts.nameServer))) continue;
    const one: Seen = { server, facts, zone: facts.zone ?? NOTHING };
    seen.push(one);
    own.push(...atServer(one, dossier, ours));
    if (ours !== undefined && facts.zone !== undefined) own.push(...leftOver(one, dossier, ours));
  }
  const between = differing(seen);
  return own.length === 0 ? between : [...firstOfEach(own), ...between];
}

const NOTHING: ZoneFacts = {};

interface Seen {
  readonly server: ServerAnswers;
  readonly facts: AddressFacts;
  readonly zone: ZoneFacts;
}

function note(word: Word, { server }: Seen, text: string): Note {
  return { word, text: `${server.server} ${text}`, citations: server.answers.citations };
}

function atServer(seen: Seen, dossier: Dossier, ours: Ours | undefined): readonly Note[] {
  const { zone, facts } = seen;
  const notes: Note[] = [];
  if (zone.soa === null) notes.push(note('no-soa', seen, 'has no SOA for the zone'));
  if (zone.alias !== undefined) notes.push(note('name-alias', seen, `makes the name an alias of ${zone.alias}`));
  const child = childNote(seen, dossier, ours);
  if (child !== undefined) notes.push(child);
  if (zone.tcp !== undefined && zone.tcp !== 'answers' && zone.tcp !== 'interrupted') {
    notes.push(note('no-tcp', seen, `does not answer over TCP (${zone.tcp})`));
  }
  if (facts.otherRandom !== undefined && !samePair(facts.hosts.random, facts.otherRandom)) {
    notes.push(note('wildcard-uneven', seen, 'answers two random labels differently'));
  }
  const unsigned = dossier.ds.known && dossier.ds.value.length === 0;
  const asked = (zone.cds ?? []).filter((signal) => !signal.endsWith('delete'));
  if (unsigned && asked.length > 0) {
    const text = `publishes ${asked.join(', ')}: a registry that follows it would put a DS back (RFC 7344)`;
    notes.push(note('cds-left', seen, text));
  }
  return notes;
}

/** Parent and child, and the order where there is one: all three are told. */
function childNote(seen: Seen, { delegation }: Dossier, ours: Ours | undefined): Note | undefined {
  const child = seen.zone.nameServers;
  if (child === undefined || !delegation.known || delegation.value === null) return undefined;
  const parent: readonly string[] = delegation.value.nameServers;
  const extra = child.filter((server) => !parent.includes(server));
  const missing = parent.filter((server) => !child.includes(server));
  if (extra.length === 0 && missing.length === 0) return undefined;
  const how = [
    ...(child.length === 0 ? ['names no name servers'] : []),
    ...(extra.length === 0 ? [] : [`names ${extra.join(', ')}, to which the parent does not delegate`]),
    ...(missing.length === 0 || child.length === 0 ? [] : [`leaves out ${missing.join(', ')}`]),
  ];
  const ordered = ours?.sets.get(seen.facts.nameServer);
  const order = ordered === undefined ? '' : ` (ordered: ${ordered.join(', ')})`;
  return note('child-disagrees', seen, `${how.join(' and ')}${order}`);
}

/** In an HTTPS record: the name itself, or that there is no such service (RFC 9460 section 2.5). */
const ROOT = '.';

function leftOver(seen: Seen, { name }: Dossier, ours: Ours): readonly Note[] {
  const { zone } = seen;
  const notes: Note[] = [];
  const mail = strayExchanges(zone.mail ?? [], name, ours.domains);
  if (mail.length > 0) notes.push(note('mail-left-over', seen, `sends mail to ${mail.join(', ')}`));
  const outside = (zone.https ?? []).flatMap(({ hints }) => hints.filter((hint) => !ours.holds(hint)));
  if (outside.length > 0) notes.push(note('https-left-over', seen, `suggests ${outside.join(', ')} by HTTPS records`));
  const targets = (zone.https ?? []).map(({ target }) => target);
  const strangers = targets.filter((target) => target !== ROOT && !isOwnHost(target, name, ours.domains));
  if (strangers.length > 0) {
    notes.push(note('https-left-over', seen, `leads browsers to ${strangers.join(', ')} by HTTPS records`));
  }
  const policies = (zone.spf ?? []).filter((policy) => !/^v=spf1 +-all *$/i.test(policy));
  if (policies.length > 0) notes.push(note('spf-left-over', seen, `still has the SPF policy "${policies[0]}"`));
  const leader = zone.soa?.mname;
  if (leader !== undefined && leader !== '.' && !isOwnHost(leader, name, ours.domains)) {
    notes.push(note('soa-left-over', seen, `names ${leader} as the zone’s first server`));
  }
  return notes;
}

/** Serials and first servers of one zone agree, or a change is on its way (RFC 1912 section 2.2). */
function differing(seen: readonly Seen[]): readonly Note[] {
  if (!seen.some(({ zone }) => zone.soa)) return [];
  const stated = seen.flatMap(({ server, zone }) => (zone.soa ? [{ server, soa: zone.soa }] : []));
  const [first, ...rest] = stated;
  const other = rest.find(({ soa }) => soa.serial !== first?.soa.serial || soa.mname !== first.soa.mname);
  if (first === undefined || other === undefined) return [];
  const say = ({ server, soa }: typeof first) => `${server.server} has serial ${soa.serial} of ${soa.mname}`;
  const citations = [...first.server.answers.citations, ...other.server.answers.citations];
  return [{ word: 'servers-differ', text: `${say(first)}, ${say(other)}`, citations }];
}

/** One line a word: the other servers are in the observations. */
function firstOfEach(notes: readonly Note[]): readonly Note[] {
  return notes.filter(({ word }, at) => notes.findIndex((other) => other.word === word) === at);
}
