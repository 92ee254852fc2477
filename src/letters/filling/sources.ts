// The texts that a letter is filled from, and where a stretch of what Liquid reads stands in the files of people.
import { readable } from '../../casefile/source.ts';
import type { Place } from '../../model/problem.ts';
import { partialsReached } from '../templates/partials.ts';
import type { Template, TemplateSet } from '../templates/template.ts';
import { standalone } from './standalone.ts';

export interface Source {
  /** `subject`, `body`, or a partial's name. */
  readonly part: string;
  /** As Liquid reads it: as long as the text in the file, and every sign of a tag or value at the same place. */
  readonly input: string;
  place(start: number, end?: number): Place;
}

interface Sources {
  readonly subject: Source;
  readonly body: Source;
  readonly partials: readonly Source[];
}

export function sourcesOf(template: Template, set: TemplateSet): Sources {
  const reached = partialsReached(`${template.subject}\n${template.body}`, set.partials);
  return {
    subject: subjectOf(template),
    body: bodyOf(template),
    partials: reached.flatMap((name) => {
      const partial = set.partials[name];
      return partial === undefined
        ? []
        : [sourceOf({ part: name, file: partial.file, text: partial.text.replace(/\n+$/, ''), linesBefore: 0 })];
    }),
  };
}

function bodyOf({ file, body, bodyLine }: Template): Source {
  return sourceOf({ part: 'body', file, text: body, linesBefore: bodyLine - 1 });
}

function sourceOf(from: { part: string; file: string; text: string; linesBefore: number }): Source {
  const { part, file, text, linesBefore } = from;
  const lines = readable(file, '\n'.repeat(linesBefore) + text);
  return {
    part,
    input: standalone(text),
    place: (start, end) => lines.place(linesBefore + start, end === undefined ? undefined : linesBefore + end),
  };
}

/** A subject written over several lines or with escapes in it is marked as a whole. */
function subjectOf({ subject, subjectPlace }: Template): Source {
  const at = subjectPlace.excerpt.indexOf(subject);
  const column = [...subjectPlace.excerpt.slice(0, Math.max(0, at))].length + (subjectPlace.excerptColumn ?? 1);
  return {
    part: 'subject',
    input: subject,
    place: (start, end = start + 1) =>
      at === -1 ? subjectPlace : { ...subjectPlace, column: column + start, length: Math.max(1, end - start) },
  };
}
