// The whole way from a case and its record to what everybody asks: which names are transferred, which are sinkholed, which
// are late, which slipped back. Observations and rows pass by name after name; who wants the rows is handed each.
import { expiriesOf } from '../calendar/expiries.ts';
import { isBefore } from '../model/instant.ts';
import type { NameProgress, Progress, Summary } from '../model/judged/progress.ts';
import type { DamagedFile } from '../model/judged/record.ts';
import { type Compiled, compile } from '../relief/compile.ts';
import { attendCase, attendDamage } from './case-attention.ts';
import { gather, gatherRest, type PartGathered, type ProgressQuestion, type Receive } from './gather.ts';
import { makeLists } from './lists.ts';
import { attendSinkholes } from './sinkhole-domains.ts';

export type { PartGathered, ProgressQuestion, Receive } from './gather.ts';

/** Every row, kept. */
export function progressOf(question: ProgressQuestion): Progress {
  const opened = openProgress(question);
  const names = new Array<NameProgress>(opened.names);
  const gathered = opened.all((row, at) => {
    names[at] = row;
  });
  return { ...opened.join(gathered), names };
}

/** What is said of the whole. Each row is handed to `receive`, and let go. */
export function summaryOf(question: ProgressQuestion, receive: Receive = () => {}): Summary {
  const opened = openProgress(question);
  return opened.join(opened.all(receive));
}

/**
 * For names that are judged in parts, each with the record of its part: what the parts have gathered, and then the rest, equals
 * the whole, joined in any order.
 */
export interface OpenProgress {
  /** How many names there are. */
  readonly names: number;
  /** Judges the names that the record has. */
  gather(receive: Receive): PartGathered;
  /** Judges those that no part has; none where there are none. */
  rest(parts: readonly Pick<PartGathered, 'seen'>[], receive: Receive): readonly PartGathered[];
  /** Both, where the record is that of all names. */
  all(receive: Receive): readonly PartGathered[];
  join(parts: readonly PartGathered[]): Summary;
}

export function openProgress(question: ProgressQuestion): OpenProgress {
  const compiled = compile(question.theCase, question.asOf);
  const part: OpenProgress['gather'] = (receive) => gather({ question, compiled, receive });
  const rest: OpenProgress['rest'] = (parts, receive) => gatherRest({ question, compiled, receive }, parts);
  return {
    names: compiled.names.length,
    gather: part,
    rest,
    all(receive) {
      const gathered = part(receive);
      return [gathered, ...rest([gathered], receive)];
    },
    join: (parts) => join(question, compiled, parts),
  };
}

function join(question: ProgressQuestion, compiled: Compiled, parts: readonly PartGathered[]): Summary {
  const { theCase, record, asOf } = question;
  const { totals, registries, work, due, overdue, sinkholes, absorb } = makeLists(theCase, asOf);
  for (const part of parts) absorb(part);
  attendCase(work, { theCase, compiled, record, asOf });
  overdue.tell(work);
  const damaged = damagedIn(parts);
  attendDamage(work, damaged);
  const lastRun = record.newest;
  const domains = sinkholes.states();
  attendSinkholes(work, domains);
  return {
    caseId: theCase.id,
    asOf,
    ...(lastRun === undefined ? {} : { lastRun }),
    ...(record.ahead && { ahead: record.ahead }),
    unfinished: record.unfinished.filter(({ started }) => !isBefore(asOf, started)),
    ...(damaged.length === 0 ? {} : { damaged }),
    totals: totals.totals(),
    unknowns: totals.unknowns(),
    attention: work.lines(),
    registries: registries.rows(),
    due: due.items(),
    expiries: expiriesOf(theCase, asOf),
    paragraphs: compiled.accounts,
    ...(domains.length > 0 && { sinkholes: domains }),
  };
}

/** Each file once, with what was noticed first. */
function damagedIn(parts: readonly PartGathered[]): readonly DamagedFile[] {
  const files = new Map<string, DamagedFile>();
  for (const one of parts.flatMap(({ damaged }) => damaged)) if (!files.has(one.file)) files.set(one.file, one);
  return [...files.values()];
}
