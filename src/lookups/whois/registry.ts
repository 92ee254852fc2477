// The lookup `whois-registry`: asks the registry's WHOIS server about a registrable name, once. A reply that did not come
// to a clean end gives no facts, and a refusal is never taken for "not registered".
import type { Exchange } from '../../model/exchange.ts';
import type { Lookup, LookupAnswer, LookupCircumstances } from '../../model/lookup.ts';
import type { Name } from '../../model/name.ts';
import { failureOfEnd } from '../ends.ts';
import { type Manners, makeManners } from '../manners.ts';
import { type Asking, failed, type RegistrationOutcome, registrationAnswer } from '../sighting.ts';
import type { LookupTools } from '../tools.ts';
import { judgeReply } from './reply.ts';
import { whoisHost, whoisQuery } from './servers.ts';
import { askWhois, WHOIS_DEADLINE_MS } from './wire.ts';

export const READER = 'whois/1';

/** What a server that says no more than "too many" is given. */
const HOLD_OFF_MS = 5000;

export function whoisRegistry(tools: LookupTools): Lookup {
  const manners = makeManners(tools.clock, WHOIS_DEADLINE_MS);
  return {
    kind: 'whois-registry',
    after: [],
    ask: async (name, circumstances) => [await askOne({ tools, manners }, name, circumstances)],
  };
}

interface Means {
  readonly tools: LookupTools;
  readonly manners: Manners;
}

async function askOne({ tools, manners }: Means, name: Name, { signal }: LookupCircumstances): Promise<LookupAnswer> {
  const host = whoisHost(name, tools.network);
  const query = host === undefined ? name : whoisQuery(name, host);
  const server = host ?? `.${name.slice(name.lastIndexOf('.') + 1)}`;
  const asking: Asking = {
    name,
    lookup: 'whois-registry',
    question: query,
    server,
    reader: READER,
    exchanges: [],
    routed: false,
  };
  const answer = (outcome: RegistrationOutcome, exchanges: readonly Exchange[] = [], routed = false) =>
    registrationAnswer(tools, { ...asking, exchanges, routed }, outcome);
  if (host === undefined) return answer(failed('no-server', `no WHOIS server is known for ${server}`));
  const reply = await askWhois(tools, { host, query, signal, manners });
  if (!reply.asked) return answer(failed(reply.failure, reply.detail));
  const { exchange } = reply;
  const outcome = await whoisOutcome(exchange, { name, host });
  heed({ tools, manners }, host, outcome);
  return answer(outcome, [exchange], reply.routed);
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
