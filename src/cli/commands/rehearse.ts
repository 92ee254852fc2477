// `takedown rehearse`: a whole takedown practised on the simulated internet, day by day, offline. What it leaves is a case
// folder like any other, marked as a rehearsal.
import { defineCommand } from '../command.ts';
import { CASE_ARGUMENT, JSON_OPTION } from '../options.ts';

export const rehearse = defineCommand({
  name: 'rehearse',
  summary: 'practise a whole takedown on a simulated internet, offline',
  arguments: [CASE_ARGUMENT],
  options: [
    { flags: '--day <number>', about: 'stop after this day of the scenario' },
    { flags: '--fast', about: 'servers answer without the waiting of real ones' },
    { flags: '--seed <text>', about: 'another made-up world: registrars, dates, addresses' },
    { flags: '--serve', about: 'keep the simulated internet up on the last day, until Ctrl-C' },
    { flags: '--network-out <file>', about: 'with --serve: write the network file there, in place of standard output' },
    JSON_OPTION,
  ],
  examples: [
    { line: 'takedown rehearse phosphorus', about: 'about half a minute; then: takedown status phosphorus.rehearsal' },
    {
      line: 'takedown rehearse phosphorus --day 3 --serve',
      about: 'to try commands against: takedown check phosphorus.rehearsal --network FILE',
    },
  ],
});
