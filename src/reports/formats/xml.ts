// The report as XML: the published document, an element a field. What is not known is an element that says so (xsi:nil), instants
// are xs:dateTime, numbers and flags are those of XML Schema. A list has an element for each of its entries.
import type { CaseReport, Reports } from '../report/case-report.ts';
import { xmlText } from '../xml-text.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
export const REPORT_NAMESPACE = 'urn:takedown:report:1';
const NAMESPACES = `xmlns="${REPORT_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;

export function* render({ cases, unread, toolVersion }: Reports): Iterable<string> {
  yield `${HEAD}<reports ${NAMESPACES} tool-version="${xmlText(toolVersion)}">\n`;
  for (const report of cases) yield* caseElement(report);
  for (const { case: id, problems } of unread) yield `${element('unread', { case: id, problems }, '')}\n`;
  yield '</reports>\n';
}

function* caseElement({ names, ...about }: CaseReport): Iterable<string> {
  yield '<report>\n';
  for (const [key, value] of Object.entries(about)) yield `${element(key, value, ' ')}\n`;
  yield ' <names>\n';
  for (const row of names) yield `${element('entry', row, '  ')}\n`;
  yield ' </names>\n</report>\n';
}

/** `indent` is for those who look at it: only an element with elements in it is broken into lines. */
function element(key: string, value: unknown, indent: string): string {
  if (value === undefined) return '';
  if (value === null) return `${indent}<${key} xsi:nil="true"/>`;
  if (typeof value !== 'object') return `${indent}<${key}>${xmlText(`${value}`)}</${key}>`;
  const inside = Array.isArray(value)
    ? value.map((one) => element('entry', one, `${indent} `))
    : Object.entries(value).map(([name, one]) => element(tagOf(name), one, `${indent} `));
  const lines = inside.filter((line) => line !== '');
  return lines.length === 0 ? `${indent}<${key}/>` : `${indent}<${key}>\n${lines.join('\n')}\n${indent}</${key}>`;
}

/** Keys are the program's own, and all of them are names in XML. */
function tagOf(key: string): string {
  return key.replace(/[^A-Za-z0-9._-]/g, '_');
}
