// `takedown report`: one model of where a case stands, in the format that a reader wants. Asks nobody.
import { reportFormats } from '../../reports/formats/index.ts';
import { defineCommand } from '../command.ts';
import { AS_OF_OPTION, CASE_ARGUMENT, JSON_OPTION } from '../options.ts';

const NAMES = reportFormats.map(({ name }) => name);

export const report = defineCommand({
  name: 'report',
  summary: 'where a case stands, to hand over: every name, what needs attention, what is due, and how it was found out',
  arguments: [CASE_ARGUMENT],
  options: [
    { flags: '-o, --output <file>', about: 'write to a file, in the format of its ending; - is standard output' },
    { flags: '--format <format>', about: `in place of the ending: ${NAMES.join(', ')}`, oneOf: NAMES },
    AS_OF_OPTION,
    {
      flags: '--since <when>',
      about: 'say what changed since a run, an instant or the beginning of a day',
    },
    {
      flags: '--where <conditions>',
      about: 'show only some names, such as registry=verisign,verdict=unmet; a|b for either, != for none of them',
    },
    { flags: '--all', about: 'every case of the workspace but rehearsals' },
    { flags: '--machine', about: 'CSV for scripts: no mark at its beginning, no guard against formulas' },
    {
      flags: '--declaration',
      about:
        'a draft declaration for the court, as a .docx or .pdf file; what is not given below stays blank, and marked',
    },
    {
      flags: '--certificate',
      about:
        'a draft certification of the record under Fed. R. Evid. 902(13) and (14), as a .docx or .pdf file; reads the whole record again',
    },
    {
      flags: '--redacted',
      about: 'of either: for a public docket, with a log beside it that says what was left out',
    },
    { flags: '--declarant <name>', about: 'of either: who will sign it' },
    { flags: '--role <words>', about: 'of either: the role of that person' },
    { flags: '--basis <words>', about: 'of either: how that person knows, and what makes that person qualified' },
    { flags: '--custody <words>', about: 'of a certification: how the files were kept, and who had access' },
    {
      flags: '--departures <words>',
      about: 'of a declaration: departures from the orders that the record does not show, or that there are none',
    },
    { flags: '--executed <where>', about: 'of either: signed within or without the United States' },
    JSON_OPTION,
  ],
  examples: [
    { line: 'takedown report phosphorus -o status.csv', about: 'a row a name, for a spreadsheet' },
    {
      line: 'takedown report phosphorus --since 2019-03-18 --where registry=verisign -o verisign.md',
      about: 'the names of one registry, and what changed since that morning',
    },
    {
      line: 'takedown report phosphorus --declaration --as-of 2019-03-22 -o declaration.docx',
      about: 'a draft for the court, which says what is still blank',
    },
    {
      line: 'takedown report phosphorus --certificate -o certificate.docx',
      about: 'a draft certification of the record and its copies',
    },
    { line: 'takedown report --all --format csv --machine', about: 'the names of all cases, for a script' },
  ],
});
