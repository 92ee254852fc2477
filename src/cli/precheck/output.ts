// Where a look before service goes, and in which format: decided before anybody is asked, so that a slip costs nothing.
import type { PrecheckReport } from '../../reports/precheck/report.ts';
import type { Envelope } from '../../reports/report.ts';
import { ownFile } from '../../store/disk/package-files.ts';
import type { Call } from '../command.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { formatIn, writePieces } from '../typed/output-format.ts';

const FORMATS = { '.json': 'json', '.txt': 'text', '.md': 'md', '.pdf': 'pdf', '.docx': 'docx' } as const;
type Format = (typeof FORMATS)[keyof typeof FORMATS];

type PrintPrecheck = (report: PrecheckReport, envelope: Envelope) => Promise<void>;

export function precheckOutput(call: Call): PrintPrecheck {
  const { context, terminal, options } = call;
  const flags = { json: terminal.json };
  const { format, file } = formatIn({ output: options['output'], flags, formats: FORMATS, otherwise: 'text' });
  return async (report, envelope) => {
    if (file !== undefined) {
      const pieces = await piecesOf(format, report, envelope);
      await writePieces({ file, from: context.folder }, pieces);
    } else if (format === 'text') {
      const { precheckLines } = await import('../../reports/precheck/text.ts');
      await printLines(context.out, precheckLines(report, surfaceOf(terminal)));
    } else {
      await printPieces(context.out, await textPieces(format, report, envelope));
    }
  };
}

async function piecesOf(format: Format, report: PrecheckReport, envelope: Envelope) {
  if (format !== 'pdf' && format !== 'docx') return textPieces(format, report, envelope);
  const { precheckPages } = await import('../../reports/precheck/document.ts');
  const output =
    format === 'pdf'
      ? (await import('../../paper/outputs/pdf.ts')).pdf
      : (await import('../../paper/outputs/docx.ts')).docx;
  return [await output.make(precheckPages(report, envelope.toolVersion), { fonts: [], own: ownFile })];
}

async function textPieces(format: Format, report: PrecheckReport, envelope: Envelope): Promise<Iterable<string>> {
  if (format === 'json') {
    const [{ precheckDocument }, { jsonDocument, rowsOf }] = await Promise.all([
      import('../../reports/precheck/json.ts'),
      import('../../reports/json.ts'),
    ]);
    const { names, ...head } = precheckDocument(report, envelope);
    const { problems, ...rest } = head;
    return jsonDocument([...Object.entries(rest), ['names', rowsOf(names)], ['problems', rowsOf(problems)]]);
  }
  if (format === 'md') return (await import('../../reports/precheck/markdown.ts')).precheckMarkdown(report);
  const { precheckLines } = await import('../../reports/precheck/text.ts');
  const { PLAIN } = await import('../../reports/paint.ts');
  return [...precheckLines(report, { width: undefined, paint: PLAIN })].map((line) => `${line}\n`);
}
