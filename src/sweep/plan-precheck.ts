// What is asked before an order is served: only whom the present holder of a name cannot watch, with or without a seal, since a
// question at his own name servers tells him. Beside that, the ordered sinkholes, which are to be ready for the names.

import type { SinkholeServers } from '../model/case/sinkhole.ts';
import type { Name } from '../model/name.ts';
import type { LookupKind } from '../model/seen/observation.ts';
import { ownDomains, type Plan, type PlannedName, type PlanQuestion, planOf } from './plan.ts';

export interface PrecheckTerms {
  /** To which servers a name is to be delegated; none for a name of which no order says so. */
  readonly servers: SinkholeServers;
  /** False for a name that is left out of a sample: the sinkholes are not asked about it. */
  readonly readied: (name: Name) => boolean;
  /** A person says that nobody is to be surprised: whom else a check asks is asked too. */
  readonly openly: boolean;
}

/** A recursive resolver asks the name's own servers in turn, and a registrar may tell its customer. */
const UNWATCHED: ReadonlySet<LookupKind> = new Set(['rdap-registry', 'whois-registry', 'delegation', 'sinkhole']);

export function planPrecheck(question: PlanQuestion, { servers, readied, openly }: PrecheckTerms): Plan {
  const kinds = openly ? question.kinds : question.kinds.filter((kind) => UNWATCHED.has(kind));
  const plan = planOf({ ...question, kinds });
  const hosts = new Set(
    question.theCase.schedules.flatMap(({ names }) => names.filter((one) => one.name !== one.registrable)).map(nameOf),
  );
  const shared = new Map<string, Omit<PlannedName, 'name'>>();
  return {
    ...plan,
    names: [
      ...plan.names.map(({ name, ask, excluded }) => {
        const isReadied = readied(name) && servers(name).nameServers.length > 0;
        const wanted = (kind: LookupKind): boolean => {
          if (kind === 'sinkhole') return isReadied;
          // The parent of a host is a zone of its domain's holder, who may be a defendant.
          return openly || kind !== 'delegation' || !hosts.has(name);
        };
        const lists = { ask: ask.filter(wanted), excluded: excluded.filter(wanted) };
        const key = `${lists.ask.join()} ${lists.excluded.join()}`;
        const same = shared.get(key) ?? lists;
        shared.set(key, same);
        return { name, ...same };
      }),
      ...ownDomains({ ...question, kinds }),
    ],
  };
}

function nameOf({ name }: { readonly name: Name }): Name {
  return name;
}
