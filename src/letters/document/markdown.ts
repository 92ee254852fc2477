// Markdown of a filled template → blocks of the document. Only what Word, PDF and plain text can all show: the rest is a
// problem with its line, never dropped. Tables are the one extension: others turn plain words into links.
import type { Nodes, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { problem } from '../../casefile/problems.ts';
import { type ReadableText, readable } from '../../casefile/source.ts';
import type { Checked, Problem } from '../../model/problem.ts';
import type { Block, Inline } from '../../paper/document.ts';
import { plain, prose } from './print-text.ts';

/** The file of a draft that has the filled text: its lines are the ones that problems name. */
const FILLED_FILE = 'letter.md';

/** Word numbers 1., (a), (i); a fourth level has no number of its own. */
const DEEPEST_LIST = 3;

export function blocksOf(markdown: string): Checked<readonly Block[]> {
  const walk: Walk = { text: readable(FILLED_FILE, markdown), problems: [] };
  const value = treeOf(markdown).children.flatMap((node) => blockOf(node, walk, 0));
  return walk.problems.length > 0 ? { ok: false, problems: walk.problems } : { ok: true, value, problems: [] };
}

/** The one way in which Markdown is read here. */
export function treeOf(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

interface Walk {
  readonly text: ReadableText;
  readonly problems: Problem[];
}

/** What people call the parts that no output can show. */
const REFUSED: Readonly<Record<string, string>> = {
  html: 'HTML',
  image: 'a picture',
  imageReference: 'a picture',
  link: 'a link',
  linkReference: 'a link',
  definition: 'the target of a link',
  code: 'a block of code; text that is indented by four blanks or more is read as one',
  footnoteDefinition: 'a footnote',
  footnoteReference: 'a footnote',
};

function blockOf(node: RootContent, walk: Walk, depth: number): readonly Block[] {
  switch (node.type) {
    case 'heading':
      if (node.depth > 3) return refuse(node, walk, 'a heading of the fourth level or deeper');
      return [{ kind: 'heading', level: node.depth as 1 | 2 | 3, children: inlinesOf(node.children, walk) }];
    case 'paragraph':
      return [{ kind: 'paragraph', children: inlinesOf(node.children, walk) }];
    case 'blockquote':
      return [{ kind: 'quote', children: node.children.flatMap((child) => blockOf(child, walk, depth)) }];
    case 'list': {
      if (depth >= DEEPEST_LIST) return refuse(node, walk, 'a list of the fourth level');
      const items = node.children.map((item) => item.children.flatMap((child) => blockOf(child, walk, depth + 1)));
      return [{ kind: 'list', ordered: node.ordered === true, start: node.start ?? 1, items }];
    }
    case 'table':
      return [tableOf(node.children, walk)];
    case 'thematicBreak':
      return [{ kind: 'rule' }];
    default:
      return refuse(node, walk, REFUSED[node.type] ?? `a part called "${node.type}"`);
  }
}

/** Rows are made as long as the head: a cell that is left out at the end of a row is empty; none is left out of the letter. */
function tableOf(rows: readonly TableRow[], walk: Walk): Block {
  const width = rows[0]?.children.length ?? 0;
  for (const row of rows) {
    const extra = row.children[width];
    if (extra !== undefined) refuse(extra, walk, 'a row with more cells than the head of its table');
  }
  const [head = [], ...body] = rows.map((row) => row.children.map((cell) => inlinesOf(cell.children, walk)));
  return { kind: 'table', head, rows: body.map((row) => head.map((_, at) => row[at] ?? [])) };
}

function inlinesOf(nodes: readonly PhrasingContent[], walk: Walk): readonly Inline[] {
  const said = { last: '' };
  const all = (children: readonly PhrasingContent[]): readonly Inline[] =>
    children.flatMap((node) => inlineOf(node, walk, { said, all }));
  return all(nodes);
}

interface Line {
  /** The last character, by which a quote after it opens or closes. */
  readonly said: { last: string };
  readonly all: (children: readonly PhrasingContent[]) => readonly Inline[];
}

function inlineOf(node: PhrasingContent, walk: Walk, { said, all }: Line): readonly Inline[] {
  switch (node.type) {
    case 'text': {
      const text = prose(node.value, said.last);
      said.last = text.at(-1) ?? said.last;
      return [{ kind: 'text', text }];
    }
    case 'inlineCode': {
      const text = plain(node.value);
      said.last = text.at(-1) ?? said.last;
      return [{ kind: 'code', text }];
    }
    case 'strong':
    case 'emphasis':
      return [{ kind: node.type, children: all(node.children) }];
    case 'break':
      said.last = '';
      return [{ kind: 'break' }];
    default:
      return refuse(node, walk, REFUSED[node.type] ?? `a part called "${node.type}"`);
  }
}

function refuse(node: Nodes, walk: Walk, what: string): readonly never[] {
  const from = node.position?.start.offset ?? 0;
  const place = walk.text.place(from, node.position?.end.offset ?? from + 1);
  walk.problems.push(problem('letter-markdown', `The text has ${what}, which a letter cannot show.`, { place }));
  return [];
}
