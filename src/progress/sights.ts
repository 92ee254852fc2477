// What was last seen of every name, for letters: who has it, its statuses, its delegation. A letter to a registrar rests on
// the registrar that was seen last, also when the newest look was in vain; then its date is the older look's.
import type { Case } from '../model/case/case.ts';
import { type Instant, isBefore, millisecondsOf } from '../model/instant.ts';
import type { Dossier } from '../model/judged/dossier.ts';
import type { CaseRecord, Sighted } from '../model/judged/record.ts';
import type { AbuseDesk, NameSeen } from '../model/letter/letter.ts';
import type { Name } from '../model/name.ts';
import type { LookupKind } from '../model/seen/observation.ts';
import { dossierOf } from './dossier.ts';
import { PRECEDENCE } from './precedence.ts';

interface SightsQuestion {
  readonly theCase: Case;
  /** Opened at `asOf`. */
  readonly record: CaseRecord;
  readonly asOf: Instant;
}

/** Only names that were looked up; of names that the case no longer lists nothing is told. */
export function sightsOf({ theCase, record, asOf }: SightsQuestion): ReadonlyMap<Name, NameSeen> {
  const listed = new Set(theCase.schedules.flatMap(({ names }) => names.map(({ name }) => name)));
  const sights = new Map<Name, NameSeen>();
  for (const sighted of record.latest()) {
    if (!listed.has(sighted.name)) continue;
    const newest = dossierIn(sighted, asOf);
    const seen = { ...seenIn(newest), ...lookedAt(sighted, newest), ...present(abuseDeskIn(sighted)) };
    sights.set(sighted.name, lacksRegistrar(newest) ? withEarlierRegistrar(seen, { record, sighted, asOf }) : seen);
  }
  return sights;
}

function dossierIn({ name, observations }: Sighted, asOf: Instant): Dossier {
  return dossierOf({ name, observations, journal: [], asOf });
}

type Draft = { -readonly [K in keyof NameSeen]: NameSeen[K] };

function seenIn({ observedAt, registrar, statuses, delegation, ds, registered }: Dossier): NameSeen {
  const seen: Draft = {};
  if (observedAt !== undefined) seen.at = observedAt;
  if (registrar.known) seen.registrar = registrar.value;
  if (statuses.known) seen.statuses = statuses.value;
  if (delegation.known && delegation.value !== null) seen.nameServers = delegation.value.nameServers;
  if (ds.known) seen.ds = ds.value;
  if (registered.known && registered.value !== 'registered') seen.absent = true;
  return seen;
}

/** A look at one name takes minutes. What lies farther apart comes from several, of which the oldest counts. */
const ONE_LOOK_MS = 3_600_000;

/** Lookups that a letter rests on. */
const RESTS_ON: ReadonlySet<LookupKind> = new Set(['rdap-registry', 'whois-registry', 'delegation', 'addresses']);

/** A run with `--max-age` asks only a part: the name was looked at when the oldest part was. */
function lookedAt({ observations }: Sighted, { observedAt }: Dossier): Pick<NameSeen, 'at'> {
  if (observedAt === undefined) return {};
  let oldest = observedAt;
  for (const { at, lookup } of observations) if (RESTS_ON.has(lookup) && isBefore(at, oldest)) oldest = at;
  return millisecondsOf(observedAt) - millisecondsOf(oldest) > ONE_LOOK_MS ? { at: oldest } : {};
}

/** RDAP before WHOIS, as for every fact of the registration (precedence.ts). */
function abuseDeskIn({ observations }: Sighted): AbuseDesk | undefined {
  for (const { lookup } of PRECEDENCE.registration.voices) {
    for (const seen of observations) {
      if (seen.lookup !== lookup || seen.outcome !== 'facts') continue;
      if (seen.lookup !== 'rdap-registry' && seen.lookup !== 'whois-registry') continue;
      const { abuse } = seen.facts;
      if (abuse === undefined) continue;
      const service = seen.lookup === 'rdap-registry' ? 'RDAP' : 'WHOIS';
      return { ...abuse, source: `${service} of ${seen.server}`, at: seen.at };
    }
  }
  return undefined;
}

function present(abuseDesk: AbuseDesk | undefined): Pick<NameSeen, 'abuseDesk'> {
  return abuseDesk === undefined ? {} : { abuseDesk };
}

/** Looked for in vain: a definite "no such object" is an answer. */
function lacksRegistrar({ registrar, registered }: Dossier): boolean {
  return !registrar.known && !(registered.known && registered.value !== 'registered');
}

function withEarlierRegistrar(
  seen: NameSeen,
  { record, sighted, asOf }: { readonly record: CaseRecord; readonly sighted: Sighted; readonly asOf: Instant },
): NameSeen {
  if (!record.hasEarlier) return seen;
  for (const earlier of record.earlier(sighted.name)) {
    const { registrar, registered, observedAt } = dossierIn(earlier, asOf);
    if (registered.known && registered.value !== 'registered') return seen;
    if (!registrar.known || observedAt === undefined) continue;
    const older = seen.at === undefined || isBefore(observedAt, seen.at);
    return { ...seen, registrar: registrar.value, ...(older ? { at: observedAt } : {}) };
  }
  return seen;
}
