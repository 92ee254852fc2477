// Whom a paragraph directs about a name, by the part that each plays: the registry operator of its top level, its
// registrar, the provider under whose domain a host name stands. Deadlines and letters both go by this.
import type { Case } from '../model/case/case.ts';
import { providerFinder, type Recipient, type Role, registryOperatorOf } from '../model/case/party.ts';
import { type Name, topLabel } from '../model/name.ts';
import { within } from '../model/within.ts';

/** `registrar`: IANA ID of the registrar of record, where it is known. */
export interface RecipientFinder {
  /** Those who are listed. The same list for the same recipients: what is counted for them is found by it. */
  all(roles: readonly Role[], name: Name, registrar?: number): readonly Recipient[];
  /** Absent: nobody is listed for the part. `nobody`: nobody plays it for this name. */
  one(role: Role, name: Name, registrar?: number): Recipient | 'nobody' | undefined;
  /** Who plays which part: the same object for the same recipients. */
  cast(name: Name, registrar?: number): Cast;
}

export function recipientFinder(theCase: Case): RecipientFinder {
  const cast = castFinder(theCase);
  const lists = new Map<Cast, Map<readonly Role[], readonly Recipient[]>>();
  return {
    cast,
    one: (role, name, registrar) => cast(name, registrar)[role],
    all(roles, name, registrar) {
      const parts = cast(name, registrar);
      const byRoles = within(lists, parts, () => new Map());
      return within(byRoles, roles, () => roles.flatMap((role) => listed(parts[role]) ?? []));
    },
  };
}

type Part = Recipient | 'nobody' | undefined;
export type Cast = Readonly<Record<Role, Part>>;

function listed(part: Part): Recipient | undefined {
  return part === 'nobody' ? undefined : part;
}

function castFinder(theCase: Case): (name: Name, registrar?: number) => Cast {
  const { recipients } = theCase;
  const hosts = hostNamesOf(theCase);
  const providerOf = providerFinder(recipients);
  const operator = operatorFinder(recipients);
  const sponsor = sponsorFinder(theCase);
  const casts = new Map<Part, Map<Part, Map<Part, Cast>>>();
  const shared = (parts: Cast): Cast => {
    const bySponsor = within(casts, parts['registry-operator'], () => new Map());
    const byProvider = within(bySponsor, parts.registrar, () => new Map());
    return within(byProvider, parts.provider, () => parts);
  };
  return (name, registrar) => {
    const provider = providerOf(name);
    // A host name has no registration of its own: registry and registrar can do nothing about it alone.
    if (hosts.has(name)) return shared({ 'registry-operator': 'nobody', registrar: 'nobody', provider });
    return shared({
      'registry-operator': operator(name),
      registrar: sponsor(registrar),
      provider: provider ?? 'nobody',
    });
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
