// Options that several commands share, so that one word means one thing everywhere.
export const JSON_OPTION = {
  flags: '--json',
  about: 'one JSON document on standard output (takedown schema lists their schemas)',
} as const;

export const NETWORK_OPTION = {
  flags: '--network <file>',
  about: 'ask the network that this file describes, in place of the internet (takedown schema network)',
} as const;
