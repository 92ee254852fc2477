// A case of two names with every kind of file that a case's folder can have: two runs, a journal before and after them, a mail that
// came back, a filed order, an issued letter.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frozen } from '../../../src/casefile/issued-letter.ts';
import { formatNetwork } from '../../../src/casefile/network-file.ts';
import { parseScenario } from '../../../src/casefile/scenario.ts';
import { openRehearsal } from '../../../src/rehearsal/open.ts';
import { loadCase } from '../../../src/store/case/load.ts';
import { machineOf } from '../../../src/store/disk/lock.ts';
import { issueLetter } from '../../../src/store/letters/issue.ts';
import { runsThere } from '../../../src/store/runs/list.ts';
import { type CasePaths, casePaths } from '../../../src/store/workspace.ts';
import { caseFile } from '../../support/case-file.ts';
import { emptyFolder, removeFolder, writeFiles } from '../../support/folders.ts';
import { issuedLiteral } from '../../support/letters.ts';
import { takedown } from '../../support/takedown.ts';
import { at, name } from '../../support/values.ts';

export const CASE = 'small.rehearsal';
export const LETTER = '2026-01-06-testers-order';

export interface SmallCase {
  readonly folder: string;
  readonly paths: CasePaths;
  /** Oldest first. */
  readonly runs: readonly string[];
  close(): void;
}

const ORDER = '%PDF-1.7 the order as it was filed\n';
const COPY = `    copy: { file: orders/pi.pdf, pages: 1, sha-256: ${createHash('sha256').update(ORDER).digest('hex')} }\n`;
const REPLY = 'From: abuse@testers.example\r\nSubject: Re: your letter\r\n\r\nReceived.\r\n';

export async function openSmallCase(): Promise<SmallCase> {
  const folder = emptyFolder();
  const text = caseFile({ id: CASE }).replace('    paragraphs:\n', `${COPY}    paragraphs:\n`);
  writeFiles(folder, {
    [`cases/${CASE}/case.yaml`]: `# A case to practise on.\n${text}`,
    [`cases/${CASE}/names.txt`]: 'alpha.test\nbravo.zone\n',
    [`cases/${CASE}/orders/pi.pdf`]: ORDER,
    'cases/recipients.yaml': RECIPIENTS,
    [`cases/${CASE}/rehearsal.yaml`]: SCENARIO,
    'takedown.yaml': '# How we ask.\nlimits: { whois.example: { at-once: 2, apart: 1000 } }\n',
    'templates/ours.md': readFileSync(new URL('../../../templates/call-sheet.md', import.meta.url), 'utf8'),
    'templates/partials/closing.md': 'With kind regards\n',
    'templates/fonts/house.ttf': 'strokes and curves, '.repeat(5_000),
    'reply.eml': REPLY,
  });
  const paths = casePaths({ root: folder, cases: join(folder, 'cases') }, CASE);
  if (paths === undefined) throw new Error(CASE);
  await issue(paths);
  await done(folder, ['record', 'note', CASE, '--note', 'spoke to their counsel', '--at', '2026-01-06T10:00:00-05:00']);
  await done(folder, ['record', 'note', CASE, '--file', 'reply.eml', '--at', '2026-01-06T12:00:00-05:00']);
  await checkTwice(folder, paths);
  return { folder, paths, runs: runsThere(paths), close: () => removeFolder(folder) };
}

async function checkTwice(folder: string, paths: CasePaths): Promise<void> {
  const loaded = await loadCase(paths, { quick: true, from: folder });
  const scenario = parseScenario({ file: 'rehearsal.yaml', octets: new TextEncoder().encode(SCENARIO) });
  if (!loaded.ok || !scenario.ok) throw new Error(JSON.stringify([loaded, scenario]));
  for (const [day, hour] of [
    [0, '15'],
    [1, '16'],
  ] as const) {
    const clock = at(`2026-01-07T${hour}:00:00Z`);
    const stage = await openRehearsal({
      theCase: loaded.value,
      scenario: scenario.value,
      clock: () => clock,
      fast: true,
    });
    try {
      stage.enter(day);
      writeFileSync(join(folder, 'network.yaml'), formatNetwork({ ...stage.network, clock }));
      await done(folder, ['check', CASE, '--network', 'network.yaml', '--fail-on', 'never']);
    } finally {
      await stage.close();
    }
  }
}

async function issue(paths: CasePaths): Promise<void> {
  const { files: _, ...letter } = issuedLiteral({
    id: LETTER,
    caseId: CASE,
    recipient: 'testers',
    // It was made by hand, and no version of the program could make it again.
    tool: 'takedown 0.0.1',
    issued: at('2026-01-07T20:00:00Z'),
    rehearsal: true,
    paragraphs: ['pi/1'],
    names: [name('alpha.test')],
  });
  const files = [{ file: 'letter.md', octets: Buffer.from('Please move alpha.test.\n') }];
  await issueLetter(paths, { manifest: frozen(letter, files), files }, machineOf(process.pid));
}

/** `when`: what the clock says. */
export async function done(folder: string, args: readonly string[], when = '2026-01-06T22:00:00Z'): Promise<string> {
  const ran = await takedown(folder, args, { at: when });
  if (ran.code !== 0) throw new Error(`${args.join(' ')}: ${ran.code} ${ran.err}`);
  return ran.out;
}

export function octetsIn({ paths }: SmallCase, file: string): Buffer {
  return readFileSync(join(paths.folder, file));
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
