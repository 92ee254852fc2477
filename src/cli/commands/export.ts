// `takedown export`: the names of a schedule as a list to hand over, which can be imported again.
import { defineCommand } from '../command.ts';
import { CASE_ARGUMENT, JSON_OPTION } from '../options.ts';

export const exportNames = defineCommand({
  name: 'export',
  summary: 'the names of a schedule as text, CSV or a workbook; importing that again changes nothing',
  arguments: [CASE_ARGUMENT],
  options: [
    { flags: '--schedule <id>', about: 'the schedule; may be left out when the case has only one' },
    { flags: '-o, --output <file>', about: 'write to a file: .txt, .csv or .xlsx; - is standard output' },
    { flags: '--csv', about: 'CSV, in place of the ending' },
    JSON_OPTION,
  ],
  examples: [
    { line: 'takedown export acme -o names.xlsx', about: 'a workbook for whoever compares it with the order' },
    { line: 'takedown export acme | wc -l', about: 'a name a line' },
  ],
});
