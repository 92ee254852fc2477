// `takedown letter plan`: which letters are due now, and what stands in the way of each. Reads only.
import { PURPOSES } from '../../model/letter/letter.ts';
import { defineCommand } from '../command.ts';
import { AS_OF_OPTION, CASE_ARGUMENT, JSON_OPTION } from '../options.ts';

export const letterPlan = defineCommand({
  name: 'letter plan',
  summary: 'the letters that are due: to whom, about how many names, until when, and what blocks them',
  arguments: [CASE_ARGUMENT],
  options: [
    { flags: '--to <recipient>', about: 'only letters to this recipient, by its id', repeatable: true },
    { flags: '--purpose <purpose>', about: 'only letters of this purpose, such as execute or remind', oneOf: PURPOSES },
    AS_OF_OPTION,
    JSON_OPTION,
  ],
  examples: [
    { line: 'takedown letter plan phosphorus', about: 'every letter that is due' },
    { line: 'takedown letter plan phosphorus --to verisign --json', about: 'one recipient, for a script' },
  ],
});
