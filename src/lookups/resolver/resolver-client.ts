// Asks a recursive resolver, whichever way leads to it. The questions are the same, and so is what an answer means.
import type { ResolverPlace } from '../../model/asking/resolver-place.ts';
import type { DnsClient, DnsReply } from '../dns/client.ts';
import { openEncryptedClient } from '../encrypted/client.ts';
import type { LookupTools } from '../tools.ts';

interface AskedOfResolver {
  readonly place: ResolverPlace;
  readonly name: string;
  readonly type: number;
  /** These three as for DnsQuestion. */
  readonly checkingDisabled?: boolean;
  readonly again?: number;
  readonly because?: string;
  readonly signal: AbortSignal;
}

export interface ResolverClient {
  ask(question: AskedOfResolver): Promise<DnsReply>;
  close(): void;
}

export function openResolverClient(tools: LookupTools, client: DnsClient): ResolverClient {
  const encrypted = openEncryptedClient(tools);
  return {
    ask({ place, ...question }) {
      if (place.over !== 'udp') return encrypted.ask({ place, ...question });
      return client.ask({ server: place.address, recursion: true, ...question });
    },
    close: () => encrypted.close(),
  };
}
