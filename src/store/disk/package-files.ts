// Reads the files that came with the program's packages: the fonts of letters, and the layout engine in its portable form.
// They are looked for as Node looks for packages, from the bundle upwards, and read once a process.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { OwnFile } from '../../model/letter/own-file.ts';

const NOTO_SERIF = '@expo-google-fonts/noto-serif';

/** Package and path. Taken from the packages' own files, last verified 2026-11. */
const PLACES: Readonly<Record<OwnFile, string>> = {
  serif: `${NOTO_SERIF}/400Regular/NotoSerif_400Regular.ttf`,
  'serif-bold': `${NOTO_SERIF}/700Bold/NotoSerif_700Bold.ttf`,
  'serif-italic': `${NOTO_SERIF}/400Regular_Italic/NotoSerif_400Regular_Italic.ttf`,
  'serif-bold-italic': `${NOTO_SERIF}/700Bold_Italic/NotoSerif_700Bold_Italic.ttf`,
  mono: 'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
  'mono-bold': 'dejavu-fonts-ttf/ttf/DejaVuSansMono-Bold.ttf',
  arabic: '@embedpdf/fonts-arabic/fonts/NotoNaskhArabic-Regular.ttf',
  hebrew: '@embedpdf/fonts-hebrew/fonts/NotoSansHebrew-Regular.ttf',
  devanagari: '@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  thai: '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
  chinese: '@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf',
  korean: '@embedpdf/fonts-kr/fonts/NotoSansKR-Regular.otf',
  'typst-wasm': '@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm',
};

const READ = new Map<OwnFile, Uint8Array>();

export function ownFile(file: OwnFile): Uint8Array {
  const known = READ.get(file);
  if (known !== undefined) return known;
  const octets = readFileSync(pathOf(PLACES[file]));
  READ.set(file, octets);
  return octets;
}

/** Packages that export only their entry are looked up by folder, not by their export map. */
function pathOf(place: string): string {
  const parts = place.split('/');
  const name = parts.slice(0, place.startsWith('@') ? 2 : 1).join('/');
  const rest = parts.slice(place.startsWith('@') ? 2 : 1).join('/');
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  for (const folder of folders) {
    const path = `${folder}/${name}/${rest}`;
    if (existsSync(path)) return path;
  }
  throw new Error(`The package ${name} is not installed: ${rest} is missing.`);
}
