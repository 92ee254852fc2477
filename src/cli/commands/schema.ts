// `takedown schema`: the published JSON Schemas, of the files that people write and of the documents that scripts read.
import { TakedownError } from '../../model/takedown-error.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit.ts';

export const schema = defineCommand({
  name: 'schema',
  summary: 'the JSON Schema of a file or of a --json document; without a name, what there is',
  arguments: [{ form: '[name]', about: 'such as case, network, status' }],
  options: [],
  examples: [
    { line: 'takedown schema', about: 'the names of all schemas' },
    { line: 'takedown schema status', about: 'the schema of `takedown status --json`' },
  ],
  async run({ context, arguments: [name] }) {
    const [{ publishedSchemas }, { reportSchemas }] = await Promise.all([
      import('../../casefile/schemas.ts'),
      import('../../reports/schemas.ts'),
    ]);
    const schemas: Readonly<Record<string, () => unknown>> = { ...publishedSchemas, ...reportSchemas };
    const names = Object.keys(schemas);
    if (name === undefined) {
      await context.out.write(`${names.join('\n')}\n`);
      return EXIT.done;
    }
    const make = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (make === undefined) {
      const message = `There is no schema "${name}".`;
      throw new TakedownError('use', { code: 'no-such-schema', message, hint: `There are ${names.join(', ')}.` });
    }
    await context.out.write(`${JSON.stringify(make(), null, 2)}\n`);
    return EXIT.done;
  },
});
