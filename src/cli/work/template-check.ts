// The work half of `takedown template check`: what is typed stands in commands/template-check.ts.
import { suggestion } from '../../casefile/nearest.ts';
import { bounded } from '../../casefile/problems.ts';
import { renderProblems } from '../../casefile/render-problem.ts';
import { checkTemplate } from '../../letters/templates/check-template.ts';
import { examplesFor } from '../../letters/templates/examples.ts';
import { readTemplatesPartly } from '../../letters/templates/read-template.ts';
import type { Template, TemplateSet } from '../../letters/templates/template.ts';
import type { LetterValues } from '../../letters/values/values.ts';
import type { Problem } from '../../model/problem.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { type TemplateCheck, templateCheckJson } from '../../reports/letter/template-check-json.ts';
import { templatesOf } from '../../store/letters/templates.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { lettersFor, plannedLetters } from '../letter/letters-for.ts';
import { printLines, printPieces } from '../print.ts';
import { envelopeOf } from '../view.ts';
import { workspaceOf } from '../workspace.ts';

export async function templateCheck(call: Call): Promise<number> {
  const { context, terminal } = call;
  const { root } = workspaceOf(call);
  const { set, problems: unread } = readTemplatesPartly(templatesOf({ root, from: context.folder }));
  const [wanted] = call.arguments;
  const found: Problem[] = unread.filter(({ place }) => wanted === undefined || isOf(place?.file, wanted));
  const chosen = wanted === undefined ? set.templates : chosenOf(set, wanted, found);
  const { planned, notTried } = await plannedLetters(call, set);
  const rows: TemplateCheck['templates'][number][] = [];
  for (const template of chosen) {
    const letters: readonly LetterValues[] = [...examplesFor(template), ...lettersFor(template, planned)];
    const problems = await checkTemplate(template, set, letters);
    found.push(...problems);
    rows.push({
      id: template.id,
      file: template.file,
      letters: letters.length,
      errors: problems.filter(isError).length,
    });
  }
  const problems = bounded(distinct(found));
  const check: TemplateCheck = { templates: rows, notTried, problems };
  if (terminal.json) await printPieces(context.out, templateCheckJson(check, envelopeOf(context, problems)));
  else {
    if (problems.length > 0) await context.out.write(`${renderProblems(problems, terminal.width)}\n`);
    await printLines(context.out, verdict(check));
  }
  return problems.some(isError) ? EXIT.input : EXIT.done;
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function isOf(file: string | undefined, id: string): boolean {
  return file?.split(/[/\\]/).at(-1) === `${id}.md`;
}

/** One that could not be read is known by its problems. */
function chosenOf({ templates }: TemplateSet, id: string, problems: readonly Problem[]): readonly Template[] {
  const chosen = templates.filter((template) => template.id === id);
  if (chosen.length > 0 || problems.length > 0) return chosen;
  throw new TakedownError('use', {
    code: 'no-such-template',
    message: `There is no template "${id}".`,
    hint: suggestion(
      id,
      templates.map((one) => one.id),
      'templates',
    ),
  });
}

/** A fault of a piece comes up in every template that takes it in. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  const key = ({ code, message, place }: Problem) =>
    `${code} ${place?.file} ${place?.line} ${place?.column} ${place === undefined ? message : ''}`;
  return [...new Map([...problems].reverse().map((one) => [key(one), one])).values()].reverse();
}

function verdict({ templates, notTried, problems }: TemplateCheck): readonly string[] {
  const counted = (count: number, one: string) => `${count === 0 ? 'no' : count} ${one}${count === 1 ? '' : 's'}`;
  const letters = templates.reduce((sum, one) => sum + one.letters, 0);
  return [
    ...notTried.map((id) => `${id}: not tried, since its files have problems; see takedown validate ${id}`),
    `${counted(templates.length, 'template')} tried on ${counted(letters, 'letter')}: ${counted(problems.filter(isError).length, 'error')}`,
  ];
}
