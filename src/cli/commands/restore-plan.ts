// `takedown restore plan`: how a name that was seized is given back: what was, what is, and who does what in which order.
import { defineCommand } from '../command.ts';
import { AS_OF_OPTION, JSON_OPTION } from '../options.ts';

export const restorePlan = defineCommand({
  name: 'restore plan',
  summary: 'the way back for a name: how it stood before service, how it stands, the steps between',
  arguments: [
    { form: '<case>', about: 'the folder of the case', oneOf: 'cases' },
    { form: '<name>', about: 'a name of the case', oneOf: 'names' },
  ],
  options: [AS_OF_OPTION, JSON_OPTION],
  examples: [
    { line: 'takedown restore plan phosphorus outlook-verify.net', about: 'from the record alone; nobody is asked' },
    {
      line: 'takedown restore plan phosphorus outlook-verify.net --json',
      about: 'the same for a script, with every line that it rests on',
    },
  ],
});
