// The document as fonts can show it, for outputs that are looked at: Word and PDF say the same, and neither has an empty box.
import type { LetterDocument } from '../document.ts';
import type { House } from '../output.ts';
import { allText, withTexts } from './each-text.ts';
import { displayedOr, type Faces, facesFor, printable } from './faces.ts';

export interface Shown {
  readonly document: LetterDocument;
  readonly faces: Faces;
}

export function shownIn(document: LetterDocument, house: House): Shown {
  const faces = facesFor(allText(document), house);
  const text = (said: string) => printable(said, faces);
  return { document: withTexts(document, { text, displayed: (said) => displayedOr(said, faces) }), faces };
}
