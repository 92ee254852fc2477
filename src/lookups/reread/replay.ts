// A DNS client that answers out of the record and never from the network: whoever asks it reads again what was read on the
// day, with the same code. What the record does not hold is noted, and answered as a question that was not asked.

import { standsAt, type Trail } from '../answers/chain.ts';
import { type AnswerReading, readAnswer } from '../answers/read-answer.ts';
import type { DnsClient, DnsQuestion, DnsReply } from '../dns/client.ts';
import { lowerName, ROOT } from '../dns/codec/names.ts';
import { typeText } from '../dns/codec/types.ts';
import type { Heard } from '../heard/heard.ts';
import { astray, type Walked } from '../walk/journey.ts';
import type { Walker } from '../walk/walk.ts';

interface Replay {
  readonly client: DnsClient;
  /** Follows aliases only to where the record has an answer. */
  readonly walker: Walker;
  /** Questions that the record has no answer to; grows while it is asked. */
  readonly missing: readonly string[];
}

const NOT_HEARD = astray('not-asked', 'not in the record');

export function openReplay(heard: readonly Heard[], label: string): Replay {
  const missing: string[] = [];
  const client: DnsClient = {
    async ask(question): Promise<DnsReply> {
      const found = heard.filter((one) => isAnswerTo(one, question))[0];
      if (found === undefined) missing.push(textOf(question));
      if (found === undefined) return { answer: NOT_HEARD, exchanges: [], shared: false };
      return { answer: found.answer, exchanges: [], heardAt: found.at, shared: false };
    },
    randomLabel: () => label,
    silences: () => 0,
    settle: async () => [],
    close: () => undefined,
  };
  const nowhere = (what: string) => {
    missing.push(what);
    return NOT_HEARD;
  };
  const walker: Walker = {
    zoneOf: async (name) => nowhere(`the zone of ${name}`),
    addressesOf: async (host) => nowhere(`the addresses of ${host}`),
    mayAsk: () => true,
    ask: async ({ name, type }) => nowhere(`${typeText(type)} ${name}`),
    async follow(start) {
      return followIn(heard, start) ?? nowhere(`${typeText(start.type)} ${standsAt(start)}`);
    },
  };
  return { client, walker, missing };
}

function isAnswerTo(
  heard: Heard,
  { server, name, type, recursion, checkingDisabled = false, overTcp = false }: DnsQuestion,
): boolean {
  return (
    heard.server === server &&
    heard.name === lowerName(name) &&
    heard.type === type &&
    heard.recursion === recursion &&
    heard.checkingDisabled === checkingDisabled &&
    (heard.overTcp ?? false) === overTcp
  );
}

function textOf({ server, name, type }: DnsQuestion): string {
  return `${typeText(type)} ${lowerName(name)} at ${server}`;
}

type Followed = Extract<AnswerReading, { readonly kind: 'end' }>;

/** Which zones the servers on the way served is not on record; who was asked of what is, and that decides as much. */
function followIn(heard: readonly Heard[], start: Trail): Walked<Followed> | undefined {
  let trail = start;
  for (;;) {
    const next = readingIn(heard, trail);
    if (next?.kind !== 'onward') return next?.kind === 'end' ? { ok: true, value: next } : undefined;
    // answers/chain.ts gives a trail only so many aliases, so this ends; one that stands still does not go on.
    if (standsAt(next.trail) === standsAt(trail)) return undefined;
    trail = next.trail;
  }
}

function readingIn(heard: readonly Heard[], trail: Trail): AnswerReading | undefined {
  const asked = (name: string) => heard.filter((one) => one.name === name && one.type === trail.type && !one.recursion);
  const readings = asked(standsAt(trail)).flatMap(({ answer }): AnswerReading[] => {
    if (!answer.ok) return [];
    const own = readAnswer(answer.message, standsAt(trail), trail);
    const believed = own.kind === 'onward' && asked(standsAt(own.trail)).length === 0;
    return [believed ? readAnswer(answer.message, ROOT, trail) : own];
  });
  return readings.findLast(({ kind }) => kind === 'end' || kind === 'onward');
}
