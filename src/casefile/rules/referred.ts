// What paragraphs refer to, for the rules that something is there and that it is used.
import { reliefOf } from '../../relief/index.ts';
import type { Names, ParagraphDraft } from '../draft.ts';
import { nearest } from '../nearest.ts';

type Terms = ParagraphDraft['relief'][number];

interface References {
  readonly registrars: readonly string[];
  readonly sinkholes: readonly string[];
}

/** Without those that could not be read. */
export function referencesOf(terms: Terms): References {
  const { kind } = terms;
  const { registrars, sinkholes } = (kind && reliefOf(kind)?.references?.(terms)) || {};
  return { registrars: read(registrars), sinkholes: read(sinkholes) };
}

function read(names: readonly (string | undefined)[] = []): readonly string[] {
  return names.flatMap((name) => name ?? []);
}

/** Misspelt names that are compared with everything that is defined. */
const COMPARED = 50;

/** What is defined and never named. One that may be meant by a misspelt name is not among them. */
export function unused({ known }: Names, named: ReadonlySet<string>): readonly string[] {
  const defined = new Set(known);
  const strange = [...named].filter((name) => !defined.has(name));
  // So many, or one like nothing that is there: they may mean anything.
  if (strange.length > COMPARED || strange.some((name) => nearest(name, known) === undefined)) return [];
  const meant = (id: string) => strange.some((name) => nearest(name, [id]) !== undefined);
  return known.filter((id) => !named.has(id) && !meant(id));
}
