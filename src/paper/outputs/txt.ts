// The letter as plain text for the body of a mail: lines of 72 columns, names never broken.
import type { Caption, LetterDocument } from '../document.ts';
import { defineOutput } from '../output.ts';
import { bodyText, joined, wrapped } from './plain-text.ts';

const LABEL_WIDTH = 18;

export const txt = defineOutput({
  id: 'txt',
  file: 'letter.txt',
  make: async (document) => new TextEncoder().encode(textOf(document)),
});

export function textOf(document: LetterDocument): string {
  const { subject, dateText, body, signature, enclosures, caption } = document;
  const parts = [
    document.marks.join(' · '),
    document.letterhead.join('\n'),
    caption === undefined ? '' : captionText(caption),
    dateText,
    document.via.join('\n'),
    document.addressee.join('\n'),
    wrapped(`Re: ${subject}`, { first: '', rest: '    ' }),
    document.reference.map(referenceText).join('\n'),
    bodyText(body),
    signature === undefined ? '' : [signature.name, ...signature.lines].join('\n'),
    enclosures.length === 0 ? '' : ['Enclosures:', ...enclosures.map(item)].join('\n'),
    scheduleText(document),
  ];
  return `${joined(parts, '\n\n')}\n`;
}

function captionText({ court, parties, docket }: Caption): string {
  const sides = parties.map(({ text, step }) => `${'    '.repeat(step)}${text}`);
  return [court, sides, docket].map((lines) => lines.join('\n')).join('\n\n');
}

function referenceText([label, value]: readonly [string, string]): string {
  return wrapped(value, { first: `${label}:`.padEnd(LABEL_WIDTH), rest: ' '.repeat(LABEL_WIDTH) });
}

function item(text: string): string {
  return wrapped(text, { first: '- ', rest: '  ' });
}

/** A name a line with what its row says; columns of even width would break on the first long name. */
function scheduleText({ schedule }: LetterDocument): string {
  if (schedule === undefined) return '';
  const rows = schedule.rows.map((cells) => {
    const said = schedule.columns.map((column, at) => ({ ...column, text: cells[at] ?? '' }));
    const of = (holds: string) => said.find((cell) => cell.holds === holds)?.text ?? '';
    const displayed = of('displayed') === '' ? '' : ` (as displayed: ${of('displayed')})`;
    const words = said.filter(({ holds, text }) => holds === 'words' && text !== '');
    const rest = words.map(({ title, text }) => `${title}: ${text}`).join('; ');
    const line = `${of('number').padStart(4)}  ${of('name')}${displayed}`;
    return rest === '' ? line : `${line}\n${wrapped(rest, { first: '      ', rest: '      ' })}`;
  });
  const notes = schedule.notes.flatMap((note) => [wrapped(note, { first: '', rest: '' }), '']);
  return [schedule.title, '', ...notes, ...rows].join('\n');
}
