// The letter as PDF/A-2a: tagged, searchable, fonts inside, no links and no scripts. Set by Typst from a fixed source of ours,
// to which the document is handed as data: nothing in it is ever read as markup.
import { faceOf } from '../fonts/faces.ts';
import { shownIn } from '../fonts/shown.ts';
import { defineOutput } from '../output.ts';
import { dataOf } from '../pages/data.ts';
import { setPages } from '../pages/engine.ts';

export const pdf = defineOutput({
  id: 'pdf',
  file: 'letter.pdf',
  make: async (document, house) => {
    const { document: shown, faces } = shownIn(document, house);
    const fonts = [...OWN.map((file) => faceOf(house, file)), ...faces.extra].map(({ octets }) => octets);
    const data = dataOf(shown, { scripts: faces.extra.flatMap(({ font }) => font.families) });
    return setPages({ data, fonts, house, date: document.date });
  },
});

const OWN = ['serif', 'serif-bold', 'serif-italic', 'serif-bold-italic', 'mono', 'mono-bold'] as const;
