// How an expected stop is told: to a person in a sentence and a hint, to a script as one JSON object on standard error.

import type { TakedownError } from '../model/takedown-error.ts';
import { harmlessJson, show } from '../model/text/harmless.ts';
import { wrapWords } from '../model/text/width.ts';
import type { Output } from './context.ts';

interface StopForm {
  readonly json: boolean;
  readonly debug: boolean;
  /** Where it is going: on a terminal lines end between words, elsewhere a sentence stays in one piece and can be searched for. */
  readonly to: Output;
}

export async function stopText(stop: TakedownError, form: StopForm): Promise<string> {
  if (form.json) {
    const { code, kind, message, hint, problems } = stop;
    const text = JSON.stringify({ code, kind, message, ...(hint === undefined ? {} : { hint }), problems });
    return `${harmlessJson(text)}\n`;
  }
  const { renderProblems } = await import('../casefile/render-problem.ts');
  const problems = stop.problems.length === 0 ? '' : `${renderProblems(stop.problems)}\n`;
  const width = form.to.isTerminal ? (form.to.columns ?? USUAL_WIDTH) : Number.POSITIVE_INFINITY;
  const hint = stop.hint === undefined ? '' : harmless(stop.hint, { indent: '  ', width });
  const stack = form.debug ? harmless(stop.stack ?? '', { indent: '', width: Number.POSITIVE_INFINITY }) : '';
  return `${problems}${harmless(stop.message, { indent: '', width })}${hint}${stack}`;
}

const USUAL_WIDTH = 80;

interface Lines {
  readonly indent: string;
  readonly width: number;
}

/** Several sentences stand on lines of their own; what they quote was made one line or is one. */
function harmless(said: string, { indent, width }: Lines): string {
  return said
    .split('\n')
    .flatMap((line) => {
      const text = line.replace(/^ +/, '');
      const margin = indent + ' '.repeat(line.length - text.length);
      return wrapWords(show(text).split(' '), width - margin.length).map((part) => `${margin}${part}\n`);
    })
    .join('');
}
