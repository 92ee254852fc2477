// The text of a small rehearsal's case file: one order of one paragraph over the names of names.txt.

export interface CaseFileParts {
  readonly id: string;
  readonly nameServers?: readonly string[];
  /** Who has the IANA ID 292. */
  readonly registrar?: string;
}

const SINKHOLE = ['ns1.sinkhole.example', 'ns2.sinkhole.example'];

export function caseFile({ id, nameServers = SINKHOLE, registrar = 'Custodian Inc.' }: CaseFileParts): string {
  return `case: ${id}
title: Acme Corp. v. John Does 1-2
rehearsal: true
court: { name: A court, time-zone: America/New_York, holidays: [us-federal] }
docket: "1:26-cv-00001"
petitioner: { name: Acme Corp., address: [1 Acme Way] }
registrars: { custodian: { name: ${registrar}, iana-id: 292 } }
sinkholes: { own: { operator: Acme, name-servers: [${nameServers.join(', ')}], prefixes: [192.0.2.0/24, "2001:db8:5::/48"] } }
schedules: { names: { file: names.txt } }
orders:
  - id: pi
    kind: preliminary-injunction
    entered: 2026-01-05T16:00:00-05:00
    paragraphs:
      - number: "1"
        text: Move, lock and redirect them.
        directed-to: [registry-operator]
        applies-to: names
        relief:
          - { kind: registrar-of-record, registrar: custodian }
          - { kind: epp-status-includes, statuses: [serverTransferProhibited] }
          - { kind: delegated-to, sinkhole: own }
          - { kind: resolves-to, sinkhole: own }
          - { kind: ds-absent-or-valid }
`;
}
