// The work half of `takedown schema`: what is typed stands in commands/schema.ts.
import { publishedSchemas } from '../../casefile/schemas.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { xmlSchemas } from '../../reports/report/xml-schemas.ts';
import { reportSchemas } from '../../reports/schemas.ts';
import { type Topics, topicLines } from '../../reports/topics.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { printLines, surfaceOf } from '../print.ts';

export const SCHEMAS: Readonly<Record<string, () => unknown>> = {
  ...publishedSchemas,
  ...reportSchemas,
  ...xmlSchemas,
};

const TOPICS: readonly Topics[] = [
  { heading: 'Files that people write, and files of a case', words: Object.keys(publishedSchemas) },
  { heading: 'Documents of --json', words: Object.keys(reportSchemas) },
  { heading: 'XML', words: Object.keys(xmlSchemas) },
];

export async function schema({ context, terminal, arguments: [name] }: Call): Promise<number> {
  if (name === undefined) {
    await printLines(context.out, topicLines(TOPICS, 'takedown schema NAME', surfaceOf(terminal)));
    return EXIT.done;
  }
  const make = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined;
  if (make === undefined) {
    const message = `There is no schema "${name}".`;
    throw new TakedownError('use', {
      code: 'no-such-schema',
      message,
      hint: `There are ${Object.keys(SCHEMAS).join(', ')}.`,
    });
  }
  const made = make();
  // An XML Schema is text already.
  await context.out.write(typeof made === 'string' ? made : `${JSON.stringify(made, null, 2)}\n`);
  return EXIT.done;
}
