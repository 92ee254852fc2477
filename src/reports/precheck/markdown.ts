// A look before service in Markdown, for a repository or a mail: the totals, what was found, a row a name.
import { count } from '../../model/text/phrase.ts';
import { precheckWordRow } from '../../precheck/words.ts';
import { mdCode, mdTable, mdText } from '../markdown.ts';
import { caseWords, courtWords, utcDateWords, utcWords, wordWords } from '../say.ts';
import { partyWords, registrarWords, whyWords } from './names-text.ts';
import { groupsOf, type PrecheckReport, precheckMarks, SINKHOLE_WORDS } from './report.ts';
import { failureWords } from './servers-text.ts';

const NAMES_SHOWN = 20;

export function* precheckMarkdown(report: PrecheckReport): Iterable<string> {
  const { theCase, table } = report;
  yield `# ${mdText(caseWords(theCase.id))}: before service\n\n`;
  const marks = precheckMarks(report).map(mdText);
  if (marks.length > 0) yield `**${marks.join(' · ')}**\n\n`;
  yield `${mdText(theCase.title)}, ${mdText(theCase.docket)}. Looked at ${utcWords(table.asOf)}, run ${mdCode(table.run.id)}.\n\n`;
  const { go, look, stop, released, listed, unknown } = table.totals;
  const heads = ['go', 'look', 'stop', 'released', 'together', 'something unknown'];
  yield* mdTable(
    heads.map((title) => ({ title, right: true })),
    [[go, look, stop, released, listed, unknown].map(String)],
  );
  yield* findings(report);
  yield* servers(report);
  yield '\n## Names\n\n';
  yield* mdTable(
    ['Name', 'answer', 'registrar of record', 'expires', 'registry operator', 'sinkhole', 'why'].map((title) => ({
      title,
    })),
    table.names.map((row) => [
      mdCode(row.name),
      row.released ? 'released' : row.answer,
      mdText(registrarWords(row)),
      row.expires === undefined ? '–' : utcDateWords(row.expires),
      mdText(partyWords(row.registryOperator)),
      SINKHOLE_WORDS[row.sinkhole],
      mdText(whyWords(row)),
    ]),
  );
  yield `\n## Signed off\n\n${signedWords(report)}\n`;
}

function* findings({ table }: PrecheckReport): Iterable<string> {
  const groups = groupsOf(table);
  for (const [severity, title] of [
    ['stop', 'Stop'],
    ['look', 'Look'],
    ['note', 'Good to know'],
  ] as const) {
    const own = table.findings.filter((one) => one.severity === severity);
    const ofNames = groups.filter((one) => one.severity === severity);
    if (own.length + ofNames.length === 0) continue;
    yield `\n## ${title}\n\n`;
    for (const { word, text } of own) yield `- **${mdText(wordWords(word))}**: ${mdText(text)}. ${askOf(word)}\n`;
    for (const { word, names } of ofNames) {
      yield `- **${mdText(wordWords(word))}**, ${count(names.length, 'name')}. ${askOf(word)}\n`;
      for (const { row, finding } of names.slice(0, NAMES_SHOWN))
        yield `  - ${mdCode(row.name)}: ${mdText(finding.text)}\n`;
      if (names.length > NAMES_SHOWN) yield `  - and ${names.length - NAMES_SHOWN} more, in the table below\n`;
    }
  }
}

function askOf(word: string): string {
  const ask = precheckWordRow(word)?.ask ?? '';
  return ask === 'Nothing.' ? '' : mdText(ask);
}

function* servers({ table: { servers: all, readied } }: PrecheckReport): Iterable<string> {
  if (all.length === 0) return;
  yield `\n## The sinkhole’s servers\n\nAsked about ${readied.asked} of ${count(readied.of, 'name')}.\n\n`;
  yield* mdTable(
    ['Server', 'answers', 'over TCP', 'median', 'slowest', 'does not'].map((title) => ({ title })),
    all.map(({ server, asked, answered, overTcp, median, slowest, failures }) => [
      mdCode(server),
      `${answered} of ${asked}`,
      `${overTcp}`,
      median === undefined ? '–' : `${median} ms`,
      slowest === undefined ? '–' : `${slowest} ms`,
      mdText(failureWords(failures)),
    ]),
  );
}

function signedWords({ signed, theCase }: PrecheckReport): string {
  if (signed === undefined) return 'Nobody has signed this off yet.';
  const { at, by = '', note, evidence } = signed;
  const kept =
    evidence === undefined ? '' : ` Kept as ${mdCode(evidence.file)}, SHA-256 ${mdCode(evidence['sha-256'])}.`;
  return `By ${mdText(by)}, ${courtWords(at, theCase.court.timeZone)}.${note === undefined ? '' : ` ${mdText(note)}`}${kept}`;
}
