// The drawing of the page for paper: the same lines, with the looks that the page's styles give them, and what its numbers stand for.
import type { Block } from '../../paper/document.ts';
import { burnUp, burnUpTold } from '../html/burn-up.ts';
import { marksOf } from '../html/chronicle.ts';
import type { CaseReport } from '../report/case-report.ts';
import { utcText } from '../report/report-words.ts';
import { table } from './text.ts';

const LOOKS =
  'text{font-family:"Noto Serif";font-size:13px;fill:#444}.label{font-size:14px;fill:#000}text.mark{font-size:11px;fill:#000}line.mark{stroke-dasharray:1 3}path.done{stroke:#000}';

/** Nothing where a line has no two points. */
export function drawingOf(report: CaseReport): readonly Block[] {
  const page = { report, prefix: '', level: 2 } as const;
  const [drawn, alt] = [burnUp(page), burnUpTold(report)];
  if (drawn === undefined || alt === undefined) return [];
  const svg = drawn.html
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace('>', `><style>${LOOKS}</style>`);
  const marks = marksOf(page).map(({ number, at, kind, texts }) => [
    number,
    utcText(at),
    `${kind.replaceAll('-', ' ')}: ${texts.join(', ')}`,
  ]);
  return [{ kind: 'drawing', svg, alt }, ...table(['No.', 'When', 'What'], marks)];
}
