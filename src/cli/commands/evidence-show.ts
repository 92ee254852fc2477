// `takedown evidence show`: the exchanges behind an observation, in their order, as people of the field read them.
import { defineCommand } from '../command.ts';
import { JSON_OPTION } from '../options.ts';

export const evidenceShow = defineCommand({
  name: 'evidence show',
  summary: 'what was sent and received: DNS as dig prints it, RDAP as JSON, WHOIS as text, or the octets',
  arguments: [
    { form: '<case>', about: 'the folder of the case', oneOf: 'cases' },
    {
      form: '<what>',
      about: 'an observation as the reports cite it (RUN#12, or #12 of the newest run), or a name',
      oneOf: 'names',
    },
  ],
  options: [
    { flags: '--exchange <number>', about: 'only this exchange of them' },
    { flags: '--hex', about: 'octets in hexadecimal, sixteen a line' },
    { flags: '--raw <file>', about: 'write the octets that were received, unchanged, to a file; - is standard output' },
    JSON_OPTION,
  ],
  examples: [
    {
      line: "takedown evidence show phosphorus '20190318T141502Z-7f3a#12'",
      about: 'one observation, as status --json cites it',
    },
    { line: 'takedown evidence show phosphorus outlook-verify.net', about: 'all that the last run heard about a name' },
    { line: "takedown evidence show phosphorus '7f3a#12' --raw answer.bin", about: 'the octets, for another tool' },
  ],
});
