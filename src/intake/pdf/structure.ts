// The tree of the document's structure, where a file has one: which paragraph, item or cell a piece of the page belongs to.
import type { PdfPage } from './engine.ts';

type Tree = Awaited<ReturnType<PdfPage['getStructTree']>>;
type Owners = ReadonlyMap<string, string>;

/** Elements that text does not run across: ISO 32000-1, 14.8.4. */
const BLOCKS = /^(P|H|H[1-9]\d*|Title|LI|LBody|Lbl|TD|TH|Caption|Note|FENote|BlockQuote|TOCI|Div|Sect|Code)$/;

/**
 * Programs whose trees are made from the text's own paragraphs and cells. Others guess them from the lines of a finished page, and
 * then half a name is a paragraph. Seen in files that each of them made, 2026-11.
 */
const TRUSTED = [/^typst/i, /^skia\/pdf/i, /libreoffice/i, /^microsoft® (word|excel)/i, /^weasyprint/i, /^prince/i];

export function treeIsTrusted(producers: readonly string[]): boolean {
  return producers.some((producer) => TRUSTED.some((known) => known.test(producer)));
}

const DEEPEST = 200;

/** From the mark of a piece of content to its element. */
export function ownersIn(tree: Tree): Owners {
  const owners = new Map<string, string>();
  let count = 0;
  const visit = (node: unknown, owner: string | undefined, depth: number): void => {
    if (depth > DEEPEST || node === null || typeof node !== 'object') return;
    if (isContent(node)) {
      const mark = MARK.exec(String(node.id))?.[1];
      if (mark !== undefined && owner !== undefined) owners.set(mark, owner);
      return;
    }
    const block = blockOf(node);
    if (block !== undefined) count += 1;
    const own = block === undefined ? owner : `${block} ${count}`;
    for (const child of childrenOf(node)) visit(child, own, depth + 1);
  };
  visit(tree, undefined, 0);
  return owners;
}

const MARK = /_(mc\d+)$/;

function isContent(node: object): node is { readonly type: unknown; readonly id: unknown } {
  return 'type' in node && 'id' in node;
}

function blockOf(node: object): string | undefined {
  const role = 'role' in node ? String(node.role) : '';
  return BLOCKS.test(role) ? role : undefined;
}

function childrenOf(node: object): readonly unknown[] {
  return 'children' in node && Array.isArray(node.children) ? node.children : [];
}
