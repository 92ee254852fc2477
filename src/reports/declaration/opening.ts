// Who declares, under which orders, and how what follows was found out.
import { count } from '../../model/text/phrase.ts';
import type { Block } from '../../paper/document.ts';
import { paragraph, table } from '../paged/text.ts';
import { CLOCK_WORDS, courtText, utcText } from '../report/report-words.ts';
import { blank } from './blank.ts';
import type { DeclarationParts } from './declaration.ts';
import type { Part } from './numbered.ts';
import { isSimulated } from './simulated.ts';

export function declarantPart({ declarant, report }: DeclarationParts): Part {
  const { name, role, basis } = declarant;
  return {
    title: 'Declarant',
    paragraphs: [
      [paragraph(`I, ${name ?? blank('name')}, declare as follows. My role is: ${role ?? blank('role')}.`)],
      [paragraph(`The basis of my knowledge is: ${basis ?? blank('basis of knowledge')}.`)],
      [
        paragraph(
          `Part III describes the record that this declaration reports. Wherever it says that something was seen, that is what the record shows as of ${utcText(report.asOf)}; of each name, Exhibit A cites the lines that show it. It says nothing of any later time.`,
        ),
      ],
    ],
  };
}

export function ordersPart({ report }: DeclarationParts): Part {
  const rows = report.orders.map(({ id, title, docketEntry, entered, expires, inForce }) => [
    `${title} (${id})`,
    docketEntry === null ? 'none stated' : `${docketEntry}`,
    courtText(entered, report),
    expires === null ? 'until a further order' : courtText(expires, report),
    inForce ? 'yes' : 'no',
  ]);
  const head = ['Order', 'Docket entry', 'Entered', 'Ends', 'In force at the instant'];
  const doubt = report.illustrative
    ? ' The case file is marked illustrative: these terms have not been compared with the text of any order.'
    : '';
  return {
    title: 'The orders',
    paragraphs: [
      [
        paragraph(
          rows.length === 0
            ? `The case file states no order entered by ${utcText(report.asOf)}.`
            : `The case file states these orders, entered by ${utcText(report.asOf)}.${doubt}`,
        ),
        ...table(head, rows),
      ],
    ],
  };
}

export function methodPart({ report, toolVersion }: DeclarationParts): Part {
  return { title: 'Method', paragraphs: [runsTold(report, toolVersion), asked(report), verdictsTold()] };
}

function runsTold(report: DeclarationParts['report'], toolVersion: string): readonly Block[] {
  const { runs, tools, caseDigest } = report.method;
  const [first] = runs;
  const last = runs.at(-1);
  if (first === undefined || last === undefined) {
    return [
      paragraph(
        `No lookup of any name is on record by ${utcText(report.asOf)}. This declaration was set by takedown ${toolVersion} from the case file with the SHA-256 digest ${caseDigest}.`,
      ),
    ];
  }
  const simulated = isSimulated(report)
    ? ' At least one of these runs asked a simulated network, or the case is a rehearsal: what it reports was not observed on the internet.'
    : '';
  return [
    paragraph(
      `The names were looked up in ${count(runs.length, 'run')} of the program ${tools.join(', ')}, the first begun ${utcText(first.started)} and the last ended ${utcText(last.ended)}. Each run kept what was asked, of whom, when, and the octets that were received. This declaration was set by takedown ${toolVersion} from that record and from the case file with the SHA-256 digest ${caseDigest}.${simulated}`,
    ),
    ...(report.unfinished.length === 0
      ? []
      : [paragraph(`Begun and not finished, and not counted: ${report.unfinished.map(({ id }) => id).join(', ')}.`)]),
  ];
}

const LOOKUP_HEAD = ['Lookup, in the newest run', 'Names'] as const;

function asked({ method }: DeclarationParts['report']): readonly Block[] {
  const places = method.vantages.map(
    ({ host, resolvers }) =>
      `${host}${resolvers.length === 0 ? '' : `, through the resolvers ${resolvers.join(', ')}`}`,
  );
  return [
    paragraph(
      `${places.length === 0 ? 'No machine has asked yet.' : `The questions were asked from: ${places.join('; ')}.`} ${CLOCK_WORDS}`,
    ),
    ...table(
      LOOKUP_HEAD,
      method.lookups.map(({ lookup, names }) => [lookup, names]),
    ),
  ];
}

function verdictsTold(): readonly Block[] {
  return [
    paragraph(
      'A requirement of an order is reported as met, or as not yet met, only where an answer that was received shows it. Where no answer came, where it was refused or could not be read, or where it shows nothing of the matter, it is reported as unknown. Unknown is counted by itself; it is not a statement either way.',
    ),
  ];
}
