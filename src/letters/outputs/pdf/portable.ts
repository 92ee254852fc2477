// Typst in WebAssembly, for machines that have no native library of it.
import type { Setter } from './engine.ts';

export async function portableSetter(_fonts: readonly Uint8Array[], _wasm: Uint8Array): Promise<Setter> {
  throw new Error('not yet');
}
