// The letter as pdf.
import { defineOutput } from '../output.ts';

export const pdf = defineOutput({
  id: 'pdf',
  file: 'letter.pdf',
  media: 'application/pdf',
  make: async (document) => new TextEncoder().encode(document.id),
});
