// Samples of all layouts, each file in the order in which they came to be known.
import { DK_TO_ASIA } from './dk-to-asia.ts';
import { LV_TO_KZ } from './lv-to-kz.ts';
import { NEXT_LINE } from './next-line.ts';
import { SIDE_BY_SIDE } from './side-by-side.ts';
import { TWO_LANGUAGES } from './two-languages.ts';
import { UK_TO_FI } from './uk-to-fi.ts';

export const LAYOUTS = [...UK_TO_FI, ...LV_TO_KZ, ...TWO_LANGUAGES, ...SIDE_BY_SIDE, ...NEXT_LINE, ...DK_TO_ASIA];
