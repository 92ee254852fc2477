// `takedown amend`: a later order, shown as a difference before anything is written. Names that it drops are released, never deleted.
import { ORDER_KINDS } from '../../model/case/order.ts';
import { defineCommand } from '../command.ts';
import { JSON_OPTION, LISTS } from '../options.ts';

export const amend = defineCommand({
  name: 'amend',
  summary: 'a later order: names added, released or replaced, dates extended; shown as a difference first',
  arguments: [
    { form: '<case>', about: 'the folder of the case', oneOf: 'cases' },
    {
      form: '[file]',
      about: 'what came with the order (PDF, Word, Excel, CSV, mail, text): its names; - is standard input',
    },
  ],
  options: [
    { flags: '--order <id>', about: 'a short id of the new order, such as supplement' },
    { flags: '--kind <kind>', about: `one of ${ORDER_KINDS.join(', ')}`, oneOf: ORDER_KINDS },
    { flags: '--entered <instant>', about: 'when it was entered, such as 2026-02-03T10:00:00-05:00' },
    { flags: '--docket-entry <number>', about: 'its number on the docket' },
    { flags: '--expires <end>', about: '"14 days" after entry, or an instant; until a further order when not said' },
    {
      flags: '--list <how>',
      about: 'what the file is: add (further names), replace (all names from now on), release',
      oneOf: LISTS,
    },
    {
      flags: '--to <paragraphs>',
      about: 'which the further names come under, such as tro/2(a); all in force when not said',
    },
    {
      flags: '--schedule <id>',
      about: 'the schedule that is made for further names; called as the order when not said',
    },
    { flags: '--stated-count <number>', about: 'how many names the order says that its list has' },
    { flags: '--because <text>', about: 'why names are released' },
    { flags: '--extends <order>', about: 'an earlier order that stays in force for longer' },
    { flags: '--until <end>', about: 'with --extends: an instant, or further-order' },
    { flags: '--answers <file>', about: 'the order in the shape of case.yaml, for its paragraphs and all else' },
    { flags: '--accept <which>', about: 'sure: leave out what would have to be looked at' },
    { flags: '--no-keep', about: 'keep no copy of the file in imports/ of the case; imports.yaml then says so' },
    { flags: '--by <person>', about: 'who accepts the names; else TAKEDOWN_BY, else the name of the login' },
    { flags: '--dry-run', about: 'show what would change, and write nothing' },
    { flags: '-y, --yes', about: 'write without asking' },
    JSON_OPTION,
  ],
  examples: [
    {
      line: 'takedown amend acme appendix-b.txt --order supplement --kind supplemental-order --entered 2026-02-03T10:00:00-05:00 --list add',
      about: 'further names under the paragraphs in force',
    },
    {
      line: 'takedown amend acme --order pi --kind preliminary-injunction --entered 2026-01-16T11:00:00-05:00 --extends tro --until further-order --dry-run',
      about: 'what a preliminary injunction would change',
    },
  ],
});
