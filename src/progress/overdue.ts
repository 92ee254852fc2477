// What is late, one line a recipient and deadline: `transfer, redirection due Wed 20 Mar from Afilias USA (ordered)`.
import { fullDateWords } from '../calendar/local-date.ts';
import { localTime } from '../calendar/zone.ts';
import { type Instant, isBefore } from '../model/instant.ts';
import type { Name } from '../model/name.ts';
import type { Recipient } from '../model/party.ts';
import type { NameProgress } from '../model/progress.ts';
import { reliefs } from '../relief/index.ts';
import type { Directed } from './deadlines.ts';
import { nounOf } from './facets.ts';
import type { Registry } from './totals.ts';
import type { WorkList } from './worklist.ts';

export interface OverdueList {
  /** Once a name. `directed`: whom each finding's clause directs, in step with the findings. */
  add(row: NameProgress, directed: readonly (readonly Directed[])[], registry: Registry): void;
  tell(list: WorkList): void;
}

interface Late {
  readonly recipient: Recipient | undefined;
  readonly registry: Registry;
  readonly due: Instant;
  readonly nouns: Set<string>;
  readonly names: Name[];
}

export interface CourtTime {
  readonly asOf: Instant;
  readonly timeZone: string;
}

export function makeOverdueList(time: CourtTime): OverdueList {
  const groups = new Map<string, Late>();
  return {
    add(row, directed, registry) {
      if (!row.overdue) return;
      for (const [recipient, late] of lateBy(row, directed)) {
        const key = `${recipient?.id ?? registry.id} ${late.due}`;
        const group = groups.get(key) ?? { recipient, registry, due: late.due, nouns: new Set(), names: [] };
        groups.set(key, group);
        group.names.push(row.name);
        for (const noun of late.nouns) group.nouns.add(noun);
      }
    },
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
