// Every output of a letter. Adding one is a file here and a line in this list. Loaded late: what is behind it is large.
import type { Output } from '../output.ts';
import { docx } from './docx.ts';
import { pdf } from './pdf.ts';
import { txt } from './txt.ts';

export const outputs: readonly Output[] = [docx, pdf, txt];
