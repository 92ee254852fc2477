// What became of every paragraph (law 7): compiled into so many requirements, left to a person, replaced, ended.
import type { ParagraphAccount } from '../model/judged/progress.ts';
import type { AmendedOrders, ParagraphAt } from './amendments.ts';
import type { Coverage } from './coverage.ts';

interface Count {
  requirements: number;
  /** Names that some of its relief makes no sense for. */
  hostNames: number;
}

/** Of all paragraphs, those of orders that are yet to come included. `coverages`: how many names have each. */
export function accountsOf(
  amended: AmendedOrders,
  coverages: ReadonlyMap<Coverage, number>,
): readonly ParagraphAccount[] {
  const counts = countByParagraph(coverages);
  const known = amended.paragraphs.map((paragraph) => account(paragraph, counts.get(paragraph.ref)));
  const notYet = amended.notYet.flatMap((order) =>
    order.paragraphs.map(({ number }): ParagraphAccount => {
      return { order: order.id, paragraph: number, inForce: false, requirements: 0, how: 'not yet entered' };
    }),
  );
  return [...known, ...notYet];
}

function account(at: ParagraphAt, count: Count = { requirements: 0, hostNames: 0 }): ParagraphAccount {
  const { owner, paragraph, replacedBy } = at;
  return {
    order: owner.order.id,
    paragraph: paragraph.number,
    inForce: owner.inForce && replacedBy === undefined,
    requirements: count.requirements,
    how: howOf(at, count),
  };
}

function howOf({ owner, paragraph, replacedBy }: ParagraphAt, count: Count): string {
  if (replacedBy !== undefined) return `replaced by ${replacedBy}`;
  if (!owner.inForce) {
    return count.requirements === 0 ? 'not in force' : 'not in force; judged, since no later order covers its names';
  }
  if (paragraph.relief.length === 0) return 'without relief';
  const hosts = hostText(count.hostNames);
  if (count.requirements === 0) return hosts === '' ? 'applies to no name' : `applies to no registration${hosts}`;
  const byPeople = paragraph.relief.every(({ kind }) => kind === 'attested');
  return `${byPeople ? 'attested by a person' : 'compiled'}${hosts}`;
}

function hostText(names: number): string {
  if (names === 0) return '';
  const whom = names === 1 ? 'a host name under another registration' : `${names} host names under other registrations`;
  return `; relief on registrations left out for ${whom}`;
}

function countByParagraph(coverages: ReadonlyMap<Coverage, number>): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  for (const [coverage, names] of coverages) {
    for (const clause of coverage.clauses) countOf(counts, clause).requirements += names;
    const partly = new Set(coverage.inapplicable.map((clause) => countOf(counts, clause)));
    for (const count of partly) count.hostNames += names;
  }
  return counts;
}

function countOf(counts: Map<string, Count>, clause: { readonly order: string; readonly paragraph: string }): Count {
  const ref = `${clause.order}/${clause.paragraph}`;
  const count = counts.get(ref) ?? { requirements: 0, hostNames: 0 };
  counts.set(ref, count);
  return count;
}
