// A case that is neither illustrative nor a rehearsal, with lookups on record: the rehearsed one with its marks taken off and
// its addresses moved to domains of the laboratory. For letters that are sent as they are in earnest, on loopback.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rehearsedWorkspace } from './rehearsed.ts';

export const REAL_CASE = 'in-earnest';
/** When letters may go: just after the lookups. */
export const REAL_NOW = '2019-03-16T18:00:00Z';

export interface RealMail {
  readonly sender: string;
  /** Of the recipient `harbour`. */
  readonly recipient: string;
}

export async function realWorkspace({ sender, recipient }: RealMail): Promise<string> {
  const { folder, ran } = await rehearsedWorkspace('day-1');
  if (ran.code !== 0) throw new Error(ran.err);
  const ours = join(folder, 'cases', REAL_CASE);
  cpSync(join(folder, 'cases', 'phosphorus.rehearsal'), ours, { recursive: true });
  for (const one of ['phosphorus', 'phosphorus.rehearsal'])
    rmSync(join(folder, 'cases', one), { recursive: true, force: true });
  const change = (path: string, by: (text: string) => string) => writeFileSync(path, by(readFileSync(path, 'utf8')));
  change(join(ours, 'case.yaml'), (text) =>
    withoutMarks(text)
      .replace(/^case: .*$/m, `case: ${REAL_CASE}`)
      .replaceAll('counsel@lawfirm.example', sender),
  );
  change(join(folder, 'cases', 'recipients.yaml'), (text) =>
    withoutMarks(text).replaceAll('orders@harbour-names.example', recipient),
  );
  return folder;
}

function withoutMarks(text: string): string {
  return text.replace(/^ *(?:illustrative|rehearsal): true\n/gm, '');
}

/** A person's own settings, in a folder that XDG_CONFIG_HOME names. */
export function writeSettings(folder: string, files: Readonly<Record<string, string>>): string {
  const home = join(folder, 'config');
  mkdirSync(join(home, 'takedown'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, 'takedown', name), text);
  return home;
}
