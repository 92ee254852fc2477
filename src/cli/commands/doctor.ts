// `takedown doctor`: whether this machine can ask what it must, and whether what comes back can be believed.
import { defineCommand } from '../command.ts';
import { JSON_OPTION, NETWORK_OPTION, RESOLVER_OPTION } from '../options.ts';

export const doctor = defineCommand({
  name: 'doctor',
  summary:
    'whether this machine can ask what it must: ports, resolvers, clock, limits; exit 20 or 21 when not all is fine',
  arguments: [],
  options: [NETWORK_OPTION, RESOLVER_OPTION, JSON_OPTION],
  examples: [
    { line: 'takedown doctor', about: 'a line for each thing, with what to do about it; under 15 seconds' },
    {
      line: 'takedown doctor --json',
      about: 'for a script: exit 20 when something is not so, 21 when something is unknown',
    },
  ],
});
