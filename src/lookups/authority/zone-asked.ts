// What one delegated server says of the zone as a whole, asked at one of its addresses: a question a type, and the SOA once
// more over TCP. A case of very many names asks the few questions that a leak of mail or traffic would show in.
import type { Exchange } from '../../model/seen/exchange.ts';
import { ZONE_QUESTIONS, type ZoneFacts, type ZoneQuestion } from '../../model/seen/zone-facts.ts';
import { APEX_TYPES } from '../answers/read-apex.ts';
import type { DnsClient, DnsQuestion, DnsReply } from '../dns/client.ts';
import { TYPES } from '../dns/codec/types.ts';
import { readZone } from './read-zone.ts';

const BRIEF: readonly ZoneQuestion[] = ['SOA', 'NS', 'MX'];

interface ZoneAsking extends Pick<DnsQuestion, 'server' | 'name' | 'signal'> {
  /** Host names that were asked already: their answers are looked at again, and nothing is sent. */
  readonly below: readonly string[];
  readonly brief: boolean;
}

interface ZoneHeard {
  readonly facts: ZoneFacts;
  readonly exchanges: readonly Exchange[];
}

export async function hearZone(client: DnsClient, asking: ZoneAsking): Promise<ZoneHeard> {
  const { server, name, signal, brief } = asking;
  const ask = (question: Pick<DnsQuestion, 'type' | 'overTcp'>) =>
    client.ask({ server, name, recursion: false, signal, ...question });
  const questions = brief ? BRIEF : ZONE_QUESTIONS;
  const [replies, overTcp, below] = await Promise.all([
    Promise.all(questions.map((question) => ask({ type: APEX_TYPES[question] }))),
    brief ? undefined : ask({ type: TYPES.SOA, overTcp: true }),
    Promise.all(
      asking.below.map((host) => client.ask({ server, name: host, type: TYPES.A, recursion: false, signal })),
    ),
  ]);
  const answers = Object.fromEntries(questions.map((question, at) => [question, replies[at]?.answer]));
  const facts = readZone(name, {
    answers,
    below: below.map(({ answer }) => answer),
    ...(overTcp === undefined ? {} : { overTcp: overTcp.answer }),
  });
  const sent: readonly DnsReply[] = overTcp === undefined ? replies : [...replies, overTcp];
  return { facts, exchanges: sent.flatMap(({ exchanges }) => exchanges) };
}
