// Text from outside in Markdown: it must not become markup, HTML, a link or a mention, whichever dialect shows it.
import { drop } from '../model/text/harmless.ts';

/** Dialects make links of these by themselves, and some do it after escapes were undone; in code none does. */
const LINKS_ITSELF = /:\/\/|www\.|@|mailto:|xmpp:/i;

export function mdText(text: string): string {
  const plain = drop(text).replaceAll(/\s+/g, ' ').trim();
  return LINKS_ITSELF.test(plain) ? mdCode(plain) : plain.replace(/[\\`*_[\]<>&|~#!$]/g, '\\$&');
}

/** As code, which is shown as it is; inside a table, too. */
export function mdCode(text: string): string {
  const plain = drop(text).replaceAll(/\s+/g, ' ').trim();
  if (plain === '') return '';
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const pad = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${plain.replaceAll('|', '\\|')}${pad}${fence}`;
}

interface MdColumn {
  readonly title: string;
  readonly right?: true;
}

/** Cells are Markdown already. */
export function* mdTable(columns: readonly MdColumn[], rows: Iterable<readonly string[]>): Iterable<string> {
  yield `| ${columns.map(({ title }) => title).join(' | ')} |\n`;
  yield `|${columns.map(({ right }) => (right === true ? '---:|' : '---|')).join('')}\n`;
  for (const row of rows) yield `| ${row.join(' | ')} |\n`;
}
