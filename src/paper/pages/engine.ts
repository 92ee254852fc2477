// The layout engine: Typst as a native library where the registry has one for this machine (PDF/A-2a), and otherwise the
// same engine in WebAssembly, which makes the same pages as a tagged PDF without the mark of PDF/A. It reads no file: its source, its data and its
// fonts are handed to it.
import type { LocalDate } from '../../model/instant.ts';
import type { House } from '../output.ts';
import { nativeSetter } from './native.ts';

interface Pages {
  /** JSON. */
  readonly data: string;
  readonly fonts: readonly Uint8Array[];
  readonly house: House;
  readonly date: LocalDate;
}

/** Sets one letter; the fonts were given when it was made. */
export type Setter = (data: string, date: LocalDate) => Uint8Array;

/** One for each set of fonts: making one takes longer than setting a letter. */
const MADE = new WeakMap<House, { readonly fonts: readonly Uint8Array[]; readonly setter: Promise<Setter> }[]>();

export async function setPages({ data, fonts, house, date }: Pages): Promise<Uint8Array> {
  const known = MADE.get(house) ?? [];
  MADE.set(house, known);
  let found = known.find(
    (one) => one.fonts.length === fonts.length && one.fonts.every((font, at) => font === fonts[at]),
  );
  if (found === undefined) {
    found = { fonts, setter: setterFor(fonts, house) };
    known.push(found);
  }
  return (await found.setter)(data, date);
}

/** The portable engine is loaded only where it is needed: it is 28 MB. */
async function setterFor(fonts: readonly Uint8Array[], house: House): Promise<Setter> {
  const native = nativeSetter(fonts);
  if (native !== undefined) return native;
  const { portableSetter } = await import('./portable.ts');
  return portableSetter(fonts, house.own('typst-wasm'));
}
