// `takedown evidence list`: which observation rests on which records, by their places in the evidence files.
import { defineCommand } from '../command.ts';
import { CASE_ARGUMENT, JSON_OPTION } from '../options.ts';

export const evidenceList = defineCommand({
  name: 'evidence list',
  summary: 'which observations rest on which records of the evidence files',
  arguments: [CASE_ARGUMENT],
  options: [
    { flags: '--run <id>', about: 'of this run; otherwise of the newest one, or with --name of all' },
    { flags: '--name <name>', about: 'only about this name' },
    JSON_OPTION,
  ],
  examples: [
    { line: 'takedown evidence list phosphorus', about: 'the newest run, a line an observation' },
    { line: 'takedown evidence list phosphorus --name outlook-verify.net --json', about: 'one name, in all runs' },
  ],
});
