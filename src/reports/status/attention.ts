// "Needs attention": the most urgent lines of the work list, and then why the unknown ones are unknown, counted by word.

import type { Attention } from '../../model/judged/progress.ts';
import { show } from '../../model/text/harmless.ts';
import { count, firstFew } from '../../model/text/phrase.ts';
import { displayWidth } from '../../model/text/width.ts';
import { WORDS } from '../../relief/words.ts';
import { padEnd, widest, wrap } from '../layout.ts';
import type { Surface } from '../paint.ts';
import type { Report } from '../report.ts';
import { nameWords, wordWords } from '../say.ts';

/** A screen's worth; the rest is one command away. */
const MOST_LINES = 16;
const NAMES_SHOWN = 3;
/** A name that is longer stands on a line of its own. */
const NAME_COLUMN = 32;
/** With less room beside the name, the text stands below it. */
const LEAST_TEXT = 44;

export function* attentionLines(report: Report, surface: Surface, most = MOST_LINES): Iterable<string> {
  const { attention } = report.progress;
  if (attention.length === 0) return;
  const shown = attention.slice(0, most);
  yield surface.paint.bold('Needs attention');
  const words = widest(shown.map(({ word }) => wordWords(word)));
  const names = Math.min(NAME_COLUMN, widest(shown.map(subjectOf)));
  for (const item of shown) yield* itemLines(item, { words, names, surface });
  const more = attention.length - shown.length;
  if (more > 0) yield `  and ${more} more: takedown show ${show(report.theCase.id)}`;
}

interface Columns {
  readonly words: number;
  readonly names: number;
  readonly surface: Surface;
}

function* itemLines(item: Attention, { words, names, surface }: Columns): Iterable<string> {
  const plain = wordWords(item.word);
  // Blanks stay outside of the colour, so that they can be trimmed at the end of a line.
  const word = urgencyPaint(item.word, surface)(plain) + padEnd(plain, words).slice(plain.length);
  const subject = subjectOf(item);
  const column = 2 + words + 2 + names + (names > 0 ? 2 : 0);
  const narrow = surface.width !== undefined && surface.width - column < LEAST_TEXT;
  const indent = narrow ? 4 : column;
  const lines = wrap(textOf(item), surface.width === undefined ? undefined : surface.width - indent);
  const apart = narrow || displayWidth(subject) > names;
  const beside = apart ? [] : lines.slice(0, 1);
  yield `  ${word}  ${padEnd(subject, apart ? 0 : column - words - 4)}${beside.join('')}`;
  yield* lines.slice(beside.length).map((line) => ' '.repeat(indent) + line);
}

function subjectOf({ names }: Attention): string {
  const [only] = names;
  if (only === undefined) return '';
  return names.length === 1 ? nameWords(only) : count(names.length, 'name');
}

function textOf({ names, text }: Attention): string {
  if (names.length < 2) return show(text);
  return `${show(text)}: ${firstFew(names.slice(0, NAMES_SHOWN).map(nameWords), NAMES_SHOWN)}${
    names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : ''
  }`;
}

function urgencyPaint(word: string, { paint }: Surface): (text: string) => string {
  const urgency = Object.hasOwn(WORDS, word) ? WORDS[word as keyof typeof WORDS].urgency : 'act';
  if (urgency === 'alarm') return paint.bad;
  return urgency === 'act' ? paint.doubt : paint.dim;
}
