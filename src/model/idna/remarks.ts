// What people have to know about an internationalised name that reads: it may be one that IDNA 2008 would not have made, one
// that older programs take for another, or one that mixes writings.
import { wrongInLabel } from './label.ts';
import { formerly } from './mapping.ts';
import { mixtureIn } from './scripts.ts';

interface NameRemark {
  readonly kind: 'not-idna-2008' | 'read-otherwise' | 'mixed-scripts';
  /** The end of a sentence that begins with the name. */
  readonly says: string;
}

/** `unicode`: the name in its U-label form. */
export function remarksOn(unicode: string): readonly NameRemark[] {
  const remarks: NameRemark[] = [];
  for (const label of unicode.split('.').filter((one) => BEYOND_ASCII.test(one))) {
    const wrong = wrongInLabel(label);
    if (wrong !== undefined) remarks.push({ kind: 'not-idna-2008', says: wrong });
    const mixture = mixtureIn(label);
    if (mixture.length > 0)
      remarks.push({ kind: 'mixed-scripts', says: `mixes ${mixture.join(' and ')} in "${label}"` });
  }
  const former = formerly(unicode);
  if (former !== undefined)
    remarks.push({ kind: 'read-otherwise', says: `is taken for ${former} by programs older than IDNA 2008` });
  return remarks;
}

const BEYOND_ASCII = /[\u0080-\uffff]/;
