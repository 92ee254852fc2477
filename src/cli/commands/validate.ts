// `takedown validate`: every problem of a case's files, each with its place, all at once.
import { defineCommand } from '../command.ts';
import { CASE_ARGUMENT, JSON_OPTION } from '../options.ts';

export const validate = defineCommand({
  name: 'validate',
  summary: 'every problem of a case and its schedules, with its place and a hint',
  arguments: [CASE_ARGUMENT],
  options: [{ flags: '--all', about: 'every case of the workspace, and names that stand in two of them' }, JSON_OPTION],
  examples: [
    { line: 'takedown validate phosphorus', about: 'one case' },
    { line: 'takedown validate --all', about: 'every case; exit 22 when one has an error' },
  ],
});
