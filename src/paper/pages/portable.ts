// Typst in WebAssembly, for machines that have no native library of it. Its octets are handed in; nothing is fetched.
import { initSync, TypstCompilerBuilder, TypstFontResolverBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import type { Setter } from './engine.ts';
import { SOURCE } from './source.ts';

/** What `compile` gives: its own types say nothing about it. */
interface Compiled {
  readonly result?: Uint8Array;
  readonly diagnostics?: readonly { readonly message: string }[];
}

/** Diagnostics with their messages. */
const WITH_MESSAGES = 3;

export async function portableSetter(fonts: readonly Uint8Array[], wasm: Uint8Array): Promise<Setter> {
  initSync({ module: new Uint8Array(wasm) });
  const resolver = new TypstFontResolverBuilder();
  for (const font of fonts) resolver.add_raw_font(font);
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  const compiler = await builder.build();
  compiler.set_fonts(await resolver.build());
  compiler.add_source('/main.typ', SOURCE);
  return (data) => {
    compiler.map_shadow('/letter.json', new TextEncoder().encode(data));
    const { result, diagnostics }: Compiled = compiler.compile('/main.typ', undefined, 'pdf', WITH_MESSAGES);
    if (result !== undefined) return result;
    throw new Error(`Typst: ${(diagnostics ?? []).map(({ message }) => message).join('; ')}`);
  };
}
