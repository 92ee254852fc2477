// `takedown evidence verify`: every octet of the record against its digests, every answer read again. Asks nobody.
import { defineCommand } from '../command.ts';
import { CASE_ARGUMENT, JSON_OPTION, TRUSTED_OPTION } from '../options.ts';

export const evidenceVerify = defineCommand({
  name: 'evidence verify',
  summary: 'every digest of the record computed again, and every answer read again; offline',
  arguments: [CASE_ARGUMENT],
  options: [
    { flags: '--run <id>', about: 'only this run; otherwise all of them, the letters and the papers' },
    TRUSTED_OPTION,
    JSON_OPTION,
  ],
  examples: [
    {
      line: 'takedown evidence verify phosphorus',
      about:
        'exit 22 when a file is not as written, 20 when facts no longer agree or nobody in --ca vouches for a time stamp, 21 when something cannot be read again',
    },
    { line: 'takedown evidence verify phosphorus --run 20190318T141502Z-7f3a --json', about: 'one run, for a script' },
  ],
});
