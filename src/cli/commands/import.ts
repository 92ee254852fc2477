// `takedown import`: names out of the documents of an order into a schedule of a case. Writes what was agreed, and nothing else.
import { defineCommand } from '../command.ts';
import { JSON_OPTION } from '../options.ts';

export const importNames = defineCommand({
  name: 'import',
  summary: 'names from an order or a list (PDF, Word, Excel, CSV, mail, text) into a schedule of a case',
  arguments: [
    { form: '<case>', about: 'the folder of the case', oneOf: 'cases' },
    { form: '<files...>', about: 'documents: an order, an appendix, a list; - is standard input' },
  ],
  options: [
    { flags: '--schedule <id>', about: 'the schedule to add to; may be left out when the case has only one' },
    { flags: '--dry-run', about: 'show what was found, and write nothing' },
    {
      flags: '--accept <which>',
      about: 'write without questions: sure, or all (also what is to check, unless a line end may have broken it)',
    },
    {
      flags: '--answer <place=name>',
      about: 'what is meant at a place that is to check: "page 3, line 14=evil.example", "line 7=drop"',
      repeatable: true,
    },
    { flags: '--no-keep', about: 'keep no copy of the documents in imports/ of the case; imports.yaml then says so' },
    { flags: '--by <person>', about: 'who accepts the names; else TAKEDOWN_BY, else the name of the login' },
    JSON_OPTION,
  ],
  examples: [
    { line: 'takedown import acme order.pdf', about: 'shows what it found, asks about what is doubtful, then writes' },
    { line: 'takedown import acme appendix-a.docx --accept sure --by "Jane Roe"', about: 'without questions' },
    { line: 'pbpaste | takedown import acme - --dry-run', about: 'look first' },
  ],
});
