// `takedown explain`: a kind of relief, a word of a finding, an EPP status, a problem code, an exit code.
import { defineCommand } from '../command.ts';

export const explain = defineCommand({
  name: 'explain',
  summary: 'what a kind of relief, a word, an EPP status, a problem code or an exit code means',
  arguments: [
    { form: '[topic]', about: 'such as resolves-to, stale-ds, serverHold, unknown-reference, 21', oneOf: 'topics' },
  ],
  options: [],
  examples: [
    { line: 'takedown explain resolves-to', about: 'what the order asks, how it is judged, when nobody can tell' },
    { line: 'takedown explain 21', about: 'what an exit code says' },
  ],
});
