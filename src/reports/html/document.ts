// The page as one file that asks nobody for anything: its styles and its script stand in it, and its own policy lets a browser
// run and load nothing else.
import { createHash } from 'node:crypto';
import type { Reports } from '../report/case-report.ts';
import { caseParts, partsOf } from './case-parts.ts';
import { caseTitle, contents, factsList, marksLine, titleOf, underTitle } from './head.ts';
import { html, type Markup, ownText } from './markup.ts';
import type { CasePage } from './page.ts';
import { SCRIPT } from './script.ts';
import { severalParts } from './several.ts';
import { STYLE } from './style.ts';

export function* pageOf(reports: Reports): Iterable<string> {
  for (const { html: text } of markupOf(reports)) yield text;
}

function* markupOf(reports: Reports): Iterable<Markup> {
  const [only] = reports.cases;
  if (reports.all || only === undefined) {
    yield headOf(`${reports.cases.length} cases`);
    yield* severalParts(reports);
  } else {
    const page: CasePage = { report: only, prefix: '', level: 2 };
    yield headOf(titleOf(only));
    yield html`<header>
${marksLine(only.marks)}<h1>${caseTitle(page)}</h1>
${underTitle(page)}${factsList(page)}${contents(page, partsOf(page))}</header>
<main id="main" tabindex="-1">
`;
    yield* caseParts(page);
  }
  yield html`</main>
<footer><p>Made by takedown ${reports.toolVersion} from the case file and the record alone. This file loads nothing and sends nothing.</p></footer>
<script>${ownText(SCRIPT)}</script>
</body>
</html>
`;
}

const POLICY = [
  "default-src 'none'",
  `style-src '${hashOf(STYLE)}'`,
  `script-src '${hashOf(SCRIPT)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function headOf(title: string): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${ownText(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${title}</title>
<style>${ownText(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">To the report</a>
${HATCH}`;
}

/** What stands for *unknown* in a bar, also on paper without colours. */
const HATCH = html`<svg width="0" height="0" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/><path d="M0 0v5" stroke="#0f5c6e" stroke-width="2.5"/></pattern></defs></svg>
`;
