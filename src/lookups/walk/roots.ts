// Where a walk begins when no network file says otherwise: the root servers, from the root hints file that IANA publishes
// (https://www.internic.net/domain/named.root). Some serve under these addresses for decades; the last change to the list
// was b.root-servers.net in November 2023.
import { type Address, parseAddress } from '../../model/address.ts';

/** Source: named.root, issue of 26 June 2025, by a stored copy; last verified 2026-11. Later issues are to be compared. */
const ROOT_SERVERS: readonly (readonly [name: string, ipv4: string, ipv6: string])[] = [
  ['a.root-servers.net', '198.41.0.4', '2001:503:ba3e::2:30'],
  ['b.root-servers.net', '170.247.170.2', '2801:1b8:10::b'],
  ['c.root-servers.net', '192.33.4.12', '2001:500:2::c'],
  ['d.root-servers.net', '199.7.91.13', '2001:500:2d::d'],
  ['e.root-servers.net', '192.203.230.10', '2001:500:a8::e'],
  ['f.root-servers.net', '192.5.5.241', '2001:500:2f::f'],
  ['g.root-servers.net', '192.112.36.4', '2001:500:12::d0d'],
  ['h.root-servers.net', '198.97.190.53', '2001:500:1::53'],
  ['i.root-servers.net', '192.36.148.17', '2001:7fe::53'],
  ['j.root-servers.net', '192.58.128.30', '2001:503:c27::2:30'],
  ['k.root-servers.net', '193.0.14.129', '2001:7fd::1'],
  ['l.root-servers.net', '199.7.83.42', '2001:500:9f::42'],
  ['m.root-servers.net', '202.12.27.33', '2001:dc3::35'],
];

interface RootServer {
  readonly name: string;
  readonly addresses: readonly Address[];
}

/** `given`: the roots of a network file, which have no names there. */
export function rootServers(given: readonly Address[]): readonly RootServer[] {
  if (given.length > 0) return given.map((address) => ({ name: 'root', addresses: [address] }));
  return ROOT_SERVERS.map(([name, ...texts]) => ({
    name,
    addresses: texts.map(parseAddress).filter((address) => address !== undefined),
  }));
}
