// `takedown status`: where every name stands, from the record. Asks nobody.
import { defineCommand } from '../command.ts';
import { AS_OF_OPTION, CASE_ARGUMENT, GATE_OPTION, JSON_OPTION, REPORTER_OPTIONS } from '../options.ts';

export const status = defineCommand({
  name: 'status',
  summary: 'where every name stands: transferred, sinkholed, done, what needs attention, what is due',
  arguments: [CASE_ARGUMENT],
  options: [AS_OF_OPTION, GATE_OPTION, ...REPORTER_OPTIONS, JSON_OPTION],
  examples: [
    { line: 'takedown status phosphorus', about: 'the first screen' },
    { line: 'takedown status phosphorus --as-of 2019-03-20 --json', about: 'the same for a past day, for a script' },
  ],
});
