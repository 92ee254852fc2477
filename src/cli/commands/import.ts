// `takedown import`: names from a list into a schedule of a case. All or, where asked for, only what reads as a name.
import { defineCommand } from '../command.ts';
import { JSON_OPTION } from '../options.ts';

export const importNames = defineCommand({
  name: 'import',
  summary: 'names from a text or CSV file, or from standard input, into a schedule of a case',
  arguments: [
    { form: '<case>', about: 'the folder of the case' },
    {
      form: '<files...>',
      about: 'lists of names: one a line, or CSV with a column "name" or "domain"; - is standard input',
    },
  ],
  options: [
    { flags: '--schedule <id>', about: 'the schedule to add to; may be left out when the case has only one' },
    { flags: '--skip-refused', about: 'add the names and leave out what is none; without it, nothing is added then' },
    { flags: '--dry-run', about: 'say what would be added, and write nothing' },
    JSON_OPTION,
  ],
  examples: [
    { line: 'takedown import acme names.txt', about: 'add the names of a file; names already there are left alone' },
    { line: 'pbpaste | takedown import acme - --dry-run', about: 'look first' },
  ],
});
