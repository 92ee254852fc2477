// `takedown record`: what people did and were told, added to the journal of a case.
import { RECORDED_EVENTS } from '../../model/case/journal.ts';
import { defineCommand } from '../command.ts';
import { JSON_OPTION } from '../options.ts';

export const record = defineCommand({
  name: 'record',
  summary: 'add to the journal: what was served, received, acknowledged, refused, confirmed, or a reply by mail',
  arguments: [
    {
      form: '<event>',
      about: 'served, received, acknowledged, refused, confirmed, note; or reply',
      oneOf: [...RECORDED_EVENTS, 'reply'],
    },
    { form: '[words...]', about: 'for reply: the file of the mail; then the folder of the case' },
  ],
  options: [
    { flags: '--letter <id>', about: 'the letter it concerns: its folder in letters/' },
    { flags: '--to <recipient>', about: 'the recipient it concerns, by its id; a letter says it by itself' },
    { flags: '--names <names>', about: 'the names it concerns, with commas, or @file; left out: all of the letter' },
    { flags: '--paragraph <paragraph>', about: 'the paragraph it concerns: 2(a), or tro/2(a)' },
    { flags: '--at <when>', about: 'when it happened: an instant, or "2019-03-15 17:41" at the court; else now' },
    { flags: '--by <how>', about: 'how, or by whom: courier, e-mail, their counsel' },
    { flags: '--note <text>', about: 'what else there is to say' },
    { flags: '--file <path>', about: 'a paper that shows it; a copy is kept in replies/' },
    { flags: '--corrects <instant>', about: 'the "at" of the entry that this one takes the place of' },
    { flags: '--as <event>', about: 'what a reply is: received, acknowledged, refused, confirmed or note (else note)' },
    JSON_OPTION,
  ],
  examples: [
    {
      line: 'takedown record received --letter 2019-03-15-verisign-order --at "2019-03-15 17:41"',
      about: 'they say when they received it: the period of the order runs from there',
    },
    {
      line: 'takedown record reply ~/mail/verisign.eml phosphorus --as acknowledged',
      about: 'file a mail that came back; its letter is found by the thread',
    },
    {
      line: 'takedown record confirmed --to verisign --names @done.txt --paragraph "2(a)" --note "ticket 4711"',
      about: 'what a recipient says that it has done',
    },
  ],
});
