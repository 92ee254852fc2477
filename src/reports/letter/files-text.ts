// `takedown letter draft` and `takedown letter issue` on a terminal: which letters there are now, where, what is in the way of
// each, and what to type next.
import { show } from '../../model/text/harmless.ts';
import { count } from '../../model/text/phrase.ts';
import { hang } from '../layout.ts';
import { finished, type Surface } from '../paint.ts';
import type { LetterFiles, WrittenLetter } from './files-json.ts';
import { letterWords } from './purpose-words.ts';

export function letterFilesLines(made: LetterFiles, surface: Surface): Iterable<string> {
  return finished(sections(made, surface), surface);
}

function* sections({ letters, what }: LetterFiles, surface: Surface): Iterable<string> {
  if (letters.length === 0) {
    yield 'No letter is due.';
    return;
  }
  const there = letters.filter(({ id }) => id !== undefined);
  const missing = letters.filter(({ id }) => id === undefined);
  if (there.length > 0) yield `${count(there.length, 'letter')} ${what === 'draft' ? 'drafted' : 'issued'}`;
  for (const letter of there) yield* letterLines(letter, surface);
  if (missing.length > 0) yield `${there.length === 0 ? '' : '\n'}${count(missing.length, 'letter')} not made`;
  for (const letter of missing) yield* letterLines(letter, surface);
}

function* letterLines(letter: WrittenLetter, surface: Surface): Iterable<string> {
  const { planned, refusals, id, folder, files = [], digest, next = [] } = letter;
  const { recipient, purpose, names, about } = planned;
  const of = about === undefined ? '' : `, about ${show(about.name)}`;
  yield '';
  yield `  ${surface.paint.bold(id ?? show(recipient.name))}`;
  const indent = ' '.repeat(4);
  const what = `${letterWords(purpose, recipient)} to ${show(recipient.name)} (${recipient.reach})${of}, ${count(names.length, 'name')}`;
  yield* hang(indent, what, surface.width);
  if (folder !== undefined)
    yield* hang(indent, `${show(folder)}: ${fileWords(files.map(({ file }) => file))}`, surface.width);
  yield* hang(indent, mailWords(letter), surface.width);
  for (const { word, text, hint } of refusals) {
    const blocked = `blocked: ${word}: ${show(text)}.${hint === undefined ? '' : ` ${show(hint)}`}`;
    yield* hang(indent, blocked, surface.width);
  }
  if (digest !== undefined) yield `${indent}digest  ${digest}`;
  for (const line of next) yield `${indent}next    ${show(line)}`;
}

function mailWords({ mail, files = [], id }: WrittenLetter): string {
  if (id === undefined) return '';
  if (mail !== undefined) return `mail to ${show(mail.to.join(', '))}`;
  if (files.every(({ file }) => file !== 'letter.eml')) return 'not by mail';
  return 'no sender is set: letter.eml opens in a mail program, to be sent from there';
}

/** `letter (md, docx, pdf, txt, eml), schedule (csv)`: one word for what is one paper in several forms. */
function fileWords(files: readonly string[]): string {
  const forms = new Map<string, string[]>();
  for (const file of files) {
    const dot = file.lastIndexOf('.');
    const stem = file.slice(0, dot);
    forms.set(stem, [...(forms.get(stem) ?? []), file.slice(dot + 1)]);
  }
  return [...forms].map(([stem, endings]) => `${show(stem)} (${endings.map(show).join(', ')})`).join(', ');
}
