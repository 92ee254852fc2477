// What came of asking about a name's hosts, and what its observation says of the asking itself: the same for authoritative
// servers and for resolvers. Who was asked, and with which reader, stays with each of them.

import type { Name } from '../../model/name.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import type { Asked, Outcome } from '../../model/seen/observation.ts';
import type { DnsClient } from '../dns/client.ts';
import type { LookupTools } from '../tools.ts';
import { questionText } from './hosts-asked.ts';
import { spanOf } from './span.ts';

export interface HostsHeard<K extends 'addresses' | 'resolver'> {
  readonly server: string;
  readonly via?: string;
  readonly outcome: Outcome<K>;
  readonly exchanges: readonly Exchange[];
}

export interface HostsAsking {
  readonly tools: LookupTools;
  readonly client: DnsClient;
  readonly name: Name;
}

export function hostsAsked(
  { tools, client, name }: HostsAsking,
  { server, via, exchanges }: Omit<HostsHeard<'addresses'>, 'outcome'>,
): Omit<Asked, 'lookup' | 'authority' | 'reader'> {
  return {
    name,
    question: questionText(name, client.randomLabel(name)),
    server,
    ...(via === undefined ? {} : { via }),
    ...spanOf(exchanges, tools.clock),
  };
}
