// What was seen: in total and by registry, with sums that add up to the names ordered, and the words of each paragraph beside
// what was seen under it.
import type { Tally } from '../../model/judged/progress.ts';
import type { Block } from '../../paper/document.ts';
import { paragraph, table } from '../paged/text.ts';
import { REPORT_FACETS, type ReportFacet, TOTAL_TITLES, tallyOf, totalRows, utcText } from '../report/report-words.ts';
import { neverCountedWords, wordWords } from '../say.ts';
import type { DeclarationParts } from './declaration.ts';
import type { Part } from './numbered.ts';

const COUNTED = ['met', 'unmet', 'unknown', 'notOrdered'] as const;

/** What each answer of a name is made of: progress/facets.ts. */
const FACET_TELLS: Readonly<Record<ReportFacet, string>> = {
  transferred:
    'Transferred: whether what the orders in force require of the registration (its registrar of record and its registrant, not its locks) was seen to be met. Where nobody is shown the registrant, that alone is set aside here, and counts as unknown in the third table. By registry:',
  sinkholed:
    'Sinkholed: whether what the orders in force require of the name in the DNS (the servers that it is delegated to and the addresses that it leads to) was seen to be met. By registry:',
  done: 'Done: whether everything that the orders in force require of the name was seen to be met. By registry:',
};

export function seenPart({ report }: DeclarationParts): Part {
  const { totals, asOf, lastRun, ahead } = report;
  const keys = [...COUNTED, 'released', 'notListed', 'whole'] as const;
  const never = totals.neverChecked;
  return {
    title: `What was seen as of ${utcText(asOf)}`,
    paragraphs: [
      [
        paragraph(
          `The orders state ${totals.ordered} names; the schedules of the case file list ${totals.listed}. ${lastRun === null ? noneSeen(ahead) : never === 0 ? 'Each listed name was looked up at least once.' : `Of the listed names, ${never} were ${neverCountedWords({ ahead })}, and nothing is stated of them.`}`,
        ),
        ...table(
          ['', ...keys.map((key) => TOTAL_TITLES[key])],
          totalRows(totals).map((row) => [row.facet, ...keys.map((key) => row[key])]),
        ),
      ],
      ...REPORT_FACETS.map((facet) => byRegistry(report, facet)),
    ],
  };
}

/** Whoever signs has to know that a look is there, and why it is not counted. */
function noneSeen(ahead: DeclarationParts['report']['ahead']): string {
  return ahead?.runs === undefined
    ? 'None of them has been looked up.'
    : `No look at them counts: what is on record is of ${utcText(ahead.runs.first)} or later, which this machine's clock has not reached.`;
}

/** The last row is the sum of those above it. */
export function registryRows(
  { totals, registries }: DeclarationParts['report'],
  facet: ReportFacet,
): readonly (readonly [string, ...(number | string)[]])[] {
  const rows = registries.map((row) => ({ title: row.title, tally: row[facet], names: row.names }));
  const others = [
    { title: 'Released by a later order', names: totals.released },
    { title: 'Stated by the orders, in no schedule', names: Math.max(totals.ordered - totals.listed, 0) },
  ].filter(({ names }) => names > 0);
  const sum = rows.reduce((all, { names }) => all + names, 0) + others.reduce((all, { names }) => all + names, 0);
  return [
    ...rows.map(({ title, tally, names }) => [title, ...cells(tally), names] as const),
    ...others.map(({ title, names }) => [title, ...COUNTED.map(() => '-'), names] as const),
    ['Together', ...cells(tallyOf(totals, facet)), sum],
  ];
}

function cells(tally: Tally): readonly number[] {
  return COUNTED.map((key) => tally[key]);
}

function byRegistry(report: DeclarationParts['report'], facet: ReportFacet): readonly Block[] {
  return [
    paragraph(FACET_TELLS[facet]),
    ...table(['Registry', ...COUNTED.map((key) => TOTAL_TITLES[key]), 'names'], registryRows(report, facet)),
  ];
}

type Counts = Map<string, Record<'met' | 'unmet' | 'unknown', number>>;

/** By order, paragraph and relief. */
function countFindings({ names }: DeclarationParts['report']): ReadonlyMap<string, Counts> {
  const found = new Map<string, Counts>();
  for (const { findings } of names) {
    for (const { order, paragraph: number, relief, verdict } of findings) {
      const key = `${order}/${number}`;
      const counts: Counts = found.get(key) ?? new Map();
      const count = counts.get(relief) ?? { met: 0, unmet: 0, unknown: 0 };
      count[verdict] += 1;
      counts.set(relief, count);
      found.set(key, counts);
    }
  }
  return found;
}

/** Paragraphs of orders in force. */
export function paragraphsPart({ report, theCase }: DeclarationParts): Part {
  const found = countFindings(report);
  return {
    title: 'The words of the orders, and what was seen',
    paragraphs: report.paragraphs
      .filter(({ inForce }) => inForce)
      .map(({ order, paragraph: number, how }) => {
        const words = theCase.orders
          .find(({ id }) => id === order)
          ?.paragraphs.find((one) => one.number === number)?.text;
        const rows = [...(found.get(`${order}/${number}`) ?? [])].map(([relief, { met, unmet, unknown }]) => [
          wordWords(relief),
          met,
          unmet,
          unknown,
        ]);
        const seen = rows.length === 0 ? `Nothing of it is looked up (${how}).` : 'What was seen, in names:';
        return [
          paragraph(`Paragraph ${number} of the order "${order}", in the words of the case file:`),
          { kind: 'quote', children: [paragraph(words?.trim() ?? 'no words stated')] } as const,
          paragraph(seen),
          ...table(['Required', TOTAL_TITLES.met, TOTAL_TITLES.unmet, TOTAL_TITLES.unknown], rows),
        ];
      }),
  };
}
