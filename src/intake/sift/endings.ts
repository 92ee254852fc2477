// What the sifting has to know of the endings of names, and of whose names are no part of an order. Handed in: the public suffix
// list is large and is another room's.
import { isWithin, type Name, topLabel } from '../../model/name.ts';

export interface Endings {
  /** Whether names end so: a top-level domain of the list, or one that is reserved for examples. */
  isTop(label: string): boolean;
  /** `suffix`: a registry sells names under it. `shared`: somebody gives hosts under it to strangers. */
  standing(name: Name): 'suffix' | 'shared' | 'ordinary';
}

export interface Knowing {
  readonly endings: Endings;
  /** Domains of counsel, of the petitioner and of the sinkhole, as the case has them. */
  readonly own: readonly Name[];
}

/** Federal courts and those who write their orders (2026-11, the courts' own pages). */
const OF_COURTS = ['uscourts.gov', 'pacer.gov', 'supremecourt.gov', 'justice.gov', 'usdoj.gov'] as readonly string[];

export function isOwn(name: Name, own: readonly Name[]): boolean {
  return OF_COURTS.some((one) => name === one || name.endsWith(`.${one}`)) || own.some((one) => isWithin(name, one));
}

export function endsKnown(name: Name, { isTop }: Endings): boolean {
  return isTop(topLabel(name));
}
