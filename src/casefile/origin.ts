// Where does this name come from: its line in the schedule, which may say it, and the entries of imports.yaml. Says no more than
// is certain: a schedule that was sorted anew still tells the document, and the mark beside a name still tells the line.
import { type ImportEntry, type ImportPlace, type Origin, placeWords } from '../model/case/import.ts';
import type { Name } from '../model/name.ts';

/** How many figures of a digest stand beside a name. */
const SHORT = 8;

/** `3f2a9c1d page 3, line 14`, to stand behind `#` beside a name. */
export function markOf(sha256: string, place: ImportPlace): string {
  return `${sha256.slice(0, SHORT)} ${placeWords(place)}`;
}

interface Asked {
  readonly name: Name;
  readonly schedule: string;
  /** All of the schedule, in its order. */
  readonly names: readonly Name[];
  /** The line of the schedule on which it stands. */
  readonly line: string;
}

/** The newest first: a name may have been taken out and brought in again. */
export function originOf(asked: Asked, entries: readonly ImportEntry[]): Origin | undefined {
  const ofSchedule = entries.filter(({ schedule }) => schedule === asked.schedule).toReversed();
  const [, short, words] = /#\s+([0-9a-f]{8}) (.+?)\s*$/.exec(asked.line) ?? [];
  const marked = short === undefined ? undefined : ofSchedule.find(({ sha256 }) => sha256.startsWith(short));
  const listed = firstOf(ofSchedule, (entry) => originIn(asked, entry));
  if (marked === undefined || words === undefined) return listed;
  const printed = listed?.entry === marked ? listed.printed : undefined;
  return { entry: marked, where: words, ...(printed === undefined ? {} : { printed }) };
}

function firstOf<A, B>(items: readonly A[], make: (item: A) => B | undefined): B | undefined {
  for (const item of items) {
    const made = make(item);
    if (made !== undefined) return made;
  }
  return undefined;
}

function originIn({ name, names }: Asked, entry: ImportEntry): Origin | undefined {
  const answer = entry.answers.find((one) => one.name === name);
  if (answer !== undefined) return { entry, where: placeWords(answer), printed: answer.printed };
  const alone = entry.names.find(({ first, last }) => first === name || last === name);
  if (alone !== undefined) {
    const { printed } = alone;
    const place = alone.first === name ? alone : moved(alone, (alone.count ?? 1) - 1);
    return { entry, where: placeWords(place), ...(printed === undefined ? {} : { printed }) };
  }
  const at = names.indexOf(name);
  for (const stretch of entry.names) {
    if (stretch.last === undefined || stretch.count === undefined) continue;
    const [from, to] = [names.indexOf(stretch.first), names.indexOf(stretch.last)];
    if (from === -1 || to === -1 || at <= from || at >= to) continue;
    if (to - from + 1 === stretch.count) return { entry, where: placeWords(moved(stretch, at - from)) };
    return { entry, where: `between ${placeWords(stretch)} and ${placeWords(moved(stretch, stretch.count - 1))}` };
  }
  return undefined;
}

/** So many names further down. */
function moved(place: ImportPlace, by: number): ImportPlace {
  const { row, line } = place;
  const further = (one: number | undefined) => (one === undefined ? undefined : one + by);
  return row === undefined ? { ...place, line: further(line) } : { ...place, row: further(row), line: further(line) };
}
