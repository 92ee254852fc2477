// Whom a paragraph directs about a name, by the part that each plays: the registry operator of its top level, its
// registrar, the provider under whose domain a host name stands. Deadlines and letters both go by this.
import type { Case } from '../model/case.ts';
import { type Name, topLabel } from '../model/name.ts';
import { providerOf, type Recipient, type Role, registryOperatorOf } from '../model/party.ts';

/** `registrar`: IANA ID of the registrar of record, where it is known. */
export interface RecipientFinder {
  /** Those who are listed. The same list for the same recipients: what is counted for them is found by it. */
  all(roles: readonly Role[], name: Name, registrar?: number): readonly Recipient[];
  /** Absent: nobody is listed for the part. `nobody`: nobody plays it for this name. */
  one(role: Role, name: Name, registrar?: number): Recipient | 'nobody' | undefined;
}

export function recipientFinder(theCase: Case): RecipientFinder {
  const cast = castFinder(theCase);
  const lists = new Map<readonly Role[], Map<string | undefined, Map<Recipient | undefined, readonly Recipient[]>>>();
  return {
    one: (role, name, registrar) => cast(name, registrar)[role],
    all(roles, name, registrar) {
      const parts = cast(name, registrar);
      const byOthers = within(lists, roles, () => new Map());
      const key = `${listed(parts['registry-operator'])?.id} ${listed(parts.provider)?.id}`;
      const bySponsor = within(byOthers, key, () => new Map());
      return within(bySponsor, listed(parts.registrar), () => roles.flatMap((role) => listed(parts[role]) ?? []));
    },
  };
}

type Part = Recipient | 'nobody' | undefined;
type Cast = Readonly<Record<Role, Part>>;

function listed(part: Part): Recipient | undefined {
  return part === 'nobody' ? undefined : part;
}

function castFinder(theCase: Case): (name: Name, registrar: number | undefined) => Cast {
  const { recipients } = theCase;
  const hosts = hostNamesOf(theCase);
  const provides = recipients.some(({ role }) => role === 'provider');
  const operator = operatorFinder(recipients);
  const sponsor = sponsorFinder(theCase);
  return (name, registrar) => {
    const isHost = hosts.size > 0 && hosts.has(name);
    const provider = provides ? providerOf(recipients, name) : undefined;
    // A host name has no registration of its own: registry and registrar can do nothing about it alone.
    if (isHost) return { 'registry-operator': 'nobody', registrar: 'nobody', provider };
    return { 'registry-operator': operator(name), registrar: sponsor(registrar), provider: provider ?? 'nobody' };
  };
}

function operatorFinder(recipients: readonly Recipient[]): (name: Name) => Part {
  const operators = new Map<string, Part>();
  return (name) => within(operators, topLabel(name), () => registryOperatorOf(recipients, topLabel(name)));
}

/** The ordered registrar takes the names on the petitioner's behalf: it is instructed, and not served. */
function sponsorFinder({ recipients, registrars }: Case): (registrar: number | undefined) => Part {
  const parts = new Map<number, Part>();
  for (const one of recipients) if (one.role === 'registrar' && one.ianaId !== undefined) parts.set(one.ianaId, one);
  for (const { ianaId } of Object.values(registrars)) parts.set(ianaId, 'nobody');
  return (registrar) => (registrar === undefined ? undefined : parts.get(registrar));
}

/** Names of the schedules that stand under somebody else's registration. */
function hostNamesOf({ schedules }: Case): ReadonlySet<Name> {
  const hosts = new Set<Name>();
  for (const { names } of schedules) {
    for (const { name, registrable } of names) if (name !== registrable) hosts.add(name);
  }
  return hosts;
}

function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
