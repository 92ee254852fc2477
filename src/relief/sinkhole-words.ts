// The words for what is wrong with the registration that a sinkhole itself stands on, in order of urgency. They are of no
// requirement: no order speaks of it, and every name that was seized depends on it.

interface SinkholeWord<U> {
  readonly means: string;
  readonly ask: string;
  readonly urgency: U;
}

function row<const U extends 'alarm' | 'act' | 'watch'>(urgency: U, means: string, ask: string): SinkholeWord<U> {
  return { means, ask, urgency };
}

export const SINKHOLE_WORDS = {
  'sinkhole-lapsed': row(
    'alarm',
    'the domain of the sinkhole’s name servers has ended, is being deleted or is not registered: whoever registers it gets the traffic of every name that leads there',
    'Have its registrar restore or renew it today.',
  ),
  'sinkhole-held': row(
    'alarm',
    'the domain of the sinkhole’s name servers is on hold, so that no name that leads there resolves',
    'Ask whoever set the hold to lift it: `serverHold` is the registry’s, `clientHold` the registrar’s.',
  ),
  'sinkhole-expiring': row(
    'act',
    'the registration of the sinkhole’s own domain ends within 90 days, or may not be renewed',
    'Have it renewed for longer than the order can last.',
  ),
  'sinkhole-unlocked': row(
    'act',
    'nothing keeps the sinkhole’s own domain from being transferred',
    'Have its registrar set clientTransferProhibited, or better the registry’s lock.',
  ),
  'sinkhole-unknown': row(
    'watch',
    'what the registration of the sinkhole’s own domain says could not be found out',
    'Check again later; if it stays, ask its registrar when it ends and how it is locked.',
  ),
} as const;
