// `takedown completion`: what a shell needs to finish words on Tab. The shell then asks by the same command, with the line so far.
import { defineCommand } from '../command.ts';
import { SHELL_NAMES } from '../options.ts';

export const completion = defineCommand({
  name: 'completion',
  summary: 'a script for bash, zsh or fish: Tab then finishes commands, flags, cases, names and topics',
  arguments: [
    { form: '<shell>', about: `one of ${SHELL_NAMES.join(', ')}`, oneOf: SHELL_NAMES },
    { form: '[words...]', about: 'behind --, the line so far, as the script asks: how its last word goes on' },
  ],
  options: [],
  examples: [
    {
      line: 'source <(takedown completion bash)',
      about: 'in ~/.bashrc; the same with zsh in ~/.zshrc, behind compinit',
    },
    { line: 'takedown completion fish | source', about: 'in ~/.config/fish/config.fish' },
  ],
});
