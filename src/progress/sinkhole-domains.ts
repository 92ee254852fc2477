// The registrations that the sinkholes stand on: when they end, whether they are held or unlocked. No order speaks of them, so
// that they are no rows and in no total; but a sinkhole that lapses takes every seized name with it.
import type { Case } from '../model/case/case.ts';
import { sinkholeDomainsOf } from '../model/case/sinkhole.ts';
import { type Instant, isBefore } from '../model/instant.ts';
import type { Dossier } from '../model/judged/dossier.ts';
import type { SinkholeState, SinkholeTrouble } from '../model/judged/progress.ts';
import type { Name } from '../model/name.ts';
import type { EppStatus } from '../model/seen/epp-status.ts';
import type { Observation } from '../model/seen/observation.ts';
import { listed } from '../relief/say.ts';
import { dossierOf } from './dossier.ts';
import { watchedUntil } from './watch.ts';
import type { WorkList } from './worklist.ts';

export interface SinkholeList {
  /** True where the name is one of these, and no row of the case. */
  add(name: Name, observations: readonly Observation[]): boolean;
  absorb(gathered: readonly SinkholeState[]): void;
  gathered(): readonly SinkholeState[];
  /** Each of the case once, in the order of the case file. */
  states(): readonly SinkholeState[];
}

/** Those that were never looked up are unknown. */
export function makeSinkholeList(theCase: Case, asOf: Instant): SinkholeList {
  const domains = new Map(sinkholeDomainsOf(theCase).map((domain) => [domain.name, domain]));
  const found = new Map<Name, SinkholeState>();
  const make = (name: Name, observations: readonly Observation[]): SinkholeState => {
    const dossier = dossierOf({ name, observations, journal: [], asOf });
    return { name, sinkholes: domains.get(name)?.sinkholes ?? [], ...stateOf(dossier) };
  };
  return {
    add(name, observations) {
      if (!domains.has(name)) return false;
      found.set(name, make(name, observations));
      return true;
    },
    absorb(gathered) {
      for (const state of gathered) found.set(state.name, state);
    },
    gathered: () => [...found.values()],
    states: () => [...domains.keys()].map((name) => found.get(name) ?? make(name, [])),
  };
}

export function attendSinkholes(list: WorkList, states: readonly SinkholeState[]): void {
  for (const { name, troubles } of states) for (const { word, text } of troubles) list.tell(word, text, [name]);
}

const LEAVING: readonly EppStatus[] = ['pendingDelete', 'redemptionPeriod'];
const HOLDS: readonly EppStatus[] = ['serverHold', 'clientHold'];
const UNRENEWABLE: readonly EppStatus[] = ['serverRenewProhibited', 'clientRenewProhibited'];
const LOCKS: readonly EppStatus[] = ['clientTransferProhibited', 'serverTransferProhibited'];

type State = Omit<SinkholeState, 'name' | 'sinkholes'>;

function stateOf(dossier: Dossier): State {
  const { registered, statuses, expires, observedAt } = dossier;
  const troubles = [...known(dossier), ...unknown(dossier)];
  const free = registered.known && registered.value !== 'registered';
  return {
    // A registry that tells no date tells it to nobody who asks: that is for a person to find out, and never "fine".
    verdict: troubles.some(({ word }) => word !== 'sinkhole-unknown')
      ? 'unmet'
      : (expires.known && statuses.known) || free
        ? 'met'
        : 'unknown',
    ...(expires.known && { expires: expires.value }),
    ...(statuses.known && { statuses: statuses.value }),
    ...(observedAt && { observedAt }),
    troubles,
  };
}

function known({ registered, statuses, expires, asOf }: Dossier): readonly SinkholeTrouble[] {
  if (registered.known && registered.value !== 'registered') return [trouble('sinkhole-lapsed', 'not registered')];
  const set = (wanted: readonly EppStatus[]) =>
    statuses.known ? wanted.filter((status) => statuses.value.includes(status)) : [];
  const [leaving, holds, unrenewable] = [set(LEAVING), set(HOLDS), set(UNRENEWABLE)];
  const ends = expires.known ? expires.value : undefined;
  const day = ends?.slice(0, 10);
  const found: SinkholeTrouble[] = [];
  if (leaving.length > 0) found.push(trouble('sinkhole-lapsed', `on its way out: ${listed(leaving)}`));
  else if (ends !== undefined && isBefore(ends, asOf))
    found.push(trouble('sinkhole-lapsed', `it ended on ${day}`, ends));
  else if (ends !== undefined && isBefore(ends, watchedUntil(asOf)))
    found.push(trouble('sinkhole-expiring', `the sinkhole’s own domain ends on ${day}`, ends));
  if (holds.length > 0) found.push(trouble('sinkhole-held', `${listed(holds)}: nothing under it resolves`));
  if (unrenewable.length > 0) found.push(trouble('sinkhole-expiring', `it may not be renewed: ${listed(unrenewable)}`));
  if (statuses.known && set(LOCKS).length === 0)
    found.push(
      trouble('sinkhole-unlocked', 'the sinkhole’s own domain can be transferred: no transfer prohibition is set'),
    );
  return found;
}

/** Never looked up, or not to be asked under the seal: that says nothing of the world, and needs no line. */
const SILENT: ReadonlySet<string> = new Set(['never-checked', 'not-yet-counted', 'not-asked', 'excluded-by-seal']);

function unknown({ registered, expires, statuses }: Dossier): readonly SinkholeTrouble[] {
  if (registered.known && registered.value !== 'registered') return [];
  const [first] = [expires, statuses].filter((fact) => !fact.known);
  if (first === undefined || first.known || SILENT.has(first.word)) return [];
  return [trouble('sinkhole-unknown', `${expires.known ? 'its locks' : 'when it ends'}: ${first.reason}`)];
}

function trouble(word: SinkholeTrouble['word'], text: string, ends?: Instant): SinkholeTrouble {
  return { word, text, ...(ends && { ends }) };
}
