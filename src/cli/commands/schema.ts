// `takedown schema`: the published JSON Schemas, of the files that people write and of the documents that scripts read, and the XML Schema
// of the XML report.
import { defineCommand } from '../command.ts';

export const schema = defineCommand({
  name: 'schema',
  summary:
    'the JSON Schema of a file or of a --json document, or the XML Schema of a report; without a name, what there is',
  arguments: [{ form: '[name]', about: 'such as case, network, status', oneOf: 'schemas' }],
  options: [],
  examples: [
    { line: 'takedown schema', about: 'the names of all schemas' },
    { line: 'takedown schema status', about: 'the schema of `takedown status --json`' },
    { line: 'takedown schema report-xml', about: 'the XML Schema of `takedown report -o status.xml`' },
  ],
});
