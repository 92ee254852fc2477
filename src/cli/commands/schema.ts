// `takedown schema`: the published JSON Schemas, of the files that people write and of the documents that scripts read.
import { defineCommand } from '../command.ts';

export const schema = defineCommand({
  name: 'schema',
  summary: 'the JSON Schema of a file or of a --json document; without a name, what there is',
  arguments: [{ form: '[name]', about: 'such as case, network, status' }],
  options: [],
  examples: [
    { line: 'takedown schema', about: 'the names of all schemas' },
    { line: 'takedown schema status', about: 'the schema of `takedown status --json`' },
  ],
});
