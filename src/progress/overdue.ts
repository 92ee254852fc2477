// What is late, one line a recipient and deadline: `transfer, redirection due Wed 20 Mar from Afilias USA (ordered)`.
import { fullDateWords } from '../calendar/local-date.ts';
import { localTime } from '../calendar/zone.ts';
import type { Recipient } from '../model/case/party.ts';
import { type Instant, isBefore } from '../model/instant.ts';
import type { NameProgress } from '../model/judged/progress.ts';
import type { Name } from '../model/name.ts';
import { reliefs } from '../relief/index.ts';
import type { Directed } from './deadlines.ts';
import { nounOf } from './facets.ts';
import type { Registry } from './registry-rows.ts';
import type { WorkList } from './worklist.ts';

export interface OverdueList {
  /** Once a name. `directed`: whom each finding's clause directs, in step with the findings. */
  add(row: NameProgress, directed: readonly (readonly Directed[])[], registry: Registry): void;
  /** What another list has gathered of other names. */
  absorb(gathered: LateGathered): void;
  gathered(): LateGathered;
  tell(list: WorkList): void;
}

/** Plain data: it may come from another thread. */
export type LateGathered = readonly Late[];

interface Late {
  readonly recipient: Recipient | undefined;
  readonly registry: Registry;
  readonly due: Instant;
  readonly nouns: Set<string>;
  readonly names: Name[];
}

interface CourtTime {
  readonly asOf: Instant;
  readonly timeZone: string;
}

export function makeOverdueList(time: CourtTime): OverdueList {
  const groups = new Map<string, Late>();
  const groupOf = ({ recipient, registry, due }: Pick<Late, 'recipient' | 'registry' | 'due'>): Late => {
    const key = `${recipient?.id ?? registry.id} ${due}`;
    const group = groups.get(key) ?? { recipient, registry, due, nouns: new Set(), names: [] };
    groups.set(key, group);
    return group;
  };
  return {
    add(row, directed, registry) {
      if (!row.overdue) return;
      for (const [recipient, late] of lateBy(row, directed)) {
        const group = groupOf({ recipient, registry, due: late.due });
        group.names.push(row.name);
        for (const noun of late.nouns) group.nouns.add(noun);
      }
    },
    absorb(gathered) {
      for (const late of gathered) {
        const group = groupOf(late);
        for (const name of late.names) group.names.push(name);
        for (const noun of late.nouns) group.nouns.add(noun);
      }
    },
    gathered: () => [...groups.values()],
    tell(list) {
      for (const late of groups.values()) list.tell('overdue', lateText(late, time), late.names);
    },
  };
}

/** In the order of the kinds of relief, however the names came. */
const NOUNS: readonly string[] = [...new Set(reliefs.map(({ noun }) => noun))];

interface Lateness {
  due: Instant;
  readonly nouns: Set<string>;
}

/** The paragraphs of one recipient together, under the earliest of their deadlines that have passed. */
function lateBy(
  { findings }: NameProgress,
  directed: readonly (readonly Directed[])[],
): ReadonlyMap<Recipient | undefined, Lateness> {
  const late = new Map<Recipient | undefined, Lateness>();
  for (const [at, finding] of findings.entries()) {
    if (finding.verdict !== 'unmet') continue;
    for (const { passed, deadline, recipient } of directed[at] ?? []) {
      if (!passed || deadline === undefined) continue;
      const known = late.get(recipient) ?? { due: deadline.due, nouns: new Set() };
      late.set(recipient, known);
      if (isBefore(deadline.due, known.due)) known.due = deadline.due;
      known.nouns.add(nounOf(finding));
    }
  }
  return late;
}

function lateText({ recipient, registry, due, nouns }: Late, { asOf, timeZone }: CourtTime): string {
  const day = fullDateWords(localTime(due, timeZone).date, localTime(asOf, timeZone).date);
  const whom = recipient === undefined ? registry.id : `${recipient.name} (${recipient.reach})`;
  const what = NOUNS.filter((noun) => nouns.has(noun)).join(', ');
  return `${what} due ${day} from ${whom}`;
}
