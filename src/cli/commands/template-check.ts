// `takedown template check`: every template against every letter that it could be used for, all problems at once.
import { defineCommand } from '../command.ts';
import { AS_OF_OPTION, JSON_OPTION } from '../options.ts';

export const templateCheck = defineCommand({
  name: 'template check',
  summary: 'every problem of the templates, with its place: against every case, and against letters made up for it',
  arguments: [{ form: '[template]', about: 'only this one, by its name without .md' }],
  options: [AS_OF_OPTION, JSON_OPTION],
  examples: [
    { line: 'takedown template check', about: 'all of them; exit 22 when one has an error' },
    { line: 'takedown template check registry-order', about: 'one of them' },
  ],
});
