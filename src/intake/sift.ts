// Placed lines to names: what is surely meant, what a person has to look at, what is refused. Above all rules: no wrong name is ever
// sure, and every true one is sure or to be checked. So a name is sure only where its place says that it is listed, whole.
import type { Name } from '../model/name.ts';
import type { DocumentText, PlacedLine } from './placed.ts';
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

export function sift(whole: DocumentText, knowing: Knowing): Sifted {
  const document = { ...whole, lines: withNumbersApart(withoutComments(whole)) };
  const flows = flowsOf(document.lines, knowing.endings);
  const standing = {
    listed: listedLines(flows, document),
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
  if (isAllList(flows, document)) findings.push(...emptyFindings(flows, told));
  const rank = ({ line }: Finding) => order.get(line) ?? 0;
  return sorted(findings.sort((a, b) => rank(a) - rank(b) || a.at - b.at));
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
