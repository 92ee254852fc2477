// Who is written to, and about which names: for every name and paragraph in force, whoever plays a part that the paragraph
// directs. A part that nobody is listed for stays in the list, under a stand-in, so that no name falls out.
import type { Case } from '../../model/case/case.ts';
import type { ParagraphRef } from '../../model/case/order.ts';
import type { Recipient, Role } from '../../model/case/party.ts';
import type { DatedFinding, NameProgress, Progress } from '../../model/judged/progress.ts';
import type { Clause } from '../../model/judged/requirement.ts';
import type { NameSeen } from '../../model/letter/letter.ts';
import { type Name, topLabel } from '../../model/name.ts';
import { registrarText } from '../../model/registrar.ts';
import { type RecipientFinder, recipientFinder } from '../../progress/directed-recipients.ts';

export interface Party {
  readonly recipient: Recipient;
  /** Why nobody can be written to: the recipient is then a stand-in. */
  readonly missing?: Missing;
}

/** A recipient, and what it is directed to do. */
export interface Addressee extends Party {
  readonly items: readonly Item[];
}

export interface Missing {
  readonly role: Role;
  /** `the registrar Example Registrar (IANA ID 9999)` */
  readonly who: string;
  /** What the entry in recipients.yaml has to have; absent where it is not known who it would be. */
  readonly entry?: string;
}

/** A name, and the findings of the clauses that direct one recipient. */
export interface Item {
  readonly row: NameProgress;
  readonly seen: NameSeen;
  readonly findings: readonly DatedFinding[];
}

export function refOf({ order, paragraph }: Pick<Clause, 'order' | 'paragraph'>): ParagraphRef {
  return `${order}/${paragraph}`;
}

interface AddresseeQuestion {
  readonly theCase: Case;
  readonly progress: Progress;
  readonly sights: ReadonlyMap<Name, NameSeen>;
}

interface Gathered extends Party {
  readonly items: Map<Name, { readonly row: NameProgress; readonly seen: NameSeen; readonly findings: DatedFinding[] }>;
}

const NOT_SEEN: NameSeen = {};

export function addresseesOf({ theCase, progress, sights }: AddresseeQuestion): readonly Addressee[] {
  const finder = recipientFinder(theCase);
  const domains = domainsOf(theCase);
  const gathered = new Map<string, Gathered>();
  for (const row of progress.names) {
    if (row.released) continue;
    const seen = sights.get(row.name) ?? NOT_SEEN;
    const parts = new Map<Role, Party | undefined>();
    for (const finding of row.findings) {
      for (const role of finding.requirement.clause.directedTo) {
        if (!parts.has(role)) parts.set(role, partOf(role, { row, seen, finder, domains }));
        const part = parts.get(role);
        if (part !== undefined) add(gathered, part, { row, seen, finding });
      }
    }
  }
  return [...gathered.values()].map(({ items, ...part }) => ({ ...part, items: [...items.values()] }));
}

function add(
  gathered: Map<string, Gathered>,
  part: Party,
  { row, seen, finding }: { readonly row: NameProgress; readonly seen: NameSeen; readonly finding: DatedFinding },
): void {
  const group = gathered.get(part.recipient.id) ?? { ...part, items: new Map() };
  gathered.set(part.recipient.id, group);
  const item = group.items.get(row.name) ?? { row, seen, findings: [] };
  group.items.set(row.name, item);
  item.findings.push(finding);
}

interface About {
  readonly row: NameProgress;
  readonly seen: NameSeen;
  readonly finder: RecipientFinder;
  readonly domains: ReadonlyMap<Name, Name>;
}

/** Of host names: the domain that each stands under. */
function domainsOf({ schedules }: Case): ReadonlyMap<Name, Name> {
  const scheduled = schedules.flatMap(({ names }) => names.filter(({ name, registrable }) => name !== registrable));
  return new Map(scheduled.map(({ name, registrable }) => [name, registrable]));
}

function partOf(role: Role, about: About): Party | undefined {
  const { row, seen, finder } = about;
  // A name that is not registered has no registrar.
  if (role === 'registrar' && seen.absent === true) return undefined;
  const found = finder.one(role, row.name, seen.registrar?.ianaId);
  if (found === 'nobody') return undefined;
  return found === undefined ? standIn(role, about) : { recipient: found };
}

function standIn(role: Role, { row, seen, domains }: About): Party {
  if (role === 'registry-operator') return unlistedOperator(topLabel(row.name));
  if (role === 'provider') {
    const domain = domains.get(row.name) ?? row.name;
    const who = `the provider of ${domain}`;
    return {
      recipient: unlisted({ id: `under ${domain}`, name: who, role }),
      missing: { role, who, entry: `hosts: [${domain}]` },
    };
  }
  const { registrar } = seen;
  if (registrar === undefined) {
    const who = 'the registrar of record, which was not seen';
    return { recipient: unlisted({ id: 'registrar not known', name: who, role }), missing: { role, who } };
  }
  const { ianaId } = registrar;
  const who = `the registrar ${registrarText(registrar)}`;
  const id = `registrar ${ianaId ?? registrar.name ?? ''}`;
  const entry = ianaId === undefined ? {} : { entry: `iana-id: ${ianaId}` };
  const own = { id, name: registrarText(registrar), role, ...(ianaId === undefined ? {} : { ianaId }) };
  return { recipient: unlisted(own), missing: { role, who, ...entry } };
}

/** The stand-in for the registry operator of a top level. */
export function unlistedOperator(tld: string): Party {
  const [role, who] = ['registry-operator', `the registry operator of .${tld}`] as const;
  const recipient = unlisted({ id: `.${tld}`, name: who, role, tlds: [tld] });
  return { recipient, missing: { role, who, entry: `tlds: [${tld}]` } };
}

/** Names that no paragraph in force directs anybody about: nobody is written to. */
export function namesOfNobody({ progress, ...question }: AddresseeQuestion): readonly Name[] {
  const directed = new Set(
    addresseesOf({ progress, ...question }).flatMap(({ items }) => items.map(({ row }) => row.name)),
  );
  return progress.names.filter(({ name, released }) => !released && !directed.has(name)).map(({ name }) => name);
}

/** Nobody is taken to be bound whom nobody has looked at. */
function unlisted(own: Pick<Recipient, 'id' | 'name' | 'role'> & Partial<Recipient>): Recipient {
  return { reach: 'requested', tlds: [], hosts: [], contacts: { address: [], email: [] }, illustrative: false, ...own };
}
