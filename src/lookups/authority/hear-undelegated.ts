// What a parent zone has of a name that it does not delegate. "No data" in place of "no such name" says that something stands at the
// name or below it (RFC 8020): addresses or exchanges of the zone's own, which some registries enter, a DNAME, or the host objects of
// a former name server. A zone that answers so for names that are not there says nothing by it: a wildcard, or RFC 9824.
import type { Address } from '../../model/address.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import type { InParent } from '../../model/seen/observation.ts';
import { sha256 } from '../../model/sha256.ts';
import { type ApexReading, readApex } from '../answers/read-apex.ts';
import type { DnsClient, DnsReply } from '../dns/client.ts';
import { lowerName } from '../dns/codec/names.ts';
import { RCODES, TYPES } from '../dns/codec/types.ts';
import type { ParentQuestion } from './hear-parent.ts';

interface UndelegatedHeard {
  /** Absent: the name is as little there as any other that nobody has registered. */
  readonly inZone?: InParent;
  readonly replies: readonly DnsReply[];
}

type Asking = Pick<ParentQuestion, 'zone' | 'name' | 'address' | 'signal'>;

export async function hearUndelegated(client: DnsClient, asking: Asking): Promise<UndelegatedHeard> {
  const stranger = strangerOf(asking);
  const { address: server, signal } = asking;
  const probe = await client.ask({ server, name: stranger, type: TYPES.NS, recursion: false, signal });
  if (!probe.answer.ok) return { inZone: { ...NOTHING, failure: probe.answer.failure }, replies: [probe] };
  const own = await recordsAt(client, asking, asking.name);
  if (probe.answer.message.rcode === RCODES.NXDOMAIN) return { inZone: own.found, replies: [probe, ...own.replies] };
  const others = await recordsAt(client, asking, stranger);
  const replies = [probe, ...own.replies, ...others.replies];
  const found = without(own.found, others.found);
  return isEmpty(found) ? { replies } : { inZone: found, replies };
}

const NOTHING: InParent = { addresses: [], mail: [] };

/** A name that nobody registers, and always the same of one name, so that old answers are found again. */
function strangerOf({ name, zone }: Asking): string {
  return `${sha256(name).slice(0, 24)}.${zone}`;
}

async function recordsAt(client: DnsClient, { address: server, signal }: Asking, name: string) {
  const types = [TYPES.A, TYPES.AAAA, TYPES.MX, TYPES.DNAME];
  const replies = await Promise.all(types.map((type) => client.ask({ server, name, type, recursion: false, signal })));
  const readings = replies.map(({ answer }, at): ApexReading => {
    if (!answer.ok) return { kind: 'failure', failure: answer.failure, detail: answer.detail };
    return readApex(answer.message, { name: lowerName(name), type: types[at] ?? TYPES.A });
  });
  return { found: readings.reduce(withReading, NOTHING), replies };
}

function withReading(found: InParent, reading: ApexReading): InParent {
  switch (reading.kind) {
    case 'failure':
      return { ...found, failure: found.failure ?? reading.failure };
    case 'alias':
      return { ...found, alias: reading.target };
    case 'none':
      return found;
    case 'records': {
      const data = reading.records.map(({ rdata }) => rdata);
      const addresses = data.flatMap((rdata) => (rdata.kind === 'a' || rdata.kind === 'aaaa' ? [rdata.address] : []));
      const mail = data.flatMap((rdata) => (rdata.kind === 'mx' ? [lowerName(rdata.exchange)] : []));
      const [alias] = data.flatMap((rdata) => (rdata.kind === 'dname' ? [rdata.target] : []));
      return {
        ...found,
        addresses: sorted<Address>([...found.addresses, ...addresses]),
        mail: sorted([...found.mail, ...mail]),
        ...(alias === undefined ? {} : { alias: lowerName(alias) }),
      };
    }
  }
}

function sorted<T extends string>(texts: readonly T[]): readonly T[] {
  return [...new Set(texts)].sort();
}

/** A wildcard of the zone gives everybody the same. */
function without(own: InParent, others: InParent): InParent {
  const { alias } = own;
  const failure: FailureKind | undefined = own.failure ?? others.failure;
  return {
    addresses: own.addresses.filter((address) => !others.addresses.includes(address)),
    mail: own.mail.filter((exchange) => !others.mail.includes(exchange)),
    ...(alias === undefined || alias === others.alias ? {} : { alias }),
    ...(failure === undefined ? {} : { failure }),
  };
}

function isEmpty({ addresses, mail, alias, failure }: InParent): boolean {
  return addresses.length + mail.length === 0 && alias === undefined && failure === undefined;
}
