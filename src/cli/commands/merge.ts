// `takedown merge`: joins the shards of a check into one run. Asks nobody.
import { defineCommand } from '../command.ts';
import { GATE_OPTION, JSON_OPTION, NOTIFY_OPTION, REPORTER_OPTIONS } from '../options.ts';

export const merge = defineCommand({
  name: 'merge',
  summary: 'join the shards of a check into one run, refusing what does not add up; show what changed and the status',
  arguments: [
    {
      form: '[folders...]',
      about: 'where the shards lie, in folders within too; or a case, for those in its own folder',
    },
  ],
  options: [
    {
      flags: '--allow-missing',
      about: 'join although shards are missing: their names become unknown, with that reason',
    },
    { ...GATE_OPTION, about: `${GATE_OPTION.about}; reverted,overdue when not said` },
    NOTIFY_OPTION,
    ...REPORTER_OPTIONS,
    JSON_OPTION,
  ],
  examples: [
    { line: 'takedown merge artifacts/', about: 'what eight jobs of a pipeline have brought' },
    { line: 'takedown merge phosphorus', about: 'shards that were checked here, one after the other' },
  ],
});
