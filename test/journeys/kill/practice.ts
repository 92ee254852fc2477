// A case of twelve names, and its simulated internet in this process, written down as a network file for children.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNetwork } from '../../../src/casefile/network-file.ts';
import { parseScenario } from '../../../src/casefile/scenario.ts';
import { parseInstant } from '../../../src/model/instant.ts';
import { openRehearsal } from '../../../src/rehearsal/open.ts';
import { loadCase } from '../../../src/store/cases.ts';
import { type CasePaths, casePaths } from '../../../src/store/workspace.ts';
import { emptyFolder, removeFolder, writeFiles } from '../../support/folders.ts';

export const CASE = 'twelve.rehearsal';
export const NAMES = ['test', 'zone'].flatMap((tld) =>
  ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot'].map((label) => `${label}.${tld}`),
);

export interface Practice {
  readonly folder: string;
  readonly paths: CasePaths;
  close(): Promise<void>;
}

export async function openPractice(): Promise<Practice> {
  const folder = emptyFolder();
  writeFiles(folder, {
    [`cases/${CASE}/case.yaml`]: CASE_FILE,
    [`cases/${CASE}/names.txt`]: `${NAMES.join('\n')}\n`,
    'cases/recipients.yaml': RECIPIENTS,
  });
  const paths = casePaths({ root: folder, cases: join(folder, 'cases') }, CASE);
  if (paths === undefined) throw new Error(CASE);
  const loaded = await loadCase(paths, { quick: true, from: folder });
  const scenario = parseScenario({ file: 'rehearsal.yaml', octets: new TextEncoder().encode(SCENARIO) });
  const clock = parseInstant('2026-01-07T15:00:00Z');
  if (!loaded.ok || !scenario.ok || clock === undefined) throw new Error(JSON.stringify([loaded, scenario]));
  const theCase = loaded.value;
  const stage = await openRehearsal({ theCase, scenario: scenario.value, clock: () => clock, fast: false });
  stage.enter(1);
  writeFileSync(join(folder, 'network.yaml'), formatNetwork({ ...stage.network, clock }));
  return {
    folder,
    paths,
    async close() {
      await stage.close();
      removeFolder(folder);
    },
  };
}

const SCENARIO = `start: 2026-01-05T16:00:00-05:00
days:
  - day: 0
  - day: 1
    testers: { do: [lock, delegate, transfer] }
`;

const RECIPIENTS = `recipients:
  testers: { name: Testers Inc., role: registry-operator, tlds: [test], reach: ordered, because: practice, jurisdiction: USA, illustrative: true }
  zoners: { name: Zoners Inc., role: registry-operator, tlds: [zone], reach: ordered, because: practice, jurisdiction: USA, illustrative: true }
`;

const CASE_FILE = `case: ${CASE}
title: Acme Corp. v. John Does 1-2
rehearsal: true
court: { name: A court, time-zone: America/New_York, holidays: [us-federal] }
docket: "1:26-cv-00001"
petitioner: { name: Acme Corp., address: [1 Acme Way] }
registrars: { custodian: { name: MarkMonitor Inc., iana-id: 292 } }
sinkholes: { own: { operator: Acme, name-servers: [ns1.sinkhole.example, ns2.sinkhole.example], prefixes: [192.0.2.0/24, "2001:db8:5::/48"] } }
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
