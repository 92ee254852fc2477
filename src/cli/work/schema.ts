// The work half of `takedown schema`: what is typed stands in commands/schema.ts.
import { publishedSchemas } from '../../casefile/schemas.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { xmlSchemas } from '../../reports/report/xml-schemas.ts';
import { reportSchemas } from '../../reports/schemas.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';

export const SCHEMAS: Readonly<Record<string, () => unknown>> = {
  ...publishedSchemas,
  ...reportSchemas,
  ...xmlSchemas,
};

export async function schema({ context, arguments: [name] }: Call): Promise<number> {
  const names = Object.keys(SCHEMAS);
  if (name === undefined) {
    await context.out.write(`${names.join('\n')}\n`);
    return EXIT.done;
  }
  const make = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined;
  if (make === undefined) {
    const message = `There is no schema "${name}".`;
    throw new TakedownError('use', { code: 'no-such-schema', message, hint: `There are ${names.join(', ')}.` });
  }
  const made = make();
  // An XML Schema is text already.
  await context.out.write(typeof made === 'string' ? made : `${JSON.stringify(made, null, 2)}\n`);
  return EXIT.done;
}
