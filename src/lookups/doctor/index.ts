// Everything that `takedown doctor` finds out by asking: the ways out, what is answered, the clock. Each examination stands by
// itself; nothing is kept.
import { type Examination, type Finding, fine, notSo, unknown } from '../../model/asking/diagnosis.ts';
import { type Asked, type Controls, openControls } from '../controls/controls.ts';
import { type DnsClient, openDnsClient } from '../dns/client.ts';
import { TYPES } from '../dns/codec/types.ts';
import { openResolverClient } from '../resolver/resolver-client.ts';
import type { LookupTools } from '../tools.ts';
import { rootServers } from '../walk/roots.ts';
import { bufferExamination } from './buffers.ts';
import { signatureFinding } from './clock.ts';
import { dnsExaminations } from './dns.ts';
import { registryExaminations } from './registries.ts';

interface OpenExaminations {
  readonly examinations: readonly Examination[];
  close(): void;
}

export function openExaminations(tools: LookupTools): OpenExaminations {
  const client = openDnsClient(tools);
  const resolvers = openResolverClient(tools, client);
  return {
    examinations: [
      ...dnsExaminations(tools, client, resolvers),
      ...registryExaminations(tools),
      ...controlExaminations(tools, openControls(tools, client, resolvers)),
      ...signatureExamination(tools, client),
      bufferExamination,
    ],
    close() {
      resolvers.close();
      client.close();
    },
  };
}

const ELSEWHERE =
  'Check from another network: while this lasts, what name servers say here is unknown and decides nothing.';
const OTHER_RESOLVER = 'Name another resolver: `resolvers:` in takedown.yaml. What this one says is not counted.';

/** The control questions of a run, with a top-level domain that everybody has or the first that the network names. */
function controlExaminations(tools: LookupTools, controls: Controls): readonly Examination[] {
  const { whois, dns } = tools.network;
  const [tld = 'com'] = whois.servers.keys();
  const given = (signal: AbortSignal) => ({ signal, mayAsk: () => true });
  return [
    {
      group: 'answers',
      check: 'name servers',
      examine: async (signal) => together(await controls.direct(tld, given(signal)), ELSEWHERE),
    },
    ...dns.resolvers.map(
      (place): Examination => ({
        group: 'answers',
        check: `resolver ${place.text}`,
        examine: async (signal) => together([await controls.resolver(place, tld, given(signal))], OTHER_RESOLVER),
      }),
    ),
  ];
}

/** One that failed decides; otherwise one that could not be asked. */
function together(asked: readonly Asked[], todo: string): Finding {
  const texts = (state: string) =>
    asked.filter(({ control }) => control.state === state).map(({ control }) => control.text);
  const [failed] = texts('failed');
  if (failed !== undefined) return notSo(failed, todo);
  const open = texts('unknown');
  return open.length > 0 ? unknown(open.join('; ')) : fine(texts('passed').join('; '));
}

/** IANA's root is signed; another one may not be. */
function signatureExamination(tools: LookupTools, client: DnsClient): readonly Examination[] {
  const [root] = rootServers(tools.network.dns.roots);
  const [server] = root?.addresses ?? [];
  if (tools.network.dns.roots.length > 0 || server === undefined) return [];
  return [
    {
      group: 'machine',
      check: 'clock, root',
      async examine(signal) {
        const { answer } = await client.ask({ server, name: '.', type: TYPES.SOA, recursion: false, signal });
        return signatureFinding(answer, tools.clock.now());
      },
    },
  ];
}
