// Pieces of a document gathered into larger ones, each as much as one write to a pipe takes: a large document is made of millions
// of small ones. A piece is never cut.

const LARGE = 64 * 1024;

export function* inLargePieces(pieces: Iterable<string>): Iterable<string> {
  let gathered = '';
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < LARGE) continue;
    yield gathered;
    gathered = '';
  }
  if (gathered !== '') yield gathered;
}
