// `takedown template new`: a copy of a template, or of a piece of one, in the workspace's own folder, to be edited there.
import { defineCommand } from '../command.ts';

export const templateNew = defineCommand({
  name: 'template new',
  summary: 'start a template of your own from one that is there',
  arguments: [{ form: '<name>', about: 'its name without .md; partials/<name> for a piece that templates share' }],
  options: [{ flags: '--from <template>', about: 'the one to begin with (default: the one of the same name)' }],
  examples: [
    {
      line: 'takedown template new our-order --from registry-order',
      about: 'a letter of your own, beside the shipped one',
    },
    { line: 'takedown template new partials/contacts', about: 'your words in place of a piece that all letters share' },
  ],
});
