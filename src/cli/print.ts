// Reports to a stream: lines gathered into blocks, so that a hundred thousand of them are not as many writes.
import type { Surface } from '../reports/paint.ts';
import { inBlocks, type Pieces } from '../store/disk/blocks.ts';
import type { Output } from './context.ts';
import type { Terminal } from './terminal/terminal.ts';

const BLOCK = 64 * 1024;

export async function printLines(output: Output, lines: Iterable<string>): Promise<void> {
  await printPieces(output, ended(lines));
}

function* ended(lines: Iterable<string>): Iterable<string> {
  for (const line of lines) yield `${line}\n`;
}

/** Pieces of one document, which bring their own line breaks. */
export async function printPieces(output: Output, pieces: Iterable<string | Uint8Array>): Promise<void> {
  let block = '';
  for (const piece of pieces) {
    if (isBroken(output)) return;
    if (typeof piece !== 'string') {
      if (block !== '') await output.write(block);
      block = '';
      await output.write(piece);
      continue;
    }
    block += piece;
    if (block.length < BLOCK) continue;
    await output.write(block);
    block = '';
  }
  if (block !== '') await output.write(block);
}

/** Pieces that are made while they are written. */
export async function printFlow(output: Output, pieces: AsyncIterable<string>): Promise<void> {
  let block = '';
  for await (const piece of pieces) {
    if (isBroken(output)) return;
    block += piece;
    if (block.length < BLOCK) continue;
    await output.write(block);
    block = '';
  }
  if (block !== '') await output.write(block);
}

/** Pieces that come when they are made, each good until the next one is asked for. */
export async function printStream(output: Output, pieces: Pieces): Promise<void> {
  for await (const block of inBlocks(pieces)) {
    if (isBroken(output)) return;
    await output.write(Uint8Array.from(block));
  }
}

/** Then the rest need not be made. */
function isBroken(output: Output): boolean {
  return output.broken?.() !== undefined;
}

export function surfaceOf({ width, paint, ascii }: Terminal): Surface {
  return { width, paint, ascii };
}
