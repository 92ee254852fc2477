// `takedown letter draft`: the letters that are due, made to be read and corrected. Nothing is frozen and nothing leaves.
import { PURPOSES } from '../../model/letter/letter.ts';
import { defineCommand } from '../command.ts';
import { AS_OF_OPTION, CASE_ARGUMENT, JSON_OPTION } from '../options.ts';

export const letterDraft = defineCommand({
  name: 'letter draft',
  summary: 'make the letters that are due, in Markdown, Word, PDF and as a mail, to be read before they are issued',
  arguments: [CASE_ARGUMENT],
  options: [
    { flags: '--to <recipient>', about: 'only letters to this recipient, by its id', repeatable: true },
    { flags: '--purpose <purpose>', about: 'only letters of this purpose, such as execute or remind', oneOf: PURPOSES },
    { flags: '--template <template>', about: 'made from this template, in place of the first that fits' },
    { flags: '--reason <text>', about: 'why it is right all the same: outweighs what a reason may outweigh' },
    { flags: '-o, --output <folder>', about: 'write below this folder, in place of drafts/ of the case' },
    AS_OF_OPTION,
    JSON_OPTION,
  ],
  examples: [
    { line: 'takedown letter draft phosphorus', about: 'every letter that is due, a folder each' },
    { line: 'takedown letter draft phosphorus --to verisign -o ~/review', about: 'one of them, to another place' },
  ],
});
