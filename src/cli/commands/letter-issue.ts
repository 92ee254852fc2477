// `takedown letter issue`: letters frozen as they will leave, each with a manifest of digests. Nothing leaves yet.
import { PURPOSES } from '../../model/letter/letter.ts';
import { defineCommand } from '../command.ts';
import { CASE_ARGUMENT, JSON_OPTION } from '../options.ts';

export const letterIssue = defineCommand({
  name: 'letter issue',
  summary: 'freeze letters in letters/ of the case, and print the digest that is to be approved',
  arguments: [CASE_ARGUMENT],
  options: [
    { flags: '--to <recipient>', about: 'letters to this recipient, by its id', repeatable: true },
    { flags: '--all', about: 'every letter that is due' },
    { flags: '--purpose <purpose>', about: 'only letters of this purpose, such as execute or remind', oneOf: PURPOSES },
    { flags: '--template <template>', about: 'made from this template, in place of the first that fits' },
    { flags: '--reason <text>', about: 'why it is right all the same; outweighs what it may, and is kept' },
    { flags: '--yes', about: 'do not ask before freezing several; no guard is skipped' },
    JSON_OPTION,
  ],
  examples: [
    { line: 'takedown letter issue phosphorus --to verisign', about: 'one letter, as it was drafted a minute ago' },
    { line: 'takedown letter issue phosphorus --all --purpose execute --yes', about: 'the whole first mailing' },
  ],
});
