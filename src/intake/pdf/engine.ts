// The library that takes a PDF apart (pdf.js, as unpdf packs it), told to do nothing but that: no fonts of the machine, no
// pictures, no scripts, no network.
import { Unreadable } from '../outcome.ts';

type Library = typeof import('unpdf/pdfjs');
type Pdf = Awaited<ReturnType<Library['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

export interface Opened {
  readonly pdf: Pdf;
  /** Numbers of operators, by their names. */
  readonly ops: Readonly<Record<string, number>>;
  /** Opened with the empty password that anybody has. */
  readonly encrypted: boolean;
  close(): Promise<void>;
}

/** Node 20 does not have it yet, and the library hands fonts over with it. */
function mendArrayBuffer(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value: function transferToFixedLength(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const to = new ArrayBuffer(length);
      new Uint8Array(to).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return to;
    },
  });
}

export async function openPdf(file: string, octets: Uint8Array): Promise<Opened> {
  mendArrayBuffer();
  const { getDocument, OPS, VerbosityLevel } = await import('unpdf/pdfjs');
  const task = getDocument({
    // A copy: the library keeps the buffer for itself.
    data: Uint8Array.from(octets),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Pictures are never unpacked: their formats are large, and no name is read off them.
    maxImageSize: 0,
  });
  try {
    const pdf = await task.promise;
    const { info } = await pdf.getMetadata();
    const encrypted = 'EncryptFilterName' in info && info.EncryptFilterName !== null;
    return { pdf, ops: OPS, encrypted, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw asUnreadable(file, error);
  }
}

/** Told by its name: the classes of its errors are not all handed out. */
export function asUnreadable(file: string, error: unknown): Unreadable {
  if (error instanceof Unreadable) return error;
  if (error instanceof Error && error.name === 'PasswordException') {
    return new Unreadable({
      code: 'document-encrypted',
      message: `${file} can be opened with a password only.`,
      hint: 'Open it with its password and save a copy without one.',
    });
  }
  return new Unreadable({
    code: 'document-broken',
    message: `${file} begins like a PDF, but it cannot be read as one; it is damaged or cut off.`,
    hint: 'Fetch the file once more from where it came from.',
  });
}
