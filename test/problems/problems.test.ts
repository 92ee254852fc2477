// One folder a problem code: the files that cause it and the message that people see. `npx vitest run -u` writes the
// messages anew; look at each before it is committed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTAKE_CODES } from '../../src/casefile/codes/intake.ts';
import { CODES } from '../../src/casefile/codes.ts';
import { parseConfig } from '../../src/casefile/config.ts';
import { parseManifest } from '../../src/casefile/issued-letter.ts';
import { parseJournal } from '../../src/casefile/journal.ts';
import { parseNetwork } from '../../src/casefile/network-file.ts';
import { parseCase } from '../../src/casefile/parse.ts';
import { parseRecipients } from '../../src/casefile/recipients.ts';
import { renderProblems } from '../../src/casefile/render-problem.ts';
import type { SourceText } from '../../src/casefile/source.ts';
import { checkTemplate } from '../../src/letters/templates/check-template.ts';
import { examplesFor } from '../../src/letters/templates/examples.ts';
import { readTemplates } from '../../src/letters/templates/read-template.ts';
import type { Problem } from '../../src/model/problem.ts';

/** Codes whose cause is no small file: see hostile.test.ts, cross-case.test.ts, mail-settings.test.ts, ../letters/markdown.test.ts, ../journeys/machine. */
const CAUSED_ELSEWHERE = ['file-too-large', 'name-in-two-cases', 'letter-markdown', 'mail-incomplete', 'not-readable'];
/** Documents that names are taken from: see ../intake. */
const ELSEWHERE = [...CAUSED_ELSEWHERE, ...Object.keys(INTAKE_CODES)];

const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());

async function problemsIn(code: string): Promise<readonly Problem[]> {
  const read = (file: string): SourceText | undefined => {
    const path = join(import.meta.dirname, code, file);
    return existsSync(path) ? { file, octets: readFileSync(path) } : undefined;
  };
  const [caseFile, recipients] = [read('case.yaml'), read('recipients.yaml')];
  if (caseFile !== undefined) {
    const copy = (file: string) => read(file)?.octets;
    const texts = { id: 'acme', caseFile, read, copy, tidy: true, ...(recipients === undefined ? {} : { recipients }) };
    return (await parseCase(texts)).problems;
  }
  if (recipients !== undefined) return parseRecipients(recipients).problems;
  const template = read('template.md');
  if (template !== undefined) return templateProblems(template, read('partials/loop.md'));
  const [journal, network] = [read('journal.yaml'), read('network.yaml')];
  if (journal !== undefined) return parseJournal(journal).problems;
  if (network !== undefined) return parseNetwork(network).problems;
  const [letter, settings] = [read('letter.yaml'), read('takedown.yaml')];
  if (settings !== undefined) return parseConfig(settings, 'workspace').problems;
  return letter === undefined ? [] : parseManifest(letter).problems;
}

async function templateProblems(template: SourceText, partial: SourceText | undefined): Promise<readonly Problem[]> {
  const set = readTemplates({ templates: [template], partials: partial === undefined ? [] : [partial] });
  const [read] = set.ok ? set.value.templates : [];
  return set.ok && read !== undefined ? checkTemplate(read, set.value, examplesFor(read)) : set.problems;
}

describe('every problem as people see it', () => {
  it.each(folders.map(({ name }) => name))('%s', async (code) => {
    const problems = await problemsIn(code);
    expect(problems.map((one) => one.code)).toContain(code);
    await expect(renderProblems(problems)).toMatchFileSnapshot(join(import.meta.dirname, code, 'expected.txt'));
  });

  it('has a folder for every code of the case files', () => {
    const known = [...folders.map(({ name }) => name), ...ELSEWHERE];
    expect(Object.keys(CODES).filter((code) => !known.includes(code))).toEqual([]);
    expect(known.filter((code) => !(code in CODES))).toEqual([]);
  });
});
