// The laboratory's case and its network file, as a person would write them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Registries } from './registries.ts';
import { ADDRESSES, LAB_NAMES } from './zones.ts';

export function writeLabCase(workspace: string): void {
  const folder = join(workspace, 'cases', 'lab');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'appendix-a.txt'), `${Object.keys(LAB_NAMES).join('\n')}\n`);
  writeFileSync(join(folder, 'case.yaml'), CASE);
  writeFileSync(join(workspace, 'cases', 'recipients.yaml'), RECIPIENTS);
}

const RECIPIENTS = `recipients:
  test-registry:
    name: Test Registry Inc.
    role: registry-operator
    tlds: [test]
    reach: ordered
    because: it is in the laboratory
    jurisdiction: United States
    illustrative: true
`;

const CASE = `case: lab
title: Laboratory v. John Does 1-2
rehearsal: true
court: { name: Court of the Laboratory, time-zone: America/New_York, holidays: [us-federal] }
docket: 1:26-cv-00001
petitioner: { name: Laboratory, address: [1 Loopback Road] }
registrars:
  custodian: { name: MarkMonitor Inc., iana-id: 292 }
sinkholes:
  sink: { operator: Laboratory, name-servers: [ns1.sink.test, ns2.sink.test], prefixes: [192.0.2.0/24, "2001:db8:5::/48"] }
schedules:
  appendix-a: { file: appendix-a.txt, stated-count: ${Object.keys(LAB_NAMES).length} }
orders:
  - id: pi
    kind: preliminary-injunction
    entered: 2020-01-06T12:00:00-05:00
    paragraphs:
      - number: "1"
        text: Transfer and lock.
        directed-to: [registry-operator]
        applies-to: appendix-a
        relief:
          - { kind: registrar-of-record, registrar: custodian }
          - { kind: epp-status-includes, statuses: [serverTransferProhibited, serverUpdateProhibited, serverDeleteProhibited] }
      - number: "2"
        text: Redirect.
        directed-to: [registry-operator]
        applies-to: appendix-a
        relief:
          - { kind: delegated-to, sinkhole: sink }
          - { kind: resolves-to, sinkhole: sink }
          - { kind: ds-absent-or-valid }
`;

/** Real servers on loopback need no routes for DNS: they answer on port 53 of the addresses that their zones name. */
export function networkFile(registries: Registries): string {
  return `simulated: true
dns:
  roots: [${ADDRESSES.root}]
  resolvers: [${ADDRESSES.resolver}]
rdap:
  bootstrap: ${registries.bootstrap}
whois:
  servers: { test: whois.nic.test }
  routes: { whois.nic.test: "${registries.whois}" }
`;
}
