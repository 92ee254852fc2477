// A question about one domain to one RDAP server, the registry's or a registrar's: `domain/NAME` (RFC 9082 section 3.1.3),
// asked again once where the server names a short wait, and its help where an empty 404 has to be proved. No link in an
// answer is followed here, and no other source is asked in place of one that refuses.

import type { Name } from '../../model/name.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import type { Authority } from '../../model/seen/observation.ts';
import { type Manners, makeManners } from '../manners.ts';
import { failed, type RegistrationOutcome } from '../sighting.ts';
import type { LookupTools } from '../tools.ts';
import { speaksRdap, UNPROVED, type Understood, understand } from './answer.ts';
import { proved } from './error.ts';
import { fetchRdap, RDAP_DEADLINE_MS } from './wire.ts';

export const RDAP_READER = 'rdap/7';

/** Seconds. A server that asks for so little is waited for, once; for more the name is unknown in this run. */
const SHORT_WAIT = 5;

/** Seconds of quiet for a server that refuses without saying for how long. */
const USUAL_WAIT = 5;

export interface Means {
  readonly tools: LookupTools;
  readonly manners: Manners;
  /** Base URLs that gave a proper RDAP answer in this run. */
  readonly proved: Set<string>;
}

export function rdapMeans(tools: LookupTools): Means {
  return { tools, manners: makeManners(tools.clock, RDAP_DEADLINE_MS), proved: new Set() };
}

/** A server and how far it may lead. */
interface Base {
  readonly base: string;
  readonly mayLeadTo: (host: string) => boolean;
}

interface Way {
  readonly found: Base;
  readonly speaker: Authority;
  readonly signal: AbortSignal;
}

interface Talk {
  readonly outcome: RegistrationOutcome;
  readonly exchanges: readonly Exchange[];
  readonly routed: boolean;
}

export async function converse(means: Means, name: Name, way: Way): Promise<Talk> {
  const first = await fetchObject(means, name, way);
  heed(means, way.found.base, first);
  if (!isShortWait(first.understood)) return settle(means, way, first);
  const again = await fetchObject(means, name, way, 'asked again after the time that the server named');
  heed(means, way.found.base, again);
  const exchanges = [...first.exchanges, ...again.exchanges];
  return again.exchanges.length === 0 ? settle(means, way, first) : settle(means, way, { ...again, exchanges });
}

interface Fetched {
  readonly understood: Understood;
  readonly exchanges: readonly Exchange[];
  readonly routed: boolean;
}

async function fetchObject(
  { tools, manners }: Means,
  name: Name,
  { found, signal, speaker }: Way,
  because?: string,
): Promise<Fetched> {
  const url = new URL(`domain/${name}`, found.base);
  const at = tools.clock.now();
  const question = { url, signal, manners, mayLeadTo: found.mayLeadTo, ...(because !== undefined && { because }) };
  const { result, exchanges, routed } = await fetchRdap(tools, question);
  const understood = result.ok
    ? understand(result.answer, { name, at, speaker, base: found.base })
    : failed(result.failure, result.detail);
  return { understood, exchanges, routed };
}

function isShortWait(understood: Understood): boolean {
  return understood.outcome === 'failure' && understood.retryAfter !== undefined && understood.retryAfter <= SHORT_WAIT;
}

function heed({ tools, manners, proved }: Means, base: string, { understood, exchanges }: Fetched): void {
  const server = new URL(base).origin;
  if (understood.outcome !== 'failure') {
    manners.answered(server);
    if (understood.outcome !== 'no-such-object-unproved') proved.add(base);
  } else if (exchanges.length > 0) {
    const { failure, retryAfter } = understood;
    manners.failed(server, failure, retryAfter);
    if (failure === 'rate-limited') tools.pace.holdOff(server, (retryAfter ?? USUAL_WAIT) * 1000);
    if (failure === 'timeout') tools.pace.fellSilent(server);
  }
}

/** A bare 404 means "not registered" only where RDAP is spoken; the server's help (RFC 9082 section 3.1.6) shows it. */
async function settle(means: Means, way: Way, { understood, exchanges, routed }: Fetched): Promise<Talk> {
  if (understood.outcome !== 'no-such-object-unproved') return { outcome: understood, exchanges, routed };
  const { base } = way.found;
  const help = means.proved.has(base) ? undefined : await askHelp(means, way);
  if (help?.spoken) means.proved.add(base);
  const outcome: RegistrationOutcome = means.proved.has(base) ? proved(understood) : failed('unparsable', UNPROVED);
  return { outcome, exchanges: [...exchanges, ...(help?.exchanges ?? [])], routed };
}

async function askHelp({ tools, manners }: Means, { found, signal }: Way) {
  const because = 'a bare 404: is RDAP spoken here?';
  const url = new URL('help', found.base);
  const { result, exchanges } = await fetchRdap(tools, { url, signal, manners, mayLeadTo: found.mayLeadTo, because });
  return { spoken: result.ok && speaksRdap(result.answer), exchanges };
}
