// A workspace with a case of two names and a scenario of three days, for a rehearsal that takes a second.
import { caseFile } from './case-file.ts';
import { emptyFolder, writeFiles } from './folders.ts';

export function smallRehearsal(): string {
  const folder = emptyFolder();
  writeFiles(folder, {
    'cases/two/case.yaml': caseFile({ id: 'two' }).replace('rehearsal: true\n', ''),
    'cases/two/names.txt': 'alpha.test\nbravo.zone\n',
    'cases/two/rehearsal.yaml': SCENARIO,
    'cases/recipients.yaml': RECIPIENTS,
  });
  return folder;
}

const SCENARIO = `start: 2026-01-05T16:00:00-05:00
days:
  - day: 0
  - day: 1
    testers: { do: [lock, delegate, transfer] }
  - day: 2
    bravo.zone: { do: [hold] }
`;

const RECIPIENTS = `recipients:
  testers: { name: Testers Inc., role: registry-operator, tlds: [test], reach: ordered, because: practice, jurisdiction: USA, illustrative: true }
  zoners: { name: Zoners Inc., role: registry-operator, tlds: [zone], reach: ordered, because: practice, jurisdiction: USA, illustrative: true }
`;
