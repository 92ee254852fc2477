// What is found of the case as a whole: the count against the order's, what was asked of a sample only, and what cannot be seen of
// any name from outside.
import type { Case } from '../model/case/case.ts';
import { type Instant, isBefore } from '../model/instant.ts';
import type { Precheck, PrecheckFinding, PrecheckRow } from '../model/judged/precheck.ts';
import type { SinkholeState, SinkholeTrouble } from '../model/judged/progress.ts';
import type { Name } from '../model/name.ts';
import type { Observation } from '../model/seen/observation.ts';
import { found } from './found.ts';
import type { PrecheckWord } from './words.ts';

interface CaseQuestion {
  readonly theCase: Case;
  readonly names: readonly PrecheckRow[];
  readonly readied: Precheck['readied'];
  readonly others: readonly { readonly id: string; readonly servers: readonly unknown[] }[];
  readonly unread: readonly string[];
  readonly sights: ReadonlyMap<Name, readonly Observation[]>;
  /** The registrations that the sinkholes stand on. */
  readonly domains: readonly SinkholeState[];
  /** When the last order ends; absent: a further one ends it. */
  readonly orderEnds?: Instant;
}

export function caseFindings(question: CaseQuestion): readonly PrecheckFinding[] {
  return [
    ...domains(question),
    ...counts(question),
    ...sample(question),
    ...unseenUse(question),
    ...unseenDependents(question),
  ];
}

const DOMAIN_WORDS: Readonly<Record<SinkholeTrouble['word'], PrecheckWord>> = {
  'sinkhole-lapsed': 'sinkhole-domain-lost',
  'sinkhole-held': 'sinkhole-domain-lost',
  'sinkhole-expiring': 'sinkhole-domain-at-risk',
  'sinkhole-unlocked': 'sinkhole-domain-at-risk',
  'sinkhole-unknown': 'sinkhole-domain-unknown',
};

/** As later checks watch them; before service it also counts that one ends while the order is in force. */
function domains({ domains: all, orderEnds }: CaseQuestion): readonly PrecheckFinding[] {
  return all.flatMap(({ name, troubles, verdict, expires }) => {
    const told = troubles.map(({ word, text }) => found(DOMAIN_WORDS[word], `${name}: ${text}`));
    if (told.length === 0 && verdict === 'unknown') {
      return [found('sinkhole-domain-unknown', `${name}: when it ends was not seen`)];
    }
    const early = expires !== undefined && orderEnds !== undefined && isBefore(expires, orderEnds);
    if (!early || told.some(({ word }) => word !== 'sinkhole-domain-at-risk')) return told;
    const text = `${name}: ends on ${expires.slice(0, 10)}, the order on ${orderEnds.slice(0, 10)}`;
    return [...told, found('sinkhole-domain-at-risk', text)];
  });
}

function counts({ theCase }: CaseQuestion): readonly PrecheckFinding[] {
  return theCase.schedules.flatMap(({ id, statedCount, names }) =>
    statedCount === undefined || statedCount === names.length
      ? []
      : [found('count-differs', `${id}: the order states ${statedCount}, the schedule lists ${names.length}`)],
  );
}

function sample({ readied: { asked, of } }: CaseQuestion): readonly PrecheckFinding[] {
  if (asked === 0 || asked === of) return [];
  return [found('sample-only', `${asked} of ${of} names were asked about at the sinkholes`)];
}

/** Names whose own servers nobody asked. */
function unseenUse({ names, sights }: CaseQuestion): readonly PrecheckFinding[] {
  const registered = names.filter(
    (row) => !row.released && row.registered.known && row.registered.value === 'registered',
  );
  const asked = ({ lookup, outcome }: Observation): boolean => lookup === 'addresses' && outcome === 'facts';
  const unseen = registered.filter(({ name }) => !(sights.get(name) ?? []).some(asked));
  if (unseen.length === 0) return [];
  return [found('use-not-seen', `mail and content of ${unseen.length} of ${names.length} names were not asked for`)];
}

function unseenDependents({ others, unread, names }: CaseQuestion): readonly PrecheckFinding[] {
  const compared = others.reduce((sum, { servers }) => sum + servers.length, names.length);
  const cases = others.length === 0 ? 'this case' : `this case and ${others.map(({ id }) => id).join(', ')}`;
  const text = `name servers of ${compared} names were compared, of ${cases}; all others cannot be seen from outside`;
  return [
    found('dependents-partly-seen', text),
    ...unread.map((id) => found('case-not-compared', `${id} could not be read`)),
  ];
}
