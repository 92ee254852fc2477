// `takedown evidence export`: the record of a case as a bag that anybody can check. Verified first; replaces nothing, and asks nobody.
import { defineCommand } from '../command.ts';
import { CASE_ARGUMENT, JSON_OPTION } from '../options.ts';

export const evidenceExport = defineCommand({
  name: 'evidence export',
  summary: 'the record as a BagIt bag (RFC 8493) for a court, an expert or an archive, verified first',
  arguments: [CASE_ARGUMENT],
  options: [
    {
      flags: '-o, --output <place>',
      about: 'a folder that is not there yet, or a file that ends in .zip; otherwise CASE-DATE.bag here',
    },
    {
      flags: '--run <id>',
      about: 'only this run with its case file, names and orders; without journal, letters, papers',
      repeatable: true,
    },
    {
      flags: '--with <file>',
      about: "also this file or folder of the case's folder, which the record does not name",
      repeatable: true,
    },
    { flags: '--case-only', about: 'without what all cases here share: recipients, settings, templates' },
    { flags: '--by <name>', about: 'who hands it out, for the bag to say' },
    { flags: '--as-is', about: 'also where something is not as it was written; the bag says what' },
    JSON_OPTION,
  ],
  examples: [
    {
      line: 'takedown evidence export phosphorus -o phosphorus.zip --by "Jane Roe"',
      about: 'exit 22 when a file is not as written or cannot be read, 23 when something is there already',
    },
    {
      line: 'takedown evidence export phosphorus --run 20190318T141502Z-7f3a -o run-7f3a',
      about: 'one run, as a folder; README.txt in it tells an expert how to check it',
    },
  ],
});
