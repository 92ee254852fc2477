// `takedown validate`: every problem of a case's files, each with its place, all at once.
import { defineCommand } from '../command.ts';
import { CASE_ARGUMENT, JSON_OPTION } from '../options.ts';

export const validate = defineCommand({
  name: 'validate',
  summary: 'every problem of a case and its schedules, with its place and a hint',
  arguments: [CASE_ARGUMENT],
  options: [
    { flags: '--all', about: 'every case of the workspace, and names that stand in two of them' },
    { flags: '--fix', about: 'show as a diff what has one right answer, and write it after a yes' },
    { flags: '--dry-run', about: 'with --fix: show the diff and write nothing' },
    { flags: '-y, --yes', about: 'with --fix: write without asking' },
    JSON_OPTION,
  ],
  examples: [
    { line: 'takedown validate phosphorus', about: 'one case' },
    {
      line: 'takedown validate acme --fix --dry-run',
      about: 'capitals, final dots, repeated lines: what would change',
    },
    { line: 'takedown validate --all', about: 'every case; exit 22 when one has an error' },
  ],
});
