// PDF files written by hand for tests: a content stream a page, in Helvetica, nothing compressed. Places are in points from the
// upper left corner of US Letter.

const HEIGHT = 792;

/** A line of text. `more` stands in front of it: colours, modes, marks. */
export function text(
  x: number,
  y: number,
  words: string,
  more: { size?: number; before?: string; font?: 'F1' | 'F2' } = {},
): string {
  const { size = 12, before = '', font = 'F1' } = more;
  const escaped = words.replace(/[\\()]/g, '\\$&');
  return `q ${before} BT /${font} ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm (${escaped}) Tj ET Q`;
}

/** Lines below each other. */
export function lines(
  x: number,
  y: number,
  words: readonly string[],
  more: { pitch?: number; size?: number } = {},
): string {
  const { pitch = 14, size = 12 } = more;
  return words.map((line, at) => text(x, y + at * pitch, line, { size })).join('\n');
}

/** A filled area. */
export function area(left: number, top: number, width: number, height: number, colour = '0 0 0'): string {
  return `q ${colour} rg ${left} ${HEIGHT - top - height} ${width} ${height} re f Q`;
}

/** A thin line from one place to another. */
export function rule(x: number, y: number, toX: number, toY: number): string {
  return `q 0.5 w ${x} ${HEIGHT - y} m ${toX} ${HEIGHT - toY} l S Q`;
}

export interface PdfExtras {
  /** Further entries of each page, of the catalogue, of the file's information. */
  readonly page?: string;
  readonly catalogue?: string;
  readonly info?: string;
  /** Further objects, from 100 on. */
  readonly objects?: readonly string[];
  /** What the page tree claims to hold. */
  readonly count?: number;
  /** In place of Courier, as F2. */
  readonly font?: string;
}

export function pdfOf(pages: readonly string[], extras: PdfExtras = {}): Uint8Array {
  const objects = new Map<number, string>();
  const kids = pages.map((_, at) => `${10 + at * 2} 0 R`).join(' ');
  objects.set(1, `<< /Type /Catalog /Pages 2 0 R ${extras.catalogue ?? ''} >>`);
  objects.set(2, `<< /Type /Pages /Kids [${kids}] /Count ${extras.count ?? pages.length} >>`);
  objects.set(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const courier = '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>';
  objects.set(4, extras.font ?? courier);
  objects.set(5, `<< /Producer (by hand) ${extras.info ?? ''} >>`);
  for (const [at, content] of pages.entries()) {
    const own = `/MediaBox [0 0 612 ${HEIGHT}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> ${extras.page ?? ''}`;
    objects.set(10 + at * 2, `<< /Type /Page /Parent 2 0 R /Contents ${11 + at * 2} 0 R ${own} >>`);
    objects.set(11 + at * 2, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  for (const [at, object] of (extras.objects ?? []).entries()) objects.set(100_000 + at, object);
  return written(objects);
}

function written(objects: ReadonlyMap<number, string>): Uint8Array {
  let out = '%PDF-1.7\n';
  const places: (readonly [number, number])[] = [];
  for (const [number, object] of objects) {
    places.push([number, out.length]);
    out += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const start = out.length;
  const rows = places.map(([number, place]) => `${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`);
  out += `xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size 1000000 /Root 1 0 R /Info 5 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}
