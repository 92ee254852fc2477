// `takedown letter send`: an issued letter by mail, to nobody but its recipients, after an approval that names its octets.
import { defineCommand } from '../command.ts';
import { CASE_ARGUMENT, JSON_OPTION, NETWORK_OPTION } from '../options.ts';

export const letterSend = defineCommand({
  name: 'letter send',
  summary: 'send an issued letter by mail; what left and what the server said go into the journal',
  arguments: [CASE_ARGUMENT, { form: '[letter]', about: 'the letter: its folder in letters/' }],
  options: [
    {
      flags: '--approve <digest>',
      about: 'the digest that "letter issue" printed, at least twelve figures of it: what leaves is exactly that',
    },
    { flags: '--trial', about: 'to the sender alone, with a marked subject: how the first letter of a template goes' },
    { flags: '--yes', about: 'do not ask before sending; no guard is skipped' },
    NETWORK_OPTION,
    JSON_OPTION,
  ],
  examples: [
    {
      line: 'takedown letter send phosphorus 2019-03-15-verisign-order --approve 3f6c1d0a94be --trial',
      about: 'to yourself first: read what arrives',
    },
    {
      line: 'takedown letter send phosphorus 2019-03-15-verisign-order --approve 3f6c1d0a94be',
      about: 'to the recipient; shows the envelope and asks',
    },
    {
      line: 'takedown letter send phosphorus.rehearsal 2019-03-15-verisign-order --approve 3f6c1d0a94be --network network.yaml',
      about: 'practise: to the mail server of a rehearsal that is kept up with --serve',
    },
  ],
});
