// One question to one WHOIS server, the registry's or a registrar's, and what its reply says. A reply that did not come to a
// clean end gives no facts, and a refusal is never taken for "not registered".

import type { Name } from '../../model/name.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import { failureOfEnd } from '../ends.ts';
import { type Manners, makeManners } from '../manners.ts';
import { failed, type RegistrationOutcome } from '../sighting.ts';
import type { LookupTools } from '../tools.ts';
import { judgeReply } from './reply.ts';
import { whoisQuery } from './servers.ts';
import { askWhois, WHOIS_DEADLINE_MS } from './wire.ts';

export const WHOIS_READER = 'whois/6';

/** What a server that says no more than "too many" is given. */
const HOLD_OFF_MS = 5000;

export interface Means {
  readonly tools: LookupTools;
  readonly manners: Manners;
}

export function whoisMeans(tools: LookupTools): Means {
  return { tools, manners: makeManners(tools.clock, WHOIS_DEADLINE_MS) };
}

interface Question {
  readonly name: Name;
  readonly host: string;
  readonly signal: AbortSignal;
}

interface Talk {
  readonly outcome: RegistrationOutcome;
  readonly exchanges: readonly Exchange[];
  readonly routed: boolean;
}

export async function converse({ tools, manners }: Means, { name, host, signal }: Question): Promise<Talk> {
  const reply = await askWhois(tools, { host, query: whoisQuery(name, host), signal, manners });
  if (!reply.asked) return { outcome: failed(reply.failure, reply.detail), exchanges: [], routed: false };
  const { exchange } = reply;
  const outcome = await whoisOutcome(exchange, { name, host });
  heed({ tools, manners }, host, outcome);
  return { outcome, exchanges: [exchange], routed: reply.routed };
}

/** What one exchange says of a name, now or out of the record. */
export async function whoisOutcome(
  exchange: Exchange,
  { name, host }: { readonly name: Name; readonly host: string },
): Promise<RegistrationOutcome> {
  const { end, received } = exchange;
  if (end !== 'complete') return failed(failureOfEnd(end, received.length), endText(exchange));
  return judgeReply({ name, host, octets: received });
}

function endText({ end, received, dialled }: Exchange): string {
  return received.length === 0 ? `${dialled}: ${end}` : `${dialled}: ${end} after ${received.length} octets`;
}

function heed({ tools, manners }: Means, host: string, outcome: RegistrationOutcome): void {
  const server = `whois://${host}`;
  if (outcome.outcome !== 'failure') manners.answered(server);
  else {
    manners.failed(server, outcome.failure);
    if (outcome.failure === 'rate-limited') tools.pace.holdOff(server, HOLD_OFF_MS);
    if (outcome.failure === 'timeout') tools.pace.fellSilent(server);
  }
}
