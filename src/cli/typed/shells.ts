// What a shell is told once, so that it asks the program how a line goes on: the words up to the cursor, behind `--`. What comes
// back is a candidate a line, and where none comes, the shell offers files.
import type { SHELL_NAMES } from '../options.ts';
import type { Candidate } from './complete.ts';

interface Shell {
  readonly script: string;
  readonly line: (candidate: Candidate) => string;
}

const BASH = `_takedown() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do COMPREPLY+=("$line"); done \\
    < <(takedown completion bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  if [[ \${COMPREPLY[0]-} == *= ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -o default -F _takedown takedown
`;

const ZSH = `#compdef takedown
_takedown() {
  local -a lines
  lines=("\${(@f)$(takedown completion zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n \${lines[1]} ]]; then _describe word lines; else _files; fi
}
if [[ $funcstack[1] == _takedown ]]; then _takedown; else compdef _takedown takedown; fi
`;

const FISH = `function __takedown_next
    set -l words (commandline -opc) (commandline -ct)
    takedown completion fish -- $words[2..-1] 2>/dev/null
end
complete -c takedown -f -a '(__takedown_next)'
complete -c takedown -n 'test -z "$(__takedown_next)"' -F
`;

export const SHELLS = {
  bash: {
    script: BASH,
    line: ({ word }) => word,
  },
  zsh: {
    script: ZSH,
    line: ({ word, about }) => `${word.replaceAll(':', '\\:')}${about === undefined ? '' : `:${about}`}`,
  },
  fish: {
    script: FISH,
    line: ({ word, about }) => (about === undefined ? word : `${word}\t${about}`),
  },
} as const satisfies Record<(typeof SHELL_NAMES)[number], Shell>;
