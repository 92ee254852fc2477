// What a text of Markdown says, passage by passage, as its reader has it: emphasis, line breaks, entities and signs that nobody
// sees are gone, so that no word hides behind them.
import type { Nodes, Parents } from 'mdast';
import { drop } from '../../model/text/harmless.ts';
import { treeOf } from '../document/markdown.ts';

interface Passage {
  readonly text: string;
  /** Somebody else's words: it stands in a quote. */
  readonly isQuoted: boolean;
  /** Where it stands in the text, in characters. */
  readonly begin: number;
  readonly end: number;
}

export function passagesOf(markdown: string): readonly Passage[] {
  return below(treeOf(markdown), false);
}

function below(node: Nodes, isQuoted: boolean): readonly Passage[] {
  switch (node.type) {
    case 'root':
    case 'list':
    case 'listItem':
    case 'table':
    case 'tableRow':
      return (node as Parents).children.flatMap((child) => below(child, isQuoted));
    case 'blockquote':
      return node.children.flatMap((child) => below(child, true));
    default: {
      const begin = node.position?.start.offset ?? 0;
      return [{ text: wordsOf(node), isQuoted, begin, end: node.position?.end.offset ?? begin }];
    }
  }
}

function wordsOf(node: Nodes): string {
  return drop(saidBy(node)).replace(/\s+/g, ' ').trim();
}

function saidBy(node: Nodes): string {
  if ('value' in node) return node.value;
  if ('children' in node) return node.children.map(saidBy).join('');
  return node.type === 'break' ? ' ' : '';
}
