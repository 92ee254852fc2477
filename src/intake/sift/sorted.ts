// Findings to the three lists, each name once: what stands for sure somewhere is not asked about where it is only mentioned.
import type { Name } from '../../model/name.ts';
import type { Place } from '../placed.ts';
import type { DoubtfulName, RefusedText, RepeatedName, Sifted, SureName } from '../sifted.ts';
import type { Finding } from './findings.ts';

/** `elsewhere`: where a name stands for sure beside what was found. */
export function sorted(findings: readonly Finding[], elsewhere: Elsewhere = nowhere): Sifted {
  const sure = new Map<Name, SureName>();
  const repeated: RepeatedName[] = [];
  for (const one of findings) {
    if (one.kind !== 'sure') continue;
    const { name, printed, place } = one;
    const first = sure.get(name)?.place ?? earlier(elsewhere(name), place);
    if (first === undefined) sure.set(name, { name, printed, place });
    else repeated.push({ name, place, first });
  }
  const check = new Map<string, DoubtfulName>();
  const refused: RefusedText[] = [];
  for (const one of findings) {
    if (one.kind === 'refused') refused.push(refusedText(one));
    if (one.kind !== 'check') continue;
    const first = mentioned(one, (name) => sure.get(name)?.place ?? elsewhere(name)) ?? check.get(keyOf(one))?.place;
    if (first === undefined) check.set(keyOf(one), doubtfulName(one));
    else for (const { name } of one.candidates.slice(0, 1)) repeated.push({ name, place: one.place, first });
  }
  return { sure: [...sure.values()], check: [...check.values()], refused, repeated };
}

type Elsewhere = (name: Name) => Place | undefined;

const nowhere: Elsewhere = () => undefined;

/** Further up than another place, of the lines of one text. */
function earlier(one: Place | undefined, other: Place): Place | undefined {
  return one !== undefined && (one.line ?? 0) < (other.line ?? 0) ? one : undefined;
}

type ToCheck = Extract<Finding, { kind: 'check' }>;

/** Only where nothing else may be meant: of a broken name the pieces are no mention of anything. */
function mentioned({ candidates }: ToCheck, sure: Elsewhere): Place | undefined {
  const [first] = candidates;
  if (first === undefined || !candidates.every(({ name }) => sure(name) !== undefined)) return undefined;
  return sure(first.name);
}

function keyOf({ candidates }: ToCheck): string {
  return candidates.map(({ name }) => name).join(' ');
}

function doubtfulName({ printed, place, doubts, candidates, lines }: ToCheck): DoubtfulName {
  return { printed, place, doubts, candidates, lines };
}

function refusedText(one: Extract<Finding, { kind: 'refused' }>): RefusedText {
  const { printed, place, reason, detail } = one;
  return detail === undefined ? { printed, place, reason } : { printed, place, reason, detail };
}
