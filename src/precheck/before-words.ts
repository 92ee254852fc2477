// How a name stood before its order was served, in lines for the letter that gives it back.
import type { Fact } from '../model/judged/dossier.ts';
import type { RestorePlan } from '../model/judged/restore.ts';
import { registrarText } from '../model/registrar.ts';
import { dsText } from './return-moves.ts';

/** Empty where nobody looked before it was served: what was seen afterwards may be the recipient's own work. */
export function beforeWords({ kind, before }: Pick<RestorePlan, 'kind' | 'before'>): readonly string[] {
  if (kind !== 'before-service' || before === undefined) return [];
  if (before.registered.known && before.registered.value !== 'registered') return ['it was not registered'];
  return [
    said('registrar of record', before.registrar, registrarText),
    said('name servers', before.nameServers, (servers) => servers.join(', ') || 'none'),
    said('DS', before.ds, (all) => all.map(dsText).join(', ') || 'none'),
    said('statuses', before.statuses, (statuses) => statuses.join(', ') || 'none'),
    said('registered until', before.expires, (at) => at.slice(0, 10)),
    `as seen on ${before.at.slice(0, 10)}`,
  ];
}

function said<T>(label: string, fact: Fact<T>, words: (value: T) => string): string {
  return `${label} ${fact.known ? words(fact.value) : 'not seen'}`;
}
