// What resolvers may still have of how a name stood before it changed, and until when: from the lifetimes that were seen beside it.
// Nobody is asked for it, so it holds for resolvers everywhere; what those that were asked really show is in resolver-states.ts.
import { type Instant, isBefore, millisecondsOf } from '../model/instant.ts';
import type { EarlierSight } from '../model/judged/record.ts';
import type { Observation } from '../model/seen/observation.ts';
import { after } from '../relief/lasting.ts';

export interface Lingering {
  readonly of: 'delegation' | 'ds' | 'addresses';
  /** Name servers, numbers of DS, addresses: those that are there no more. */
  readonly former: readonly string[];
  readonly until: Instant;
}

export interface Lingers {
  readonly what: readonly Lingering[];
  /** By when every resolver goes by how the name stands now. */
  readonly by: Instant;
}

interface Look {
  readonly observations: readonly Observation[];
}

interface Past {
  readonly latest: Look;
  /** As `CaseRecord.earlier` gives them: newest first, without the newest. */
  readonly earlier: Iterable<Look & Pick<EarlierSight, 'next'>>;
  readonly asOf: Instant;
}

/** Seconds after which resolvers let go of anything (RFC 8767 section 4: a cap of a week is usual). */
const WEEK = 604_800;

/** `undefined`: nothing that is known of. */
export function lingering({ latest, earlier, asOf }: Past): Lingers | undefined {
  const trail: Trail = { open: new Map(KINDS.map((of) => [of, seenIn(latest, of)] as const)), changes: [] };
  for (const look of earlier) {
    goBack(trail, look);
    if (trail.open.size === 0 || isOver(look, asOf)) break;
  }
  const what = trail.changes.filter(({ until }) => isBefore(asOf, until)).map(({ ttl: _, ...one }) => one);
  // What is fetched by an old delegation in its last moment lives on for its own time.
  const fetched = trail.changes.find(({ of }) => of === 'addresses')?.ttl ?? 0;
  const ends = what.map(({ of, until }) => (of === 'delegation' ? after(until, fetched) : until));
  const by = ends.reduce<Instant | undefined>((a, b) => (a === undefined || isBefore(a, b) ? b : a), undefined);
  return by === undefined ? undefined : { what, by };
}

/** What is followed back from look to look. */
interface Trail {
  /** As it was seen in the oldest look so far; a kind whose last change is found is followed no further. */
  readonly open: Map<Lingering['of'], Seen | undefined>;
  readonly changes: (Lingering & { readonly ttl: number })[];
}

function goBack({ open, changes }: Trail, look: Look & Pick<EarlierSight, 'next'>): void {
  for (const [of, now] of [...open]) {
    const then = seenIn(look, of);
    if (then === undefined) continue;
    if (now === undefined || same(then.values, now.values)) {
      open.set(of, then);
      continue;
    }
    open.delete(of);
    const former = then.values.filter((one) => !now.values.includes(one));
    // Somebody may have asked right before the change, which came before the next look at the latest.
    const until = after(look.next?.()?.ended ?? now.at, then.ttl);
    if (former.length > 0) changes.push({ of, former, until, ttl: then.ttl });
  }
}

const KINDS = ['delegation', 'ds', 'addresses'] as const satisfies readonly Lingering['of'][];

interface Seen {
  readonly values: readonly string[];
  readonly ttl: number;
  readonly at: Instant;
}

/** `undefined`: not seen in that run. */
function seenIn({ observations }: Look, of: Lingering['of']): Seen | undefined {
  const seen = observations.flatMap((one) => {
    const said = saidOf(one, of);
    return said === undefined ? [] : [{ ...said, at: one.at }];
  });
  const [first] = seen;
  if (first === undefined) return undefined;
  return {
    values: [...new Set(seen.flatMap(({ values }) => values))],
    ttl: Math.min(WEEK, Math.max(...seen.map(({ ttl }) => ttl))),
    at: seen.reduce((latest, { at }) => (isBefore(latest, at) ? at : latest), first.at),
  };
}

function saidOf(seen: Observation, of: Lingering['of']): Pick<Seen, 'values' | 'ttl'> | undefined {
  if (seen.outcome !== 'facts') return undefined;
  if (seen.lookup === 'delegation') {
    const { nameServers, ds, ttl = {} } = seen.facts;
    if (of === 'delegation') return { values: nameServers, ttl: ttl.nameServers ?? 0 };
    if (of === 'ds') return ds && { values: ds.map(({ keyTag }) => String(keyTag)), ttl: ttl.ds ?? 0 };
  }
  if (seen.lookup !== 'addresses' || of !== 'addresses') return undefined;
  const { a, aaaa } = seen.facts.hosts.apex;
  const given = [a, aaaa].flatMap((answer) => (answer.answer === 'addresses' ? [answer] : []));
  return { values: given.flatMap(({ addresses }) => addresses), ttl: Math.max(0, ...given.map(({ ttl }) => ttl)) };
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

function isOver({ observations }: Look, asOf: Instant): boolean {
  const [first] = observations;
  return first !== undefined && millisecondsOf(after(first.at, WEEK)) < millisecondsOf(asOf);
}
