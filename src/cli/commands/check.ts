// `takedown check`: asks the world, appends a run, and shows what changed and where every name stands now.
import { defineCommand } from '../command.ts';
import {
  CASE_ARGUMENT,
  GATE_OPTION,
  JSON_OPTION,
  NETWORK_OPTION,
  NOTIFY_OPTION,
  REPORTER_OPTIONS,
  RESOLVER_OPTION,
} from '../options.ts';

export const check = defineCommand({
  name: 'check',
  summary: 'look every name up, append a run with its evidence, show what changed and the status',
  arguments: [CASE_ARGUMENT],
  options: [
    NETWORK_OPTION,
    RESOLVER_OPTION,
    {
      flags: '--resume [run]',
      about: 'finish an unfinished run, the newest one when none is named, in place of beginning a new one',
    },
    {
      flags: '--set-aside [run]',
      about: 'look nothing up: keep an unfinished run, the newest when none is named, where it is listed no more',
    },
    {
      flags: '--max-age <time>',
      about: 'do not ask again what was answered that lately (90m, 6h, 2d); what failed is always asked again',
    },
    {
      flags: '--shard <n/of>',
      about:
        'look up one part of the names (2/8), for takedown merge to join with the others; exits 0 unless --fail-on',
    },
    { ...GATE_OPTION, about: `${GATE_OPTION.about}; reverted,overdue when not said` },
    NOTIFY_OPTION,
    ...REPORTER_OPTIONS,
    JSON_OPTION,
  ],
  examples: [
    {
      line: 'takedown check phosphorus',
      about: 'for a nightly job: red only when something that should be done is not',
    },
    { line: 'takedown check phosphorus --max-age 6h', about: 'ask only what failed, or was not asked for six hours' },
    { line: 'takedown check phosphorus --resume', about: 'go on with a check that was interrupted' },
  ],
});
