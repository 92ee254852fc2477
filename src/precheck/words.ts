// The closed list of what a look before service can find: how grave it is, what it means, what to do. `takedown explain WORD`
// shows a row. A word weighs the same for every name: what a person thinks of it stands in the journal when he signs.
import type { PrecheckSeverity } from '../model/judged/precheck.ts';

interface PrecheckWordRow {
  readonly severity: PrecheckSeverity;
  /** One clause without a full stop. */
  readonly means: string;
  /** One sentence in the imperative. */
  readonly ask: string;
  /** Something that decides is not known. */
  readonly unknown?: true;
}

function row(severity: PrecheckSeverity, means: string, ask: string): PrecheckWordRow {
  return { severity, means, ask };
}

function unknown(means: string, ask: string): PrecheckWordRow {
  return { severity: 'look', means, ask, unknown: true };
}

/** In the order in which a person would see to them. */
export const PRECHECK_WORDS = {
  'public-suffix': row(
    'stop',
    'a public suffix: everybody’s names stand under it, and moving it would move them all',
    'Ask counsel which name was meant; a court that wants hosts under it needs a letter to whoever runs it.',
  ),
  'shared-service': row(
    'stop',
    'strangers have names under it (dynamic DNS, shared hosting) or lead through it (a shortener of links): moving it would cut them off',
    'Take it off the list, and write to the provider about the hosts that are meant.',
  ),
  'own-name': row(
    'stop',
    'a sinkhole’s own name: seizing it would take the sinkhole away',
    'Take it off the list, or choose another sinkhole.',
  ),
  'pending-delete-before': row(
    'stop',
    'the registry deletes it within days: no transfer goes through, and afterwards anybody can register it',
    'Ask the registry operator at once what it can do; be ready to have the name registered for the petitioner when it drops.',
  ),
  redemption: row(
    'stop',
    'deleted, and still to be restored for thirty days at most: it is out of the zone, and transfers are refused',
    'Ask the registry operator for the restoration first, or have the order say that the name is to be restored.',
  ),
  'nobody-listed': row(
    'stop',
    'nobody is listed in recipients.yaml who could be served about it',
    'Add the organisation to cases/recipients.yaml, with its legal entity and why the order binds it.',
  ),
  'not-covered': row(
    'stop',
    'no order in force says anything about the name',
    'Compare the schedules with the paragraphs of the order.',
  ),
  'sinkhole-not-ready': row(
    'stop',
    'the sinkhole would not take its traffic as ordered',
    'Ask the sinkhole’s operator to add the zone with its wildcard on every server, then look again.',
  ),
  'sinkhole-domain-lost': row(
    'stop',
    'the registration that the sinkhole stands on is lost, on hold or on its way out: no name could be led there',
    'Have its registrar restore or renew it before anybody is served.',
  ),
  'registration-unknown': unknown(
    'the registry gave no usable answer: whether the name is registered, and by whom, is not known. It is not free because of that',
    'Look again later: takedown precheck. Serve nobody about a name that was not seen.',
  ),
  'delegation-not-seen': unknown('the parent zone gave no usable answer', 'Look again later: takedown precheck.'),
  'not-registered-before': row(
    'look',
    'not registered: there is nothing to move, which is not the same as being done',
    'Ask counsel whether the order lets the name be registered for the petitioner, or blocked.',
  ),
  'reserved-before': row(
    'look',
    'the registry holds it back: nobody has it, and nobody can register it',
    'Ask the registry operator why; there may be nothing left to order.',
  ),
  'already-registered': row(
    'look',
    'the order wants it registered or blocked, and somebody has it already',
    'Ask counsel whether the order covers a transfer; who has it may be a stranger.',
  ),
  'on-hold': row(
    'look',
    'on hold, so it is out of the zone: that looks like a takedown, and a sinkhole gets nothing until the hold is lifted',
    'Have the letter ask for the hold to be lifted: `serverHold` is the registry’s, `clientHold` the registrar’s.',
  ),
  'transfer-under-way': row(
    'look',
    'a transfer is under way',
    'Ask the registry operator who asked for it, and to stop it if the order allows.',
  ),
  'moved-lately': row(
    'look',
    'registered, or moved to its registrar, less than 60 days ago: registrars may refuse a transfer for that long (ICANN Transfer Policy)',
    'Go through the registry operator, and have the order say that the lock does not stand in the way.',
  ),
  'ends-within-order': row(
    'look',
    'the registration ends while the order is in force',
    'Have the letter ask for a renewal, and say who pays.',
  ),
  'ends-soon': row(
    'look',
    'the registration ends within 90 days, or has ended and waits to be paid for',
    'Have the letter ask for a renewal, and say who pays.',
  ),
  'renewal-refused': row(
    'look',
    'renewals are refused, so the name will lapse',
    'Have the letter ask for the status to be lifted before the registration ends.',
  ),
  'registrar-not-known': unknown(
    'the order directs the registrar, and which it is was not seen',
    'Look again later: takedown precheck; or ask the registry operator.',
  ),
  'registrar-not-listed': row(
    'look',
    'the order directs the registrar, and nobody is listed for it',
    'Add the registrar to cases/recipients.yaml, by its IANA ID.',
  ),
  'nobody-bound': row(
    'look',
    'all who could carry the order out are outside the court’s reach: they are asked, and not bound',
    'Ask counsel whether an entity within reach runs the registry, or which court has it.',
  ),
  'under-somebody-else': row(
    'look',
    'a host name under somebody else’s domain: it has no registration that could be moved',
    'Write to the provider that runs the domain; orders about registrations do not apply to it.',
  ),
  'hosts-serve-others': row(
    'look',
    'name servers under it serve names that are not on this list: those would break, or fall into the same hands',
    'Ask counsel; tell the registry operator to keep the host objects, and write to those who depend on them.',
  ),
  'hosts-under-it': row(
    'look',
    'name servers stand under it; who else uses them cannot be seen from outside',
    'Ask the registry operator which names are linked to these hosts, and forbid that they are renamed or deleted (RFC 5731 section 3.2.2, RFC 9874).',
  ),
  'mail-in-use': row(
    'look',
    'it takes mail, which would stop, or reach the sinkhole',
    'Ask counsel whether strangers’ mail is among it; the sinkhole must not take mail without authority.',
  ),
  'long-established': row(
    'look',
    'registered for years: it may be an innocent’s, or have been taken over from one',
    'Compare the evidence against it once more, and note what ties it to the defendants.',
  ),
  'in-another-case': row(
    'look',
    'another case of this workspace lists it too',
    'Ask counsel which order goes first; two instructions about one name reach the same desk.',
  ),
  'sinkhole-not-seen': unknown(
    'whether the sinkhole is ready for it could not be seen',
    'Look again: takedown precheck; or ask the sinkhole’s operator.',
  ),
  'sinkhole-remark': row(
    'look',
    'the sinkhole would answer, and something about its zone is not in order',
    'Ask the sinkhole’s operator to mend it before the day.',
  ),
  'sinkhole-domain-at-risk': row(
    'look',
    'the registration that the sinkhole stands on ends soon, ends before the order does, or is not locked',
    'Have it renewed for longer than the order can last, and locked.',
  ),
  'sinkhole-domain-unknown': unknown(
    'when the registration that the sinkhole stands on ends, and how it is locked, is not known',
    'Look again, or ask its registrar.',
  ),
  'count-differs': row(
    'look',
    'the order states another number of names than the schedules list',
    'Compare the schedule with the order before anybody is served.',
  ),
  'sample-only': row(
    'look',
    'the sinkholes were asked about a sample of the names, not about each',
    'Give --sample all to ask about every name.',
  ),
  'registrant-withheld': row(
    'note',
    'the registry withholds the registrant: who it is cannot be compared, now or afterwards',
    'Have the letter ask the registrar for a written confirmation.',
  ),
  'outside-reach': row(
    'note',
    'one who acts on it is outside the court’s reach: it is asked, and not bound',
    'Nothing: letters to it are requests by themselves.',
  ),
  'changed-lately': row(
    'note',
    'its registration was changed less than 60 days ago; whether that was a transfer is not stated',
    'Nothing, unless a registrar refuses: then ask the registry operator.',
  ),
  'signed-zone': row(
    'note',
    'its zone is signed: a DS that stays after the change breaks it for validating resolvers',
    'Nothing: letters ask for the DS to be removed by themselves.',
  ),
  'as-ordered-already': row('note', 'it stands as the order wants it already', 'Nothing.'),
  'hosts-serve-listed': row(
    'note',
    'name servers under it serve other names of this list, which the order moves as well',
    'Have them moved on the same day: those that lag behind lose their servers.',
  ),
  'use-not-seen': row(
    'note',
    'whether it takes mail, and what stands on it, was not asked: its own servers alone know, and their owner would see the question',
    'Nothing while nobody is to be warned; afterwards takedown precheck --openly asks.',
  ),
  'dependents-partly-seen': row(
    'note',
    'which names use name servers under a listed one is seen of the names of this workspace only',
    'Ask every registry operator for the names that are linked to hosts under the listed ones.',
  ),
  'case-not-compared': row(
    'note',
    'another case of the workspace could not be read, and was not compared',
    'Mend it: takedown validate.',
  ),
} as const satisfies Record<string, PrecheckWordRow>;

export type PrecheckWord = keyof typeof PRECHECK_WORDS;

export const PRECHECK_ORDER: readonly PrecheckWord[] = Object.keys(PRECHECK_WORDS) as PrecheckWord[];

export function precheckWordRow(word: string): PrecheckWordRow | undefined {
  return Object.hasOwn(PRECHECK_WORDS, word) ? PRECHECK_WORDS[word as PrecheckWord] : undefined;
}
