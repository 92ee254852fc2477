// The findings of one clause in the rows of `status --json`: names by the hundred thousand are told the same of it, so what is
// said up to the citations is turned into JSON once, and a stand-in is kept in its place.
import type { DatedFinding } from '../../model/judged/progress.ts';
import type { Clause } from '../../model/judged/requirement.ts';
import { within } from '../../model/within.ts';
import { orNull, quoted } from './quoted.ts';
import { openStandIns, type Repeated, type StandIns } from './stand-in.ts';

interface FindingTexts {
  of(finding: DatedFinding): string;
  /** What the stand-ins stand for. */
  repeated(): readonly Repeated[];
}

export function openFindingTexts(): FindingTexts {
  const standIns = openStandIns();
  const clauses = new Map<Clause, (finding: DatedFinding) => string>();
  const citationsOf = openCitations();
  return {
    of(finding) {
      const { clause } = finding.requirement;
      const opening = within(clauses, clause, () => openClause(clause, standIns));
      return `${opening(finding)}${citationsOf(finding.citations)}]}`;
    },
    repeated: standIns.repeated,
  };
}

/** Of so many reasons each has a stand-in: dates may be as many as names, and what was seen once need not be remembered. */
const REASONS = 128;

interface Told {
  readonly verdict: string;
  readonly word: string;
  readonly due: string | undefined;
  readonly standIn: string;
}

/** What comes before the citations. */
function openClause(clause: Clause, standIns: StandIns): (finding: DatedFinding) => string {
  const { before, after } = around(clause);
  const plain = standIns.take({ before, after });
  const told = new Map<string, Told>();
  const remember = (finding: DatedFinding): string | undefined => {
    const { verdict, word, reason, deadline } = finding;
    const standIn = told.size < REASONS ? standIns.take({ before, after: after + stated(finding) }) : undefined;
    if (standIn !== undefined) told.set(reason, { verdict, word, due: deadline?.due, standIn });
    return standIn;
  };
  return (finding) => {
    const { requirement, verdict, word, reason, deadline } = finding;
    const known = told.get(reason);
    if (known === undefined) {
      const standIn = remember(finding);
      if (standIn !== undefined) return standIn;
    } else if (known.verdict === verdict && known.word === word && known.due === deadline?.due) return known.standIn;
    return `${plain ?? before + requirement.name + after}${stated(finding)}`;
  };
}

function around({ id, order, paragraph, relief }: Clause): Repeated {
  return {
    before: `{"requirement":${quoted(`${id}/`).slice(0, -1)}`,
    after: `","order":${quoted(order)},"paragraph":${quoted(paragraph)},"relief":${quoted(relief)},"verdict":"`,
  };
}

/** From the verdict on. */
function stated({ verdict, word, reason, deadline }: DatedFinding): string {
  return `${verdict}","word":${quoted(word)},"reason":${quoted(reason)},"due":${orNull(deadline?.due)},"citations":[`;
}

/** Findings that rest on one fact share its list, and mostly stand one after the other. */
function openCitations(): (citations: readonly string[]) => string {
  let last: readonly string[] = [];
  let written = '';
  return (citations) => {
    if (citations !== last) {
      last = citations;
      written = '';
      for (const citation of citations) written += written === '' ? quoted(citation) : `,${quoted(citation)}`;
    }
    return written;
  };
}
