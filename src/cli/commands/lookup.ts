// `takedown lookup NAME…`: what the world says of any name now. Writes nothing.
import { defineCommand } from '../command.ts';
import { JSON_OPTION, NETWORK_OPTION, RESOLVER_OPTION } from '../options.ts';

export const lookup = defineCommand({
  name: 'lookup',
  summary: 'RDAP, WHOIS, delegation, addresses and resolvers for any name, now; writes nothing',
  arguments: [{ form: '<names...>', about: 'names, as they are written' }],
  options: [
    { flags: '--trace', about: 'every packet in order: server, question, answer in short, why it was asked again' },
    {
      flags: '--raw',
      about: 'the same with what went either way: DNS as zone files write it, RDAP and WHOIS as they came',
    },
    NETWORK_OPTION,
    RESOLVER_OPTION,
    JSON_OPTION,
  ],
  examples: [
    { line: 'takedown lookup outlook-verify.net', about: 'one name, every view of it' },
    {
      line: 'takedown lookup a.example b.example --json',
      about: 'two names, for a script; exit 21 when a lookup failed',
    },
  ],
});
