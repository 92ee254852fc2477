// `takedown new`: starts a case. Asks on a terminal, takes flags and a file of answers otherwise; what is
// to be written is shown and read before. Answers are kept where it is stopped.
import { HOLIDAY_CALENDARS } from '../../model/case/case.ts';
import { ORDER_KINDS } from '../../model/case/order.ts';
import { defineCommand } from '../command.ts';

export const newCase = defineCommand({
  name: 'new',
  summary: 'start a case: asks on a terminal for what no flag says',
  arguments: [{ form: '[case]', about: 'the folder to be made in cases/, such as acme' }],
  options: [
    { flags: '--title <text>', about: 'such as "Acme Corp. v. John Does 1-2"' },
    { flags: '--docket <number>', about: "the court's number of the case" },
    {
      flags: '--court <name>',
      about: 'a US district court by its short form, such as D.D.C., or any court by its full name',
    },
    { flags: '--court-short <name>', about: 'such as D.D.C.; of a district court it is known' },
    {
      flags: '--time-zone <zone>',
      about: "of the court, an IANA name; a district court's is known, else America/New_York",
    },
    {
      flags: '--holidays <calendars>',
      about: `with commas, of ${HOLIDAY_CALENDARS.join(', ')}; of a district court they are known, else us-federal`,
    },
    { flags: '--judge <name>', about: 'as letters name him or her' },
    { flags: '--seal-until <when>', about: 'a day or an instant, while the case is sealed' },
    { flags: '--petitioner <name>', about: 'whom the names go to' },
    { flags: '--order <id>', about: 'a short id of the order; tro when not said' },
    { flags: '--order-kind <kind>', about: 'temporary-restraining-order when not said', oneOf: ORDER_KINDS },
    { flags: '--docket-entry <number>', about: 'of the order' },
    { flags: '--entered <instant>', about: 'when the order was entered, such as 2026-01-05T16:00:00-05:00' },
    { flags: '--expires <end>', about: '"14 days" after entry, or an instant' },
    { flags: '--due <period>', about: 'of receipt, such as "3 business days"' },
    { flags: '--registrar <name>', about: 'the registrar that the names are to be moved to' },
    { flags: '--iana-id <number>', about: 'its IANA ID' },
    { flags: '--sinkhole-operator <name>', about: 'who runs the sinkhole' },
    { flags: '--name-servers <hosts>', about: 'of the sinkhole, with commas' },
    { flags: '--prefixes <prefixes>', about: 'of the sinkhole, such as 192.0.2.0/24, with commas' },
    { flags: '--names <file>', about: 'the names, one a line or CSV; takedown import takes other documents' },
    { flags: '--stated-count <number>', about: 'how many names the order says that there are' },
    {
      flags: '--relief <kinds>',
      about: 'what the order directs, with commas, such as transfer,redirect,preserve; a wrong one lists all',
    },
    {
      flags: '--answers <file>',
      about: 'answers in YAML, by the names of the flags; paragraphs and recipients below their own names',
    },
    { flags: '--continue', about: 'go on with a case that was begun and not written' },
    { flags: '--dry-run', about: 'show the case file, and write nothing' },
    { flags: '-y, --yes', about: 'ask nothing: flags and defaults only' },
  ],
  examples: [
    { line: 'takedown new', about: 'asks for everything; < goes one question back, Ctrl-C keeps the answers' },
    { line: 'takedown new --continue', about: 'goes on where it was stopped' },
    {
      line: 'takedown new acme --yes --title "Acme v. Does" --docket 1:26-cv-00001 --court "D.D.C." --petitioner "Acme Inc." --entered 2026-01-05T16:00:00-05:00',
      about: 'for a script',
    },
  ],
});
