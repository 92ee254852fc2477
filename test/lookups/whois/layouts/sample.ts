// What a sample of a layout is: a record in the layout of a country's registry, written for these tests after the shape that the
// registry uses; names and servers are reserved ones.
import type { RegistrationFacts } from '../../../../src/model/seen/observation.ts';

type Stated = Pick<
  RegistrationFacts,
  'registrar' | 'created' | 'expires' | 'nameServers' | 'updated' | 'statuses' | 'otherStatuses'
>;

export interface LayoutSample {
  readonly tld: string;
  readonly shape: string;
  readonly text: string;
  /** All that the reader may find: what is not in it must stay unstated. */
  readonly states: Stated;
}

export const SERVERS = ['ns1.sinkhole.example', 'ns2.sinkhole.example'] as never;
export const HARBOUR = { name: 'Harbour Names Ltd' };

export function at(text: string): never {
  return text as never;
}
