// `takedown due`: deadlines and expiries of one case or of all, next first, with the arithmetic.
import { defineCommand } from '../command.ts';
import { AS_OF_OPTION, JSON_OPTION } from '../options.ts';

export const due = defineCommand({
  name: 'due',
  summary: 'deadlines and expiries, next first, with the arithmetic printed',
  arguments: [{ form: '[case]', about: 'the folder of the case; left out: every case but rehearsals', oneOf: 'cases' }],
  options: [
    AS_OF_OPTION,
    { flags: '--ics', about: 'a calendar that Outlook, Google and Apple import' },
    {
      flags: '-o, --output <file>',
      about: 'write to a file, as its ending says: .ics, .json or .txt; - is standard output',
    },
    JSON_OPTION,
  ],
  examples: [
    { line: 'takedown due', about: 'what is due of whom in every case, and when the orders end' },
    { line: 'takedown due phosphorus --json', about: 'one case, for a script' },
    { line: 'takedown due -o deadlines.ics', about: 'a calendar of all cases; import it again to bring it up to date' },
  ],
});
