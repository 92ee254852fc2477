// The letter as PDF/A-2a: tagged, searchable, fonts inside, no links and no scripts. Set by Typst from a fixed source of ours,
// to which the document is handed as data: nothing in it is ever read as markup.
import { defineOutput } from '../output.ts';
import { allText, withTexts } from './fonts/each-text.ts';
import { displayedOr, faceOf, facesFor, printable } from './fonts/faces.ts';
import { dataOf } from './pdf/data.ts';
import { setPages } from './pdf/engine.ts';

export const pdf = defineOutput({
  id: 'pdf',
  file: 'letter.pdf',
  media: 'application/pdf',
  make: async (document, house) => {
    const faces = facesFor(allText(document), house);
    const shown = withTexts(document, {
      text: (text) => printable(text, faces),
      displayed: (text) => displayedOr(text, faces),
    });
    const own = OWN.map((file) => faceOf(house, file));
    const data = dataOf(shown, { scripts: faces.extra.flatMap(({ font }) => font.families) });
    return setPages({ data, fonts: [...own, ...faces.extra].map(({ octets }) => octets), house, date: document.date });
  },
});

const OWN = ['serif', 'serif-bold', 'serif-italic', 'serif-bold-italic', 'mono', 'mono-bold'] as const;
