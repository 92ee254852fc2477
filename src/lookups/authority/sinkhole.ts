// The lookup `sinkhole`: before anything is delegated to them, the name servers that an order names are asked about the name
// as delegated ones are (addresses.ts). What they say shows whether traffic would arrive; no verdict on the order rests on it.
import type { Lookup } from '../../model/asking/lookup.ts';
import type { SinkholeServers } from '../../model/case/sinkhole.ts';
import type { DnsClient } from '../dns/client.ts';
import type { LookupTools } from '../tools.ts';
import { openWalker } from '../walk/walk.ts';
import { askServers } from './addresses.ts';
import type { Families } from './families.ts';

export const READER = 'sinkhole/1';

interface SinkholeMeans {
  readonly client: DnsClient;
  readonly families: Families;
  readonly servers: SinkholeServers;
}

export function sinkholeLookup(tools: LookupTools, { client, families, servers }: SinkholeMeans): Lookup {
  const walker = openWalker(tools, client);
  return {
    kind: 'sinkhole',
    after: [],
    ask(name, circumstances) {
      const { nameServers, glue = {} } = servers(name);
      const parents = [{ nameServers, glue, ds: [] }];
      const how = { lookup: 'sinkhole', reader: READER } as const;
      return askServers({ ...how, tools, client, walker, families, name, circumstances, parents });
    },
  };
}
