// A case whose names' former host lets signatures run out, or changes keys by half: its days are those of this machine, since a
// resolver that is told not to mind an old date would not mind a signature that is over.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseFile } from '../support/case-file.ts';
import { writeFiles } from '../support/folders.ts';

export const BROKEN_CASE = 'broken';

/** By name: what goes wrong with it on the last day. */
export const BROKEN_NAMES = {
  'sound.com': undefined,
  'expired.com': 'expired-signatures',
  'half-changed.com': 'keys-unsigned',
  'expired.net': 'expired-signatures',
  'half-changed.net': 'keys-unsigned',
  'stale.net': 'stale-ds',
  'unsigned.net': undefined,
} as const;

export const LAST_DAY = 1;

const RECIPIENTS = `recipients:
  registry:
    { name: Registry Ltd, role: registry-operator, tlds: [com, net], reach: ordered, because: a test, jurisdiction: Nowhere, illustrative: true }
`;

/** A folder of cases; the last day of its scenario began less than a minute ago. */
export function brokenCases(now: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'takedown-broken-'));
  const start = new Date(now - LAST_DAY * 86_400_000).toISOString().slice(0, 16);
  const names = Object.entries(BROKEN_NAMES);
  const before = names.flatMap(([name]) => (name === 'unsigned.net' ? [] : [`  ${name}: { signed: true }`]));
  const steps = names.flatMap(([name, fault]) =>
    fault === undefined
      ? []
      : [`    ${name}: { do: [lock${fault === 'stale-ds' ? ', delegate' : ''}], fault: ${fault} }`],
  );
  writeFiles(folder, {
    [`${BROKEN_CASE}/case.yaml`]: caseFile({ id: BROKEN_CASE }).replace('rehearsal: true\n', ''),
    [`${BROKEN_CASE}/names.txt`]: names.map(([name]) => `${name}\n`).join(''),
    [`${BROKEN_CASE}/rehearsal.yaml`]: `start: ${start}:00Z
before:
  half-changed.net: { signed: true, wildcard: false }
${before.filter((line) => !line.includes('half-changed.net')).join('\n')}
days:
  - day: 0
  - day: ${LAST_DAY}
${steps.join('\n')}
`,
    'recipients.yaml': RECIPIENTS,
  });
  return folder;
}
