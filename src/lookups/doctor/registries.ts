// Whether this machine can ask registries: WHOIS on port 43, and the RDAP bootstrap file by HTTPS, whose Date header is also
// a clock to hold ours against.
import { type Examination, type Finding, fine, notSo, unknown } from '../../model/asking/diagnosis.ts';
import { nameOrNone } from '../../model/name.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import { failureOfEnd } from '../ends.ts';
import { makeManners } from '../manners.ts';
import { openDirectory } from '../rdap/directory.ts';
import type { LookupTools } from '../tools.ts';
import { askWhois, WHOIS_DEADLINE_MS } from '../whois/wire.ts';
import { clockFinding } from './clock.ts';
import { since } from './dns.ts';

const OPEN_43 = 'Let TCP to port 43 of any address out: registries without RDAP are asked that way only.';
const FIND_HOSTS = 'See that this machine’s own resolver answers: the hosts of registries are found through it.';
const OPEN_443 = 'Let TCP to port 443 of any address out, and see that no proxy breaks TLS: RDAP needs both.';

/** Fetches anew: what lies in the cache says nothing of the way. */
export function registryExaminations(tools: LookupTools): readonly Examination[] {
  const { bootstrapCache: _, ...fresh } = tools;
  let fetching: Promise<Fetched> | undefined;
  const fetched = (signal: AbortSignal) => {
    fetching ??= fetchBootstrap(fresh, signal);
    return fetching;
  };
  const clock: Examination = {
    group: 'machine',
    check: 'clock',
    examine: async (signal) => clockFinding((await fetched(signal)).exchanges.at(-1)),
  };
  const { protocol } = urlOf(tools.network.rdap.bootstrap);
  return [
    ...whoisExamination(tools),
    {
      group: 'network',
      check: protocol === 'http:' ? 'RDAP over HTTP' : 'RDAP over HTTPS',
      examine: async (signal) => (await fetched(signal)).finding,
    },
    // A network with a clock of its own says nothing of this machine's.
    ...(tools.network.clock === undefined ? [clock] : []),
  ];
}

interface Fetched {
  readonly finding: Finding;
  readonly exchanges: readonly Exchange[];
}

/** Under a top-level domain that has no registry (RFC 2606), so that no setting stands in for the file. */
const NOBODY = nameOrNone('nobody.invalid');

async function fetchBootstrap(tools: LookupTools, signal: AbortSignal): Promise<Fetched> {
  if (NOBODY === undefined) throw new Error('a name that is one');
  const directory = openDirectory({ ...tools, guard: tools.guard.for('registry') });
  const began = tools.clock.monotonic();
  const { exchanges, ...found } = await directory.find(NOBODY, signal);
  const host = urlOf(tools.network.rdap.bootstrap).host;
  if (directory.source() !== undefined)
    return { finding: fine(`the bootstrap file came from ${host} in ${since(tools, began)}`), exchanges };
  if (signal.aborted) return { finding: unknown('stopped before there was an answer'), exchanges };
  const why = found.ok ? 'no bootstrap file' : `${found.failure}, ${found.detail}`;
  return {
    finding: notSo(`${host}: ${why}`, !found.ok && found.failure === 'unresolvable' ? FIND_HOSTS : OPEN_443),
    exchanges,
  };
}

function urlOf(text: string): Pick<URL, 'protocol' | 'host'> {
  return URL.canParse(text) ? new URL(text) : { protocol: '', host: 'no host' };
}

/** IANA's own server on the internet; elsewhere the first that the network names. */
function whoisExamination(tools: LookupTools): readonly Examination[] {
  const { opened, whois } = tools.network;
  const [named] = whois.servers.values();
  const host = opened ? named : 'whois.iana.org';
  if (host === undefined) return [];
  const [label = 'com'] = opened ? whois.servers.keys() : ['com'];
  return [
    {
      group: 'network',
      check: 'WHOIS, port 43',
      async examine(signal) {
        const began = tools.clock.monotonic();
        const manners = makeManners(tools.clock, WHOIS_DEADLINE_MS);
        const guarded = { ...tools, guard: tools.guard.for('registry') };
        const query = opened ? `example.${label}` : label;
        const reply = await askWhois(guarded, { host, query, signal, manners });
        if (!reply.asked) return said(signal, `${host}: ${reply.failure}, ${reply.detail}`, reply.failure);
        const { end, received } = reply.exchange;
        if (end === 'complete' && received.length > 0) return fine(`${host} answers in ${since(tools, began)}`);
        return said(signal, `${host}: ${end === 'complete' ? 'an empty answer' : failureOfEnd(end, received.length)}`);
      },
    },
  ];
}

function said(signal: AbortSignal, text: string, failure?: FailureKind): Finding {
  if (signal.aborted) return unknown('stopped before there was an answer');
  return notSo(text, failure === 'unresolvable' ? FIND_HOSTS : OPEN_43);
}
