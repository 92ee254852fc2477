// What orders about domain names usually direct, in plain words, for `takedown new`: each row becomes one paragraph with the
// relief by which it is checked. The order's own words and number are the person's to write.
import type { Role } from '../model/case/party.ts';
import { flowText } from './flow.ts';

/** Short names under which a new case defines them. */
export const CUSTODIAN = 'custodian';
export const OWN_SINKHOLE = 'own';

export interface LibraryRow {
  readonly id: string;
  /** What the order directs, in a few plain words. */
  readonly words: string;
  /** What has to be known for it. */
  readonly needs?: 'registrar' | 'sinkhole';
  readonly directedTo: readonly Role[];
  /** Kinds of relief with their terms. */
  clauses(petitioner: string): readonly ({ readonly kind: string } & Readonly<Record<string, unknown>>)[];
}

const BOTH: readonly Role[] = ['registry-operator', 'registrar'];
const REGISTRY: readonly Role[] = ['registry-operator'];
const LOCKS = ['serverTransferProhibited', 'serverUpdateProhibited', 'serverDeleteProhibited'];
const CLIENT_LOCKS = ['clientTransferProhibited', 'clientUpdateProhibited', 'clientDeleteProhibited'];

export const RELIEF_LIBRARY: readonly LibraryRow[] = [
  {
    id: 'transfer',
    words: "move the names to the petitioner's registrar, and lock them there",
    needs: 'registrar',
    directedTo: BOTH,
    clauses: () => [
      { kind: 'registrar-of-record', registrar: CUSTODIAN },
      { kind: 'epp-status-includes', statuses: LOCKS },
    ],
  },
  {
    id: 'redirect',
    words: "point the names at the petitioner's sinkhole",
    needs: 'sinkhole',
    directedTo: BOTH,
    clauses: () => [
      { kind: 'delegated-to', sinkhole: OWN_SINKHOLE },
      { kind: 'resolves-to', sinkhole: OWN_SINKHOLE },
      { kind: 'ds-absent-or-valid' },
    ],
  },
  {
    id: 'registrant',
    words: 'make the petitioner the registrant of the names',
    directedTo: BOTH,
    clauses: (petitioner) => [{ kind: 'registrant-is', organisation: petitioner }],
  },
  {
    id: 'lock',
    words: 'lock the registrations at the registry, so that nobody moves, changes or deletes them',
    directedTo: REGISTRY,
    clauses: () => [{ kind: 'epp-status-includes', statuses: LOCKS }],
  },
  {
    id: 'lock-at-registrar',
    words: 'lock the registrations at the registrar',
    directedTo: ['registrar'],
    clauses: () => [{ kind: 'epp-status-includes', statuses: CLIENT_LOCKS }],
  },
  {
    id: 'hold',
    words: 'take the names out of the DNS (hold)',
    directedTo: REGISTRY,
    clauses: () => [{ kind: 'held' }],
  },
  {
    id: 'lift-hold',
    words: 'lift holds, so that the names stand in the DNS again',
    directedTo: BOTH,
    clauses: () => [{ kind: 'epp-status-excludes', statuses: ['serverHold', 'clientHold'] }],
  },
  {
    id: 'mail',
    words: 'stop mail to and from the names',
    needs: 'sinkhole',
    directedTo: BOTH,
    clauses: () => [{ kind: 'mail-stopped', sinkhole: OWN_SINKHOLE }],
  },
  {
    id: 'hosts',
    words: 'withdraw the addresses of name servers that stand under the names (glue)',
    needs: 'sinkhole',
    directedTo: REGISTRY,
    clauses: () => [{ kind: 'glue-withdrawn', sinkhole: OWN_SINKHOLE }],
  },
  {
    id: 'keep',
    words: 'keep the names registered while the order lasts',
    directedTo: BOTH,
    clauses: () => [{ kind: 'stays-registered' }],
  },
  {
    id: 'block',
    words: 'keep names that nobody has registered from being registered',
    directedTo: REGISTRY,
    clauses: () => [{ kind: 'not-registrable' }],
  },
  {
    id: 'preserve',
    words: 'preserve records of the registrations (a person confirms it)',
    directedTo: BOTH,
    clauses: () => [{ kind: 'attested', what: 'preservation of the records of the registration' }],
  },
];

export function libraryRow(id: string): LibraryRow | undefined {
  return RELIEF_LIBRARY.find((row) => row.id === id);
}

/** One line of YAML each. */
export function clauseLines(row: LibraryRow, petitioner: string): readonly string[] {
  return row.clauses(petitioner).map(flowText);
}
