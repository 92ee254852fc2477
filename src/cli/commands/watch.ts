// `takedown watch`: the day of execution on one screen. Looks again and again, each time as a check does.
import { defineCommand } from '../command.ts';
import { CASE_ARGUMENT, GATE_OPTION, JSON_OPTION, NETWORK_OPTION, NOTIFY_OPTION, RESOLVER_OPTION } from '../options.ts';

export const watch = defineCommand({
  name: 'watch',
  summary: 'check again and again with a live table, until all is met, a time, or Ctrl-C',
  arguments: [CASE_ARGUMENT],
  options: [
    {
      flags: '--until <end>',
      about:
        'met, the default: until every name is done; or a time (2019-03-15T18:00:00-04:00, or by the court’s clocks)',
    },
    {
      flags: '--interval <time>',
      about: 'from the beginning of one look to the next (90s, 5m, 1h); 5m when not said, and 1m at the least',
    },
    {
      flags: '--max-age <time>',
      about: 'how old the answers about a name that is done may grow (90m, 6h); 1h when not said',
    },
    NETWORK_OPTION,
    RESOLVER_OPTION,
    { ...GATE_OPTION, about: `${GATE_OPTION.about}; reverted,overdue when not said` },
    NOTIFY_OPTION,
    JSON_OPTION,
  ],
  examples: [
    { line: 'takedown watch phosphorus', about: 'from the service of the order until every name is done' },
    {
      line: 'takedown watch phosphorus --until "2019-03-15 18:00" --interval 2m',
      about: 'until six in the evening at the court, also when all is met earlier',
    },
    { line: 'takedown watch phosphorus >> day.log', about: 'piped: one line for each name that changed' },
  ],
});
