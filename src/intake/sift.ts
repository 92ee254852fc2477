// Placed lines to names: what is surely meant, what a person has to look at, what is refused. Above all rules: no wrong name is ever
// sure, and every true one is sure or to be checked. So a name is sure only where its place says that it is listed, whole.
import type { Name } from '../model/name.ts';
import type { DocumentText, Place, PlacedLine } from './placed.ts';
import { breaksIn } from './sift/breaks.ts';
import { columnKinds } from './sift/columns.ts';
import { withoutComments } from './sift/comments.ts';
import type { Knowing } from './sift/endings.ts';
import { brokenFindings, emptyFindings, type Finding, furnitureFindings, wordFinding } from './sift/findings.ts';
import { type Flow, flowsOf } from './sift/flows.ts';
import { isAllList, listedLines } from './sift/listed.ts';
import { withNumbersApart } from './sift/numbering.ts';
import { sorted } from './sift/sorted.ts';
import { isName, type ReadLine, type Word } from './sift/words.ts';
import type { Sifted } from './sifted.ts';

export function sift(document: DocumentText, knowing: Knowing): Sifted {
  return sorted(findingsIn(document, knowing).findings);
}

/** Entries of a list that are surely meant, and stand beside the lines that are sifted. */
interface Others {
  readonly count: number;
  /** Where a name stands among them. */
  place(name: Name): Place | undefined;
}

/** Of some lines of a list. `undefined`: with its others it is none. */
export function siftAmong(document: DocumentText, knowing: Knowing, others: Others): Sifted | undefined {
  const { findings, whole } = findingsIn(document, knowing, others.count);
  return whole ? sorted(findings, others.place) : undefined;
}

export function mailDomainsIn(document: DocumentText, { endings }: Knowing): ReadonlySet<Name> {
  return mailDomains(flowsOf(document.lines, endings));
}

interface Found {
  readonly findings: readonly Finding[];
  /** It is nothing but a list. */
  readonly whole: boolean;
}

function findingsIn(given: DocumentText, knowing: Knowing, others = 0): Found {
  const document = { ...given, lines: withNumbersApart(withoutComments(given)) };
  const flows = flowsOf(document.lines, knowing.endings);
  const whole = isAllList(flows, document, others);
  const standing = {
    listed: listedLines(flows, whole),
    columns: columnKinds(flows),
    mail: mailDomains(flows),
    knowing,
  };
  const order = new Map<PlacedLine, number>(document.lines.map((line, at) => [line, at]));
  const findings: Finding[] = [];
  const told = new Set<ReadLine>();
  for (const flow of flows) {
    const breaks = breaksIn(flow, document.format, knowing.endings);
    for (const { line } of breaks.flatMap(({ parts }) => parts)) told.add(line);
    const torn = new Set<Word>(breaks.flatMap(({ parts }) => parts.map(({ word }) => word)).filter(isName));
    findings.push(...brokenFindings(breaks));
    for (const [at, read] of flow.entries()) {
      for (const word of read.words) {
        if (torn.has(word) || word.reading.kind === 'word') continue;
        findings.push(wordFinding({ read, word, around: [flow[at - 1], flow[at + 1]] }, standing));
      }
    }
  }
  for (const line of document.lines) {
    if (line.kind === 'furniture') findings.push(...furnitureFindings(line, document, knowing));
  }
  if (whole) findings.push(...emptyFindings(flows, told));
  const rank = ({ line }: Finding) => order.get(line) ?? 0;
  return { findings: findings.sort((a, b) => rank(a) - rank(b) || a.at - b.at), whole };
}

/** Domains at which somebody has mail, with those of the letterhead among them. */
function mailDomains(flows: readonly Flow[]): ReadonlySet<Name> {
  const domains = new Set<Name>();
  for (const { words } of flows.flat()) {
    for (const { reading } of words) {
      if (reading.kind === 'refused' && reading.domain !== undefined) domains.add(reading.domain);
    }
  }
  return domains;
}
