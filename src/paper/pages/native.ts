// Typst as a native library. Its package is optional: the registry has it for Linux on x64 only, and where it is missing the
// portable engine does the work.
import { createRequire } from 'node:module';
import type { Setter } from './engine.ts';
import { SOURCE } from './source.ts';

const PACKAGES = [
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-musl',
];

/** The parts of it that are used. */
interface Native {
  readonly NodeCompiler: {
    create(given: { workspace: string; fontArgs: readonly { fontBlobs: readonly Buffer[] }[] }): Compiler;
  };
}

interface Compiler {
  mapShadow(path: string, octets: Buffer): void;
  pdf(source: { mainFileContent: string }, options: PdfOptions): Buffer;
  evictCache(age: number): void;
}

interface PdfOptions {
  readonly pdfStandard: 'a-2a';
  readonly pdfTags: boolean;
  /** Seconds since 1970. */
  readonly creationTimestamp: number;
}

/** No folder of this name is there, so nothing can be read from it. */
const NOWHERE = '/takedown-has-no-such-folder';

export function nativeSetter(fonts: readonly Uint8Array[]): Setter | undefined {
  const native = load();
  if (native === undefined) return undefined;
  const compiler = native.NodeCompiler.create({
    workspace: NOWHERE,
    fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font.buffer, font.byteOffset, font.byteLength)) }],
  });
  return (data, date) => {
    compiler.mapShadow(`${NOWHERE}/letter.json`, Buffer.from(data));
    const creationTimestamp = Date.parse(date) / 1000;
    const octets = compiler.pdf({ mainFileContent: SOURCE }, { pdfStandard: 'a-2a', pdfTags: true, creationTimestamp });
    // Without this a process keeps the letters that it made before: four hundred megabytes for one of 5,000 names.
    compiler.evictCache(0);
    return octets;
  };
}

function load(): Native | undefined {
  const require = createRequire(import.meta.url);
  for (const name of PACKAGES) {
    try {
      return require(name) as Native;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_DLOPEN_FAILED') throw error;
    }
  }
  return undefined;
}
