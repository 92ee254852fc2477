// The closed list of words that findings, notes and attention lines carry: what each means, what to do, how urgent it
// is. `takedown explain WORD` shows a row. The words for failures of the world stand in failure-words.ts,
// those for zones and their name servers in zone-words.ts.
import { FAILURE_WORDS } from './failure-words.ts';
import { RESOLVER_WORDS } from './resolver-words.ts';
import { SINKHOLE_WORDS } from './sinkhole-words.ts';
import { ZONE_WORDS } from './zone-words.ts';

/**
 * `alarm`: something that was right is wrong, or breaks users now. `act`: somebody has to do something. `watch`: may
 * become one of these. `quiet`: part of the counts, never a line of its own.
 */
export const URGENCIES = ['alarm', 'act', 'watch', 'quiet'] as const;
export type Urgency = (typeof URGENCIES)[number];

export interface WordRow {
  readonly means: string;
  /** What to do about it. */
  readonly ask: string;
  readonly urgency: Urgency;
}

function row(urgency: Urgency, means: string, ask: string): WordRow {
  return { means, ask, urgency };
}

const NOTHING = 'Nothing.';

/** As long as a restraining order lasts at most (Fed. R. Civ. P. 65(b)(2)): its extension is prepared from the first day. */
export const ORDER_WATCH_DAYS = 14;

