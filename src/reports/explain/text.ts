// `takedown explain TOPIC`: a title and paragraphs, wrapped for reading.
import { show } from '../../model/text/harmless.ts';
import { hang, wrap } from '../layout.ts';
import { finished, type Surface } from '../paint.ts';

export interface Explanation {
  readonly title: string;
  /** What sort of thing it is: `kind of relief`, `EPP status`, `exit code`. */
  readonly kind: string;
  readonly paragraphs: readonly ExplanationPart[];
}

/** A paragraph, alone or under a label, or a list under one. */
type ExplanationPart = string | { readonly label: string; readonly text: string | readonly string[] };

/** The widest that running text is set: longer lines are hard to read. */
const MEASURE = 96;

export function explainLines(explanations: readonly Explanation[], surface: Surface): Iterable<string> {
  return finished(lines(explanations, surface), surface);
}

function* lines(explanations: readonly Explanation[], surface: Surface): Iterable<string> {
  const width = surface.width === undefined ? undefined : Math.min(surface.width, MEASURE);
  for (const [at, { title, kind, paragraphs }] of explanations.entries()) {
    if (at > 0) yield '';
    yield `${surface.paint.bold(show(title))}  ${surface.paint.dim(show(kind))}`;
    for (const part of paragraphs) {
      yield '';
      yield* typeof part === 'string' ? wrap(show(part), width) : labelled(part, width);
    }
  }
}

function* labelled({ label, text }: Exclude<ExplanationPart, string>, width: number | undefined): Iterable<string> {
  if (typeof text === 'string') {
    yield* wrap(`${show(label)}: ${show(text)}`, width);
    return;
  }
  yield `${show(label)}:`;
  for (const item of text) yield* hang('  - ', show(item), width);
}
