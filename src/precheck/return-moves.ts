// What registry and registrar do to give a name back: holds and locks first, since they refuse every other change; the DS before the
// name servers, which it would break; the registrar before the contacts, which are its customer's.

import type { Fact } from '../model/judged/dossier.ts';
import type { Picture, RestoreStep } from '../model/judged/restore.ts';
import type { Name } from '../model/name.ts';
import { registrarText } from '../model/registrar.ts';
import { type DsRecord, sameSet } from '../model/seen/delegation.ts';
import type { EppStatus } from '../model/seen/epp-status.ts';
import { COUNSEL, registrarOf, registry, type StepsQuestion } from './return-who.ts';

export function movesBack(question: StepsQuestion, before: Picture, now: Picture): readonly RestoreStep[] {
  return [
    ...anotherRegistration(before, now),
    ...unlock(question, before, now),
    ...removeDs(question, before, now),
    ...transfer(question, before, now),
    ...delegate(question, before, now),
    ...putDsBack(question, before, now),
    ...putStatusesBack(question, before, now),
    ...contacts(question, before, now),
    ...renew(before, now),
  ];
}

function anotherRegistration({ handle: old }: Picture, { handle }: Picture): readonly RestoreStep[] {
  if (!old.known || !handle.known || old.value === handle.value) return [];
  const because = `it was deleted and registered anew in between: ${old.value} is ${handle.value} now`;
  return [{ who: COUNSEL, what: 'decide whether the holder of before has a right to this registration', because }];
}

function added(before: Picture, now: Picture, by: 'server' | 'client'): readonly EppStatus[] {
  if (!now.statuses.known) return [];
  const old = before.statuses.known ? before.statuses.value : [];
  return now.statuses.value.filter((status) => status.startsWith(by) && !old.includes(status));
}

function unlock(question: StepsQuestion, before: Picture, now: Picture): readonly RestoreStep[] {
  const [server, client] = [added(before, now, 'server'), added(before, now, 'client')];
  const because = 'it was not set before; locks refuse every change below';
  return [
    ...(server.length === 0 ? [] : [{ ...registry(question), what: `lift ${server.join(', ')}`, because }]),
    ...(client.length === 0 ? [] : [{ ...registrarOf(question, now), what: `lift ${client.join(', ')}`, because }]),
  ];
}

function removeDs(question: StepsQuestion, before: Picture, now: Picture): readonly RestoreStep[] {
  const strange = now.ds.known ? now.ds.value.filter((ds) => !isAmong(ds, before.ds)) : [];
  if (strange.length === 0) return [];
  const because = 'the servers of before have no key for it';
  return [{ ...registry(question), what: `remove DS ${strange.map(dsText).join(', ')}`, because }];
}

function transfer(question: StepsQuestion, before: Picture, now: Picture): readonly RestoreStep[] {
  if (!before.registrar.known) return [];
  const [old, current] = [before.registrar.value, now.registrar.known ? now.registrar.value : undefined];
  if (old.ianaId !== undefined ? current?.ianaId === old.ianaId : current?.name === old.name) return [];
  const to = registrarText(old);
  return [
    { ...registrarOf(question, now), what: `release the name to ${to}, with its authorisation code` },
    { ...registry(question), what: `make ${to} its registrar of record again` },
    { ...registrarOf(question, before), what: 'take it into the account of its former customer' },
  ];
}

function delegate(question: StepsQuestion, before: Picture, now: Picture): readonly RestoreStep[] {
  if (!before.nameServers.known) return [];
  const old = before.nameServers.value;
  if (now.nameServers.known && sameSet(old, now.nameServers.value)) return [];
  if (old.length === 0)
    return [
      {
        ...registrarOf(question, before),
        what: 'take the delegation out of the zone',
        because: 'it was not delegated before',
      },
    ];
  const glue = Object.entries(before.glue).filter(([server]) => old.includes(server as Name));
  const hosts = glue.map(([server, addresses]) => `${server} ${addresses.join(' ')}`).join(', ');
  const what = `delegate it to ${old.join(', ')}${hosts === '' ? '' : `, with glue ${hosts}`}`;
  return [
    {
      ...registrarOf(question, before),
      what,
      because: 'ask the holder first whether these servers still serve the zone',
    },
  ];
}

function putDsBack(question: StepsQuestion, before: Picture, now: Picture): readonly RestoreStep[] {
  const missing = before.ds.known ? before.ds.value.filter((ds) => !isAmong(ds, now.ds)) : [];
  if (missing.length === 0) return [];
  const because = 'last of all, and only when the servers show the key: a DS without its key breaks the name';
  return [{ ...registrarOf(question, before), what: `put back DS ${missing.map(dsText).join(', ')}`, because }];
}

function putStatusesBack(question: StepsQuestion, before: Picture, now: Picture): readonly RestoreStep[] {
  if (!before.statuses.known || !now.statuses.known) return [];
  const has = new Set(now.statuses.value);
  const lost = before.statuses.value.filter((status) => /^(?:client|server)/.test(status) && !has.has(status));
  const [server, client] = [
    lost.filter((one) => one.startsWith('server')),
    lost.filter((one) => one.startsWith('client')),
  ];
  return [
    ...(server.length === 0 ? [] : [{ ...registry(question), what: `set ${server.join(', ')} as before` }]),
    ...(client.length === 0 ? [] : [{ ...registrarOf(question, before), what: `set ${client.join(', ')} as before` }]),
  ];
}

function contacts(question: StepsQuestion, before: Picture, now: Picture): readonly RestoreStep[] {
  const [old, current] = [before.registrant, now.registrant];
  if (old.known && current.known && JSON.stringify(old.value) === JSON.stringify(current.value)) return [];
  const shown = old.known && old.value.shown === 'stated' ? (old.value.organisation ?? old.value.name) : undefined;
  const what =
    shown === undefined ? 'make its former customer the registrant again' : `make ${shown} the registrant again`;
  return [{ ...registrarOf(question, before), what, because: 'with the contact data that it has kept' }];
}

function renew({ expires: old }: Picture, { expires }: Picture): readonly RestoreStep[] {
  if (!old.known || !expires.known || expires.value >= old.value) return [];
  const because = `it ended on ${old.value.slice(0, 10)} before, and ends on ${expires.value.slice(0, 10)} now`;
  return [{ who: COUNSEL, what: 'see that the time that was lost is given back', because }];
}

function isAmong(ds: DsRecord, all: Fact<readonly DsRecord[]>): boolean {
  return all.known && all.value.some((one) => dsText(one) === dsText(ds));
}

export function dsText({ keyTag, algorithm, digestType, digest }: DsRecord): string {
  return `${keyTag} ${algorithm} ${digestType} ${digest.toUpperCase()}`;
}
