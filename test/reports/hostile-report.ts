// A report in which everything that comes from outside tries to break out of the format that shows it.
import type { NameProgress } from '../../src/model/judged/progress.ts';
import type { CaseReport } from '../../src/reports/report/case-report.ts';
import { caseReport, ROWS } from './reports.ts';
import { CASE, PROGRESS } from './support.ts';

export const ATTACKS: readonly string[] = [
  '"><script>alert(1)</script>',
  '=HYPERLINK("http://evil.example","x")',
  "+1+cmd|'/C calc'!A0",
  '-2+3',
  '@SUM(1+1)',
  '\t=1+1',
  ' =1+1',
  '＝1+1',
  '|x',
  '| a | b |',
  '`code` ``two``',
  '`',
  '[x](javascript:alert(1))',
  '![x](http://evil.example/x.png)',
  'http://evil.example',
  'www.evil.example',
  'me@evil.example',
  '@everyone',
  '**bold** _it_ ~~no~~ $x$',
  '# heading',
  '\\',
  ']]><!--',
  '&amp; &#60;',
  '::error file=x::evil',
  'a\r\nb,"c"\nd',
  '\u001b]0;x\u0007\u001b[2J',
  '\u202egnp.exe\u2066',
  '\u0000\u0001\u0008\u000b\u001f\u007f\u0085',
  '\ud800 \ufffe \uffff',
  'Ünïcode ☃ 𝄞 例え',
];

/** What no format may let through: a line break is the format's own business. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
export const UNPRINTABLE = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202e\u2066]|\p{Surrogate}/u;

const [FIRST] = ROWS;

export function hostileRows(): readonly NameProgress[] {
  if (FIRST === undefined) throw new Error('the fixture has no rows');
  const row = FIRST;
  return ATTACKS.map((text, line) => ({
    ...row,
    line,
    transferred: 'unmet',
    done: 'unmet',
    seen: { registered: 'registered', registrar: { name: text } },
    findings: row.findings.map((finding) => ({ ...finding, verdict: 'unmet', reason: text })),
    notes: [{ word: 'warm-cache', text, citations: [] }],
  }));
}

/** In every place that text from outside can come to. */
export function hostileReport(): CaseReport {
  const attack = ATTACKS.join(' ');
  const theCase = { ...CASE, title: attack, docket: attack, petitioner: { name: attack, address: [attack] } };
  const progress = {
    ...PROGRESS,
    attention: ATTACKS.map((text) => ({ word: 'reverted', names: [], text })),
    due: PROGRESS.due.map((item) => ({ ...item, recipientName: attack })),
    registries: PROGRESS.registries.map((row) => ({ ...row, title: attack })),
  };
  return caseReport({ report: { theCase, progress } }, hostileRows());
}
