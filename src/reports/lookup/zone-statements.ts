// What a delegated server said of the zone as a whole, in a few statements; what is as empty as it should be is left unsaid,
// and so is the serial, which moves by itself.

import type { AddressFacts } from '../../model/seen/observation.ts';
import type { ZoneFacts } from '../../model/seen/zone-facts.ts';
import { show } from '../../model/text/harmless.ts';

/** One statement an item; safe to print. */
export function zoneStatements({ zone, ownAddresses, unasked = [] }: AddressFacts): readonly string[] {
  const said = zone === undefined ? [] : ofZone(zone);
  if (ownAddresses !== undefined) said.push(`its own zone gives it ${ownAddresses.join(' ')}`);
  if (unasked.length > 0) said.push(`not asked at ${unasked.join(' ')}, without IPv6`);
  return said;
}

function ofZone({ soa, nameServers, mail = [], spf = [], https = [], cds = [], alias, tcp, failures = {} }: ZoneFacts) {
  const said: string[] = [];
  if (soa === null) said.push('no SOA');
  else if (soa !== undefined) said.push(`SOA of ${show(soa.mname)}, ${show(soa.rname)}`);
  if (nameServers !== undefined) said.push(`own name servers ${listOr(nameServers, 'none')}`);
  if (alias !== undefined) said.push(`an alias of ${show(alias)}`);
  if (mail.length > 0) said.push(mail.join() === '.' ? 'takes no mail (null MX)' : `mail to ${listOr(mail, 'none')}`);
  for (const policy of spf) said.push(`SPF "${show(policy)}"`);
  for (const { target, hints } of https) said.push(`HTTPS ${show(target)} ${hints.join(' ')}`.trimEnd());
  if (cds.length > 0) said.push(listOr(cds, 'none'));
  if (tcp !== undefined && tcp !== 'answers') said.push(`over TCP failed, ${tcp}`);
  const failed = Object.entries(failures).map(([type, failure]) => `${type} (${failure})`);
  if (failed.length > 0) said.push(`no answer to ${failed.join(', ')}`);
  return said;
}

function listOr(items: readonly string[], none: string): string {
  return items.length === 0 ? none : items.map(show).join(', ');
}
