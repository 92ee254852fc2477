// `takedown diff`: what changes between two orders of a case: names, what is asked, dates, who needs a letter. Reads only.
import { defineCommand } from '../command.ts';
import { JSON_OPTION } from '../options.ts';

export const diff = defineCommand({
  name: 'diff',
  summary: 'what changes from one order to another: names, requirements, dates, and who needs a letter',
  arguments: [
    { form: '<case>', about: 'the folder of the case', oneOf: 'cases' },
    { form: '<from>', about: 'an order by its id, such as tro: the case as it stood when that was entered' },
    { form: '<to>', about: 'another order: the case as it stood when that was entered' },
  ],
  options: [JSON_OPTION],
  examples: [
    { line: 'takedown diff phosphorus tro pi', about: 'what the preliminary injunction changed' },
    { line: 'takedown diff acme tro supplement --json', about: 'for a script' },
  ],
});
