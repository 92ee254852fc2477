// The letter as docx.
import { defineOutput } from '../output.ts';

export const docx = defineOutput({
  id: 'docx',
  file: 'letter.docx',
  media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  make: async (document) => new TextEncoder().encode(document.id),
});
