// The filed copies of orders, which go along with letters: handed out only where they are the octets that the case states.
import type { OrderCopy } from '../../model/case/order.ts';
import { sha256 } from '../../model/sha256.ts';
import { readInside } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';

type CopyReading =
  | { readonly ok: true; readonly octets: Uint8Array }
  | { readonly ok: false; readonly why: 'missing' | 'differs' };

export function readOrderCopy(paths: CasePaths, copy: OrderCopy): CopyReading {
  const source = readInside(paths.folder, copy.file, paths.folder);
  if (source === undefined) return { ok: false, why: 'missing' };
  const { octets } = source;
  const digest = sha256(octets);
  return digest === copy.sha256 ? { ok: true, octets } : { ok: false, why: 'differs' };
}
