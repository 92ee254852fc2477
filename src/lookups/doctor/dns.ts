// Whether this machine can ask name servers: the root by UDP, by TCP and over IPv6, and each resolver. The same guard and pace
// as for a lookup; a packet or two each.
import { isIPv6 } from 'node:net';
import type { Address } from '../../model/address.ts';
import { type Examination, type Finding, fine, notSo, unknown } from '../../model/asking/diagnosis.ts';
import type { ResolverPlace } from '../../model/asking/resolver-place.ts';
import type { DnsClient } from '../dns/client.ts';
import { rcodeText, TYPES } from '../dns/codec/types.ts';
import type { ResolverClient } from '../resolver/resolver-client.ts';
import type { LookupTools } from '../tools.ts';
import { rootServers } from '../walk/roots.ts';
import { askOverTcp } from './tcp.ts';

/** Root servers tried before the way is held to be closed: one of them may be down. */
const TRIED = 2;

const OPEN_UDP =
  'Let UDP to port 53 of any address out, or check from another network: every lookup of the DNS needs it.';
const OPEN_TCP = 'Let TCP to port 53 of any address out: answers that do not fit a datagram come only that way.';
const HAVE_IPV6 =
  'Check from a network with IPv6: name servers cannot be asked at those addresses, and what they say is unknown.';
const SOMEBODY = 'Check from another network: somebody on the way answers in the place of name servers.';
const OTHER_RESOLVER = 'Name a resolver that this network reaches: `resolvers:` in takedown.yaml.';
const OTHER_ENCRYPTED =
  'Name a resolver that this network reaches, whose certificate has its name: `resolvers:` in takedown.yaml.';

export function dnsExaminations(
  tools: LookupTools,
  client: DnsClient,
  resolvers: ResolverClient,
): readonly Examination[] {
  const roots = rootServers(tools.network.dns.roots).flatMap(({ addresses }) => addresses);
  const four = roots.filter((address) => !isIPv6(address)).slice(0, TRIED);
  const six = roots.filter((address) => isIPv6(address)).slice(0, TRIED);
  const group = 'network';
  const udp = (addresses: readonly Address[], todo: string) => (signal: AbortSignal) =>
    firstFine(addresses, (server) => askRoot(tools, client, { server, todo, signal }));
  return [
    ...(four.length === 0 ? [] : [{ group, check: 'DNS over UDP', examine: udp(four, OPEN_UDP) } as const]),
    ...(four.length === 0
      ? []
      : [
          {
            group,
            check: 'DNS over TCP',
            examine: (signal: AbortSignal) => firstFine(four, (server) => dialRoot(tools, server, signal)),
          } as const,
        ]),
    ...(six.length === 0 ? [] : [{ group, check: 'DNS over IPv6', examine: udp(six, HAVE_IPV6) } as const]),
    ...tools.network.dns.resolvers.map(
      (place): Examination => ({
        group,
        check: `resolver ${place.text}`,
        examine: (signal) => askResolver(tools, resolvers, { place, signal }),
      }),
    ),
  ];
}

interface Asking {
  readonly server: Address;
  readonly todo: string;
  readonly signal: AbortSignal;
}

async function askRoot(tools: LookupTools, client: DnsClient, { server, todo, signal }: Asking): Promise<Finding> {
  const began = tools.clock.monotonic();
  const { answer } = await client.ask({ server, name: '.', type: TYPES.NS, recursion: false, signal });
  if (!answer.ok)
    return stopped(answer.failure) ?? notSo(`the root server ${server}: ${answer.failure}, ${answer.detail}`, todo);
  if (answer.message.authoritative) return fine(`the root server ${server} answers in ${since(tools, began)}`);
  return notSo(`an answer in the name of the root server ${server} lacks authority (AA)`, SOMEBODY);
}

interface OfResolver {
  readonly place: ResolverPlace;
  readonly signal: AbortSignal;
}

async function askResolver(
  tools: LookupTools,
  resolvers: ResolverClient,
  { place, signal }: OfResolver,
): Promise<Finding> {
  const began = tools.clock.monotonic();
  const todo = place.over === 'udp' ? OTHER_RESOLVER : OTHER_ENCRYPTED;
  const { answer } = await resolvers.ask({ place, name: '.', type: TYPES.NS, signal });
  if (!answer.ok) return stopped(answer.failure) ?? notSo(`${answer.failure}, ${answer.detail}`, todo);
  const { rcode, recursionAvailable } = answer.message;
  if (rcode !== 0) return notSo(`answers ${rcodeText(rcode)} when asked for the root`, todo);
  return recursionAvailable ? fine(`answers in ${since(tools, began)}`) : notSo('offers no recursion', todo);
}

async function dialRoot(tools: LookupTools, server: Address, signal: AbortSignal): Promise<Finding> {
  const began = tools.clock.monotonic();
  const came = await askOverTcp(tools, server, signal);
  if (came.ok) return fine(`the root server ${server} answers in ${since(tools, began)}`);
  return stopped(came.failure) ?? notSo(`the root server ${server}: ${came.failure}, ${came.detail}`, OPEN_TCP);
}

/** Not the network's fault. */
function stopped(failure: string): Finding | undefined {
  return failure === 'interrupted' ? unknown('stopped before there was an answer') : undefined;
}

async function firstFine<T>(of: readonly T[], examine: (one: T) => Promise<Finding>): Promise<Finding> {
  const all = of.map(examine);
  const good = all.map(async (one) => {
    const finding = await one;
    if (finding.condition === 'fine') return finding;
    throw new Error('not fine');
  });
  return Promise.any(good).catch(async () => (await all[0]) ?? unknown('there is nothing to ask'));
}

export function since(tools: LookupTools, began: number): string {
  return `${Math.round(tools.clock.monotonic() - began)} ms`;
}
