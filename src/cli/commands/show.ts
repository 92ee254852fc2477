// `takedown show CASE NAME`: one name's requirements, history and every observation. Without a name, the case's names.
import { defineCommand } from '../command.ts';
import { AS_OF_OPTION, CASE_ARGUMENT, JSON_OPTION } from '../options.ts';

export const show = defineCommand({
  name: 'show',
  summary: 'one case name by name, or one name with its whole history',
  arguments: [CASE_ARGUMENT, { form: '[name]', about: 'a name of the case', oneOf: 'names' }],
  options: [AS_OF_OPTION, JSON_OPTION],
  examples: [
    { line: 'takedown show phosphorus', about: 'every name with its verdicts' },
    {
      line: 'takedown show phosphorus outlook-verify.net',
      about: 'one name: requirements, history, every observation',
    },
  ],
});
