// letter.yaml of an issued letter: value to text, and back only where the text is exactly what was written. Its last line is
// the digest over all lines above it; since these name the digest of every file, it stands for every octet that leaves.
import type { IssuedLetter, LetterFile } from '../model/letter/letter.ts';
import type { Checked } from '../model/problem.ts';
import { sha256 } from '../model/sha256.ts';
import { jsonForm, textForm } from './flow.ts';
import { manifestLines } from './manifest-lines.ts';
import { present } from './present.ts';
import { problem } from './problems.ts';
import { type IssuedLetterAsWritten, issuedLetterSchema } from './schema/issued-letter.ts';
import { type SourceText, topOf } from './source.ts';
import type { YamlLimits } from './yaml/document.ts';
import { readYaml } from './yaml.ts';

/** A hundred thousand names, one a line. */
const LETTER_LIMITS: YamlLimits = { octets: 8 * 1_048_576, pieces: 800_000 };

/** The text and the digest in it. */
export interface Manifest {
  readonly text: string;
  readonly letter: IssuedLetter;
}

/** Lines in a fixed order, lists of many things a line each, so that two letters compare well. */
export function manifestOf(letter: Omit<IssuedLetter, 'digest'>): Manifest {
  const { id, caseId, recipient, about, role, reach, purpose, template, language, dated, issued, tool, ...rest } =
    letter;
  const { illustrative, rehearsal, sealed, paragraphs, deadline, reason, mail, made, names, files } = rest;
  const head = { id, case: caseId, recipient, about, role, reach, purpose, template, language, dated, issued, tool };
  const lines = [
    'takedown-letter: 1',
    ...Object.entries(present({ ...head, illustrative, rehearsal, sealed, paragraphs })).map(line),
    ...(deadline === undefined ? [] : block('deadline', deadline)),
    ...(reason === undefined ? [] : [line(['reason', reason])]),
    ...(mail === undefined ? [] : block('mail', mailAsWritten(mail))),
    ...block('made', made),
    ...list('names', names),
    ...list(
      'files',
      files.map(({ file, length, 'sha-256': digest }) => ({ file, length, 'sha-256': digest })),
    ),
  ];
  const above = `${lines.join('\n')}\n`;
  const digest = sha256(above);
  return { text: `${above}${DIGEST_LINE}${digest}\n`, letter: { ...letter, digest } };
}

/** A file of a letter before it is written: by its name in the letter's folder. */
export interface LetterOctets {
  readonly file: string;
  readonly octets: Uint8Array;
}

/** The letter with the digest of every file: what is approved. */
export function frozen(letter: Omit<IssuedLetter, 'digest' | 'files'>, files: readonly LetterOctets[]): Manifest {
  return manifestOf({ ...letter, files: files.map(letterFileOf) });
}

export function letterFileOf({ file, octets }: LetterOctets): LetterFile {
  return { file, 'sha-256': sha256(octets), length: octets.length };
}

const DIGEST_LINE = 'digest: ';

function line([key, value]: readonly [string, unknown]): string {
  return `${key}: ${valueForm(value)}`;
}

function block(key: string, value: object): readonly string[] {
  return [`${key}:`, ...Object.entries(value).map((pair) => `  ${line(pair)}`)];
}

/** Texts as people write them, where that means a text to every reader; the rest as JSON. */
function valueForm(value: unknown): string {
  return typeof value === 'string' ? textForm(value) : jsonForm(value);
}

function list(key: string, items: readonly unknown[]): readonly string[] {
  if (items.length === 0) return [`${key}: []`];
  return [`${key}:`, ...items.map((item) => `- ${valueForm(item)}`)];
}

function mailAsWritten({ from, to, cc, subject, messageId }: NonNullable<IssuedLetter['mail']>): object {
  return { from, to, cc, subject, 'message-id': messageId };
}

/** Refuses a text that does not agree with its own digest, whatever else it says. */
export function parseManifest(source: SourceText): Checked<IssuedLetter> {
  const quick = parseAsWritten(source);
  if (quick !== undefined) return { ok: true, value: letterOf(quick), problems: [] };
  const file = readYaml(source, issuedLetterSchema, LETTER_LIMITS);
  if (!file.ok) return file;
  const { value, place } = file.value;
  if (digestAbove(source) === value.digest) {
    return { ok: true, value: letterOf(value), problems: [] };
  }
  const message = 'The text above this line has another digest: it was changed after the letter was issued.';
  return { ok: false, problems: [problem('letter-changed', message, { place: place(['digest']) })] };
}

/** Only of a text that agrees with its digest. */
function parseAsWritten(source: SourceText): IssuedLetterAsWritten | undefined {
  const { octets } = source;
  if (octets.length > LETTER_LIMITS.octets) return undefined;
  const digest = digestAbove(source);
  const lines = digest === undefined ? undefined : manifestLines(new TextDecoder().decode(octets));
  if (lines === undefined || lines['digest'] !== digest) return undefined;
  const reading = issuedLetterSchema.safeParse(lines);
  return reading.success ? reading.data : undefined;
}

/** Of everything before the last line; of a file that does not end with one, of nothing. */
function digestAbove({ octets }: SourceText): string | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets);
  const last = text.lastIndexOf(`\n${DIGEST_LINE}`) + 1;
  return /^digest: [0-9a-f]{64}\n$/.test(text.slice(last)) ? sha256(text.slice(0, last)) : undefined;
}

/** A problem of a letter's folder as a whole: its manifest is not there, or one of its files. */
export function changedLetter(file: string, message: string) {
  return problem('letter-changed', message, { place: topOf(file) });
}

function letterOf(written: IssuedLetterAsWritten): IssuedLetter {
  const { 'takedown-letter': _, case: caseId, about, deadline, reason, mail, ...rest } = written;
  return {
    ...rest,
    caseId,
    ...present({
      about,
      reason,
      deadline:
        deadline === undefined
          ? undefined
          : { due: deadline.due, arithmetic: deadline.arithmetic, ...present({ from: deadline.from }) },
      mail: mail === undefined ? undefined : mailOf(mail),
    }),
  };
}

function mailOf({ 'message-id': messageId, ...rest }: NonNullable<IssuedLetterAsWritten['mail']>) {
  return { ...rest, messageId };
}
