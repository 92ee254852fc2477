// `takedown list`: every case of the workspace with its progress; one that cannot be read keeps its row.
import { defineCommand } from '../command.ts';
import { AS_OF_OPTION, JSON_OPTION } from '../options.ts';

export const list = defineCommand({
  name: 'list',
  summary: 'every case of the workspace with its progress',
  arguments: [],
  options: [AS_OF_OPTION, JSON_OPTION],
  examples: [
    { line: 'takedown list', about: 'a row for each case' },
    { line: 'takedown list --json', about: 'the same for a script; exit 22 when a case cannot be read' },
  ],
});
