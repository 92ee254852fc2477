// Arguments and options that several commands share, so that one word means one thing everywhere.
import type { CommandOption } from './command.ts';

export const CASE_ARGUMENT = {
  form: '[case]',
  about: 'the folder of the case; may be left out when there is only one',
  oneOf: 'cases',
} as const;

/** Of every command. */
export const GLOBAL_OPTIONS = [
  { flags: '--cases <folder>', about: 'the folder of the cases, in place of the first `cases/` above this folder' },
  { flags: '--color <when>', about: 'in place of what the terminal can do', oneOf: ['always', 'never'] },
  { flags: '--no-color', about: 'the same as --color never' },
  { flags: '-q, --quiet', about: 'say only what was asked for' },
  { flags: '-v, --verbose', about: 'say more on the way' },
  { flags: '--debug', about: 'show the stack of an error' },
] as const satisfies readonly CommandOption[];

export const AS_OF_OPTION = {
  flags: '--as-of <when>',
  about: 'look from an instant (2019-03-18T12:00:00-04:00) or the end of a day (2019-03-18)',
} as const;

export const GATES = ['reverted', 'overdue', 'unmet', 'unknown', 'expiring', 'never'] as const;
export type Gate = (typeof GATES)[number];

export const PRECHECK_GATES = ['stop', 'look', 'unknown', 'never'] as const;
export type PrecheckGate = (typeof PRECHECK_GATES)[number];

/** Those that can be told how a line goes on. */
export const SHELL_NAMES = ['bash', 'zsh', 'fish'] as const;

/** What the file of `amend` is to the names that were ordered before. */
export const LISTS = ['add', 'replace', 'release'] as const;
export type ListIs = (typeof LISTS)[number];

export const GATE_OPTION = {
  flags: '--fail-on <outcomes>',
  about: `exit 20 when one holds, 21 when one cannot tell: ${GATES.join(', ')}; several with commas`,
  oneOf: GATES,
} as const;

export const REPORTER_OPTIONS = [
  {
    flags: '--reporter <what>',
    about: 'also tell a CI system: junit=FILE, github, json=FILE',
    oneOf: ['junit=', 'github', 'json='],
    repeatable: true,
  },
  {
    flags: '--unknown-as <what>',
    about: 'in JUnit, what is unknown is skipped, or with error an error',
    oneOf: ['error'],
  },
] as const;

export const NOTIFY_OPTION = {
  flags: '--notify <way>',
  about: 'tell once what is newly reverted, late or about to end: mail, webhook, or a file to append to',
  oneOf: ['mail', 'webhook'],
  repeatable: true,
} as const;

export const JSON_OPTION = {
  flags: '--json',
  about: 'one JSON document on standard output (takedown schema lists their schemas)',
} as const;

export const NETWORK_OPTION = {
  flags: '--network <file>',
  about: 'ask the network that this file describes, in place of the internet (takedown schema network)',
} as const;

export const TRUSTED_OPTION = {
  flags: '--ca <file>',
  about: 'certificates (PEM) that are trusted to vouch for time-stamping authorities',
} as const;

export const RESOLVER_OPTION = {
  flags: '--resolver <place>',
  about:
    'ask this recursive resolver in place of those of the settings: 9.9.9.9, tls://host[@address], https://host/path',
  repeatable: true,
} as const;

/** The text of an option; one that was given as blanks was not given. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The texts of an option that may be repeated; none where it was not given. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
