// `takedown evidence seal`: a trusted time stamp over a run, so that nobody can say that it was made up afterwards.
import { defineCommand } from '../command.ts';
import { CASE_ARGUMENT, JSON_OPTION, NETWORK_OPTION, TRUSTED_OPTION } from '../options.ts';

export const evidenceSeal = defineCommand({
  name: 'evidence seal',
  summary: 'a trusted time stamp (RFC 3161) over a run and its evidence; only their digest leaves the machine',
  arguments: [CASE_ARGUMENT],
  options: [
    { flags: '--run <id>', about: 'this run; otherwise the newest one, which states the digest of the one before it' },
    { flags: '--tsa <url>', about: 'the time-stamping authority, http or https; otherwise that of the settings' },
    TRUSTED_OPTION,
    { flags: '--policy <oid>', about: 'terms that the authority has to give it under; otherwise its usual ones' },
    { flags: '--again', about: 'another stamp beside the one that the run has' },
    NETWORK_OPTION,
    JSON_OPTION,
  ],
  examples: [
    {
      line: 'takedown evidence seal phosphorus --tsa https://tsa.example/tsr --ca authority.pem',
      about: 'exit 1 when no sound stamp came, 22 when the run is not as it was written, 23 when it has one',
    },
    {
      line: 'takedown evidence seal phosphorus --run 20190318T141502Z-7f3a --json',
      about: 'one run, by the authority of the settings, for a script',
    },
  ],
});