/** In order of urgency; lines of equal urgency are shown in the order of this table. */
export const WORDS = {
  reverted: row(
    'alarm',
    'it was met in an earlier run and is unmet now',
    'Find out who moved it back, and ask the registry operator to restore the ordered state and its locks.',
  ),
  'stale-ds': row(
    'alarm',
    'the parent zone has a DS that no key of the zone matches: validating resolvers answer SERVFAIL',
    'Ask the registry operator to remove the DS records named in the finding.',
  ),
  'leaving-registry': row(
    'alarm',
    'the registration is being deleted or may not be renewed, so that anybody can register the name afterwards',
    'Ask the registry operator to restore or renew it, and to lift the statuses named in the finding.',
  ),
  ...SINKHOLE_WORDS,
  'order-lapsed': row(
    'alarm',
    'every order that covers the name has ended; what is shown is judged by the last one',
    'Add the order that extends or replaces it to case.yaml, or release the names.',
  ),
  'damaged-record': row(
    'alarm',
    'a file of the record is not as it was written; nothing that it says is counted',
    'Put back the file from a copy; until then an earlier state may look like the newest one.',
  ),
  'still-to-come': row(
    'act',
    'runs or journal entries are from a time that the clock of this machine has not reached; nothing of them is counted before then',
    'Compare the clock: `takedown doctor`. If another one was ahead when they were made, check again.',
  ),
  overdue: row('act', 'unmet, and its deadline has passed', 'Write to the directed party, then tell the court.'),
  'refused-by-party': row(
    'act',
    'the directed party has refused; the journal has the entry',
    'Bring the refusal to counsel.',
  ),
  held: row(
    'act',
    'the name is on hold, so it is out of the zone instead of pointing at the sinkhole',
    'Ask whoever set the hold to lift it: `serverHold` is the registry’s, `clientHold` the registrar’s.',
  ),
  'not-registered': row(
    'act',
    'the registry says that there is no such registration',
    'Have the name registered for the petitioner, or reserved, if the order covers that.',
  ),
  lame: row(
    'act',
    'a delegated name server does not answer for the zone',
    'Ask the sinkhole’s operator to add the zone.',
  ),
  'no-address': row('act', 'the name itself has no address', 'Ask the sinkhole’s operator to add an address record.'),
  'no-wildcard': row(
    'act',
    'hosts under the name have no address, so that traffic to them is lost',
    'Ask the sinkhole’s operator to add a wildcard record.',
  ),
  'outside-sinkhole': row(
    'act',
    'an address in an answer lies outside the sinkhole’s prefixes',
    'Ask whoever runs the answering server, or have the delegation corrected.',
  ),
  'hold-left': row('act', 'a hold is set that the order wants gone', 'Ask whoever set it to lift it.'),
  'expires-too-soon': row(
    'act',
    'the registration ends before it may',
    'Ask the registrar of record to renew it for longer than the order lasts.',
  ),
  redacted: row(
    'act',
    'the registrant is withheld by policy, which is neither right nor wrong',
    'Ask the registrar for a written confirmation, and write it into journal.yaml as `confirmed`.',
  ),
  bogus: row(
    'act',
    'an answer of the parent zone does not fit what the zone signs: a signature is missing, wrong or expired, or a proof is not there',
    'Check again, from another network as well; if it stays, ask the registry operator.',
  ),
  'parents-disagree': row(
    'act',
    'servers of the parent zone give different answers',
    'Check again in an hour: a change on its way spreads. If it stays, ask the registry operator.',
  ),
  expiring: row('watch', 'the registration ends within 90 days', 'Have it renewed in time.'),
  'order-expiring': row(
    'watch',
    `an order ends within ${ORDER_WATCH_DAYS} days`,
    'Prepare the extension, or the next order.',
  ),
  'unlisted-registry': row(
    'watch',
    'no recipient is listed for the registry of these names, so nobody is written to',
    'Add the registry operator to cases/recipients.yaml.',
  ),
  'host-name': row(
    'watch',
    'a host name under somebody else’s registration: relief on registrations does not apply to it',
    'Write to the provider that runs the registration it stands under.',
  ),
  ...RESOLVER_WORDS,
  'sources-disagree': row(
    'watch',
    'two answers about one registration differ; the one of higher authority was believed',
    'Check again later; if it stays, ask the registry operator.',
  ),
  'not-listed': row(
    'watch',
    'the order states more names than the schedule lists',
    'Compare the schedule with the order, and ask counsel which name is missing.',
  ),
  'more-than-stated': row(
    'watch',
    'the schedule lists more names than the order states',
    'Compare the schedule with the order, and ask counsel which name does not belong there.',
  ),
  'unfinished-run': row(
    'watch',
    'a run was begun and not finished, or shards of one were not joined; what they saw is not counted',
    'Finish it with `takedown check --resume`, join shards with `takedown merge`; a rehearsal is begun anew.',
  ),
  'never-checked': row('watch', 'the name was never looked up', 'Run `takedown check`.'),
  'not-yet-counted': row(
    'watch',
    'no look at the name counts yet; what is on record may be of a clock that was ahead',
    'Compare the clock: `takedown doctor`. Then run `takedown check`.',
  ),
  'as-ordered': row('quiet', 'as the order wants it', NOTHING),
  'other-registrar': row('quiet', 'another registrar than the ordered one has it', 'Ask for the transfer.'),
  'other-registrant': row('quiet', 'another registrant is shown than the ordered one', 'Ask for the change.'),
  'other-name-servers': row(
    'quiet',
    'the parent zone delegates it to other name servers than the ordered ones',
    'Ask the registry operator to change the delegation.',
  ),
  'not-delegated': row(
    'quiet',
    'the parent zone does not have the name',
    'Ask the registry operator to delegate it to the ordered name servers.',
  ),
  'locks-missing': row('quiet', 'EPP statuses that the order wants are not set', 'Ask for them by name.'),
  'status-left': row('quiet', 'an EPP status is set that the order wants gone', 'Ask whoever set it to lift it.'),
  'in-zone': row('quiet', 'the name is still in the zone', 'Ask for the hold.'),
  registered: row('quiet', 'the name is registered although it may not be', 'Ask the registry operator to block it.'),
  'similar-registrant': row(
    'quiet',
    'the registrant’s name is like the ordered one, but not the same',
    'Have somebody compare them, and write it into journal.yaml as `confirmed`.',
  ),
  'no-iana-id': row(
    'quiet',
    'the registrar is named without its IANA ID, and a name alone does not identify a registrar',
    'Check by RDAP, or ask the registry operator.',
  ),
  'not-stated': row('quiet', 'the registry’s answer does not state this', 'Ask the registry operator or registrar.'),
  unproved: row(
    'quiet',
    'a name that is blocked and one that is merely free give the same answer',
    'Ask the registry operator for a confirmation, and write it into journal.yaml as `confirmed`.',
  ),
  'ds-without-effect': row(
    'quiet',
    'the parent zone has a DS of an algorithm or digest that no resolver validates: the zone counts as unsigned, and the DS does nothing',
    'Ask the registry operator to remove it.',
  ),
  'not-attested': row(
    'quiet',
    'only a person can say this, and nobody has recorded it',
    'Write it into journal.yaml as `confirmed` when it is known.',
  ),
  ...ZONE_WORDS,
  ...FAILURE_WORDS,
} as const satisfies Record<string, WordRow>;

export type Word = keyof typeof WORDS;

const ROWS: ReadonlyMap<string, WordRow> = new Map(Object.entries(WORDS));

/** The row of a word; absent for a word that is not of the list. */
export function wordRow(word: string): WordRow | undefined {
  return ROWS.get(word);
}
