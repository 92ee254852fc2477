// How an expected stop is told: to a person in a sentence and a hint, to a script as one JSON object on standard error.
import { harmlessJson, show } from '../model/harmless.ts';
import type { TakedownError } from '../model/takedown-error.ts';

export async function stopText(
  stop: TakedownError,
  form: { readonly json: boolean; readonly debug: boolean },
): Promise<string> {
  if (form.json) {
    const { code, kind, message, hint, problems } = stop;
    const text = JSON.stringify({ code, kind, message, ...(hint === undefined ? {} : { hint }), problems });
    return `${harmlessJson(text)}\n`;
  }
  const { renderProblems } = await import('../casefile/render-problem.ts');
  const problems = stop.problems.length === 0 ? '' : `${renderProblems(stop.problems)}\n`;
  const hint = stop.hint === undefined ? '' : harmless(stop.hint, '  ');
  const stack = form.debug ? harmless(stop.stack ?? '', '') : '';
  return `${problems}${harmless(stop.message, '')}${hint}${stack}`;
}

/** Several sentences stand on lines of their own; what they quote was made one line or is one. */
function harmless(text: string, indent: string): string {
  return text
    .split('\n')
    .map((line) => `${indent}${show(line)}\n`)
    .join('');
}
