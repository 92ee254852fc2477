// A case of twelve names, and its simulated internet in this process, written down as a network file for children.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNetwork } from '../../../src/casefile/network-file.ts';
import { parseScenario } from '../../../src/casefile/scenario.ts';
import { parseInstant } from '../../../src/model/instant.ts';
import type { KeptMail } from '../../../src/rehearsal/mail.ts';
import { openRehearsal } from '../../../src/rehearsal/open.ts';
import { loadCase } from '../../../src/store/case/load.ts';
import { type CasePaths, casePaths } from '../../../src/store/workspace.ts';
import { caseFile } from '../../support/case-file.ts';
import { emptyFolder, removeFolder, writeFiles } from '../../support/folders.ts';

export const CASE = 'twelve.rehearsal';
export const NAMES = ['test', 'zone'].flatMap((tld) =>
  ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot'].map((label) => `${label}.${tld}`),
);

export interface Practice {
  readonly folder: string;
  readonly paths: CasePaths;
  /** What people have done by that day: on day 1 one registry, on day 2 the other one as well; on day 3 things slip back. */
  enter(day: number): void;
  /** What was handed to the simulated mail server. */
  mails(): readonly KeptMail[];
  close(): Promise<void>;
}

/** `at`: what the network's clock says; a day's signatures begin at 15:00 in New York. */
export async function openPractice(at = '2026-01-07T15:00:00Z'): Promise<Practice> {
  const folder = emptyFolder();
  writeFiles(folder, {
    [`cases/${CASE}/case.yaml`]: caseFile({ id: CASE, registrar: 'MarkMonitor Inc.' }),
    [`cases/${CASE}/names.txt`]: `${NAMES.join('\n')}\n`,
    'cases/recipients.yaml': RECIPIENTS,
  });
  const paths = casePaths({ root: folder, cases: join(folder, 'cases') }, CASE);
  if (paths === undefined) throw new Error(CASE);
  const loaded = await loadCase(paths, { quick: true, from: folder });
  const scenario = parseScenario({ file: 'rehearsal.yaml', octets: new TextEncoder().encode(SCENARIO) });
  const clock = parseInstant(at);
  if (!loaded.ok || !scenario.ok || clock === undefined) throw new Error(JSON.stringify([loaded, scenario]));
  const theCase = loaded.value;
  const stage = await openRehearsal({ theCase, scenario: scenario.value, clock: () => clock, fast: false });
  stage.enter(1);
  writeFileSync(join(folder, 'network.yaml'), formatNetwork({ ...stage.network, clock }));
  return {
    folder,
    paths,
    enter: (day) => void stage.enter(day),
    mails: stage.mails,
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
  - day: 2
    zoners: { do: [lock, delegate, transfer] }
  - day: 3
    alpha.test: { do: [unlock, revert], to: 203.0.113.9 }
    sinkhole.example: { do: [hold] }
`;

const RECIPIENTS = `recipients:
  testers: { name: Testers Inc., role: registry-operator, tlds: [test], reach: ordered, because: practice, jurisdiction: USA, illustrative: true }
  zoners: { name: Zoners Inc., role: registry-operator, tlds: [zone], reach: ordered, because: practice, jurisdiction: USA, illustrative: true }
`;
