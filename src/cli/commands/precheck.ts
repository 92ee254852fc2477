// `takedown precheck`: before an order is served: what speaks against it, name by name, and whether the sinkholes are ready.
import { defineCommand } from '../command.ts';
import { CASE_ARGUMENT, JSON_OPTION, NETWORK_OPTION, PRECHECK_GATES, RESOLVER_OPTION } from '../options.ts';

export const precheck = defineCommand({
  name: 'precheck',
  summary: 'before service: go, look or stop for every name, what would be hurt, whether the sinkhole is ready',
  arguments: [CASE_ARGUMENT],
  options: [
    NETWORK_OPTION,
    RESOLVER_OPTION,
    { flags: '--last', about: 'ask nobody: the table of the newest look before service on record' },
    {
      flags: '--openly',
      about: 'also ask name servers, registrars and resolvers, who may warn the holders; never under a seal',
    },
    { flags: '--sample <names>', about: 'ask the sinkholes about so many names, or all; 2000 at most when not said' },
    { flags: '--resume [run]', about: 'finish an unfinished look, the newest one when none is named' },
    {
      flags: '--sign-off <who>',
      about: 'have a person answer for the table on record: it is shown, kept, and written into the journal',
    },
    { flags: '--note <text>', about: 'what the one who signs has to say; needed where a name is on stop' },
    { flags: '--yes', about: 'sign without a question' },
    { flags: '-o, --output <file>', about: 'write the table to a file: .md, .pdf, .docx, .json or .txt' },
    {
      flags: '--fail-on <outcomes>',
      about: `exit 20 when one holds, 21 when one cannot tell: ${PRECHECK_GATES.join(', ')}; stop when not said`,
      oneOf: PRECHECK_GATES,
    },
    JSON_OPTION,
  ],
  examples: [
    {
      line: 'takedown precheck phosphorus',
      about: 'the evening before; nobody is asked whom the defendants could watch',
    },
    {
      line: 'takedown precheck phosphorus --last -o precheck.pdf',
      about: 'the same table on paper, without asking again',
    },
    {
      line: 'takedown precheck phosphorus --sign-off "Jane Roe" --note "four holds: letters ask to lift them"',
      about: 'counsel answers for it; letters ask for this before they are issued',
    },
  ],
});
