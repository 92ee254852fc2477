// Whom a difference between orders concerns: for every name that changes, whoever the paragraphs direct that come to bind
// it or no longer do. A part that nobody is listed for stays in the list, so that no name falls out.
import type { Case } from '../model/case/case.ts';
import type { Recipient, Role } from '../model/case/party.ts';
import { type Name, topLabel } from '../model/name.ts';
import { recipientFinder } from './directed-recipients.ts';
import type { NameChange, NameGroup } from './order-difference.ts';

export interface Concerned {
  readonly role: Role;
  /** Absent: nobody is listed for the part. */
  readonly recipient?: Recipient;
  /** Where nobody is listed: for whom somebody would have to be; absent where that is not known either. */
  readonly missing?: { readonly tld?: string; readonly ianaId?: number; readonly domain?: Name };
  readonly counts: Readonly<Record<NameChange, number>>;
}

interface ConcernedQuestion {
  readonly groups: readonly NameGroup[];
  readonly before: Case;
  readonly after: Case;
  registrarOf?(name: Name): number | undefined;
}

interface Row extends Omit<Concerned, 'counts'> {
  readonly counts: Record<NameChange, number>;
}

export function concernedBy({ groups, before, after, registrarOf }: ConcernedQuestion): readonly Concerned[] {
  const [was, is] = [recipientFinder(before), recipientFinder(after)];
  const rows = new Map<string, Row>();
  for (const { change, names, gains, loses } of groups) {
    const finder = change === 'dropped' ? was : is;
    const roles = [...new Set([...gains, ...loses].flatMap(({ directedTo }) => directedTo))];
    for (const name of names) {
      const ianaId = registrarOf?.(name);
      for (const role of roles) {
        const found = finder.one(role, name, ianaId);
        if (found === 'nobody') continue;
        const key = found === undefined ? `${role} ${missingKey(role, name, ianaId)}` : `= ${found.id}`;
        const row = rows.get(key) ?? newRow(role, found, missingOf(role, name, ianaId));
        rows.set(key, row);
        row.counts[change] += 1;
      }
    }
  }
  return [...rows.values()];
}

function newRow(role: Role, recipient: Recipient | undefined, missing: Concerned['missing']): Row {
  const counts = { added: 0, dropped: 0, changed: 0 };
  return recipient === undefined ? { role, ...(missing && { missing }), counts } : { role, recipient, counts };
}

function missingKey(role: Role, name: Name, ianaId: number | undefined): string {
  const missing = missingOf(role, name, ianaId);
  return missing === undefined ? '' : Object.values(missing).join();
}

function missingOf(role: Role, name: Name, ianaId: number | undefined): Concerned['missing'] {
  if (role === 'registry-operator') return { tld: topLabel(name) };
  if (role === 'registrar') return ianaId === undefined ? undefined : { ianaId };
  return { domain: name };
}
