// The letter as a Word file that a lawyer edits: real headings, clauses that Word numbers, page numbers from fields. On the
// built-in letterhead, or in the file that the firm designed itself. The same document gives the same octets.
import { shownIn } from '../fonts/shown.ts';
import { defineOutput } from '../output.ts';
import { builtIn } from '../word/built-in.ts';
import { inHouse } from '../word/house.ts';
import { stableZip } from '../word/stable-zip.ts';

export const docx = defineOutput({
  id: 'docx',
  file: 'letter.docx',
  make: async (document, house) => {
    const shown = shownIn(document, house);
    const file = house.reference === undefined ? await builtIn(shown) : await inHouse(shown, house.reference);
    return stableZip(file, document.date);
  },
});
