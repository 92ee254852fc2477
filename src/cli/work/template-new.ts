// The work half of `takedown template new`: what is typed stands in commands/template-new.ts.
import { suggestion } from '../../casefile/nearest.ts';
import type { SourceText } from '../../casefile/source.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { startTemplate, templatesOf } from '../../store/letters/templates.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { printLines } from '../print.ts';
import { workspaceOf } from '../workspace.ts';

const PIECES = 'partials/';
const NAME = /^(?:partials\/)?[a-z0-9]+(?:-[a-z0-9]+)*$/;

export async function templateNew(call: Call): Promise<number> {
  const { context, options } = call;
  const [name = ''] = call.arguments;
  if (!NAME.test(name)) throw wrongName(name);
  const { root } = workspaceOf(call);
  const from = startOf(name, typeof options['from'] === 'string' ? options['from'] : name);
  const { octets } = sourceNamed(from, templatesOf({ root, from: context.folder }));
  const written = startTemplate({ root, from: context.folder, name, octets });
  if (written === undefined) {
    throw new TakedownError('guard', {
      code: 'template-there',
      message: `There is a template "${name}" in this workspace already.`,
      hint: 'Edit that one, or choose another name.',
    });
  }
  await printLines(context.out, [
    `${written} written, from ${from}`,
    'Edit it (docs/templates.md says what it may name), then: takedown template check',
  ]);
  return EXIT.done;
}

/** A piece is started from a piece. */
function startOf(name: string, from: string): string {
  return name.startsWith(PIECES) && !from.startsWith(PIECES) ? `${PIECES}${from}` : from;
}

function sourceNamed(
  wanted: string,
  { templates, partials }: { readonly templates: readonly SourceText[]; readonly partials: readonly SourceText[] },
): SourceText {
  const nameOf = ({ file }: SourceText) => (file.split(/[/\\]/).at(-1) ?? file).replace(/\.md$/, '');
  const all = new Map([
    ...templates.map((one): [string, SourceText] => [nameOf(one), one]),
    ...partials.map((one): [string, SourceText] => [`${PIECES}${nameOf(one)}`, one]),
  ]);
  const found = all.get(wanted);
  if (found !== undefined) return found;
  throw new TakedownError('use', {
    code: 'no-such-template',
    message: `There is no template "${wanted}" to begin with.`,
    hint: suggestion(wanted, [...all.keys()], 'templates'),
  });
}

function wrongName(name: string): TakedownError {
  return new TakedownError('use', {
    code: 'template-name',
    message: `"${name}" cannot be the name of a template.`,
    hint: 'Use small letters, figures and hyphens, such as our-order or partials/contacts.',
  });
}
