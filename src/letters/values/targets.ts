// Targets: what is to be true of names in the end. Names under other paragraphs may have another registrar or other name
// servers to go to, so a letter has as many targets as its names have, each with a letter of its own.

import type { Action } from '../../model/case/order.ts';
import type { LetterName, LetterTarget } from '../../model/letter/letter.ts';
import type { Name } from '../../model/name.ts';
import { letterMark } from '../../paper/outputs/list-marks.ts';

/** Of all the relief that one name is under. Statuses add up; of two registrars the later paragraph's counts. */
export function mergedTarget(figures: readonly LetterTarget[]): LetterTarget {
  const statuses = [...new Set(figures.flatMap((one) => one.statuses ?? []))];
  const states = [...new Set(figures.flatMap((one) => one.states ?? []))];
  return {
    ...Object.assign({}, ...figures),
    ...(statuses.length === 0 ? {} : { statuses }),
    ...(states.length === 0 ? {} : { states }),
  };
}

/**
 * The action as this letter asks for it. A later order that only redirects does not undo an earlier one that transfers, and
 * whoever is asked to redirect has no part in the transfer that others make.
 */
export function actionFor(action: Action, { registrar, nameServers }: LetterTarget): Action {
  if (action === 'redirect' && registrar !== undefined) return 'transfer';
  if (action === 'transfer' && registrar === undefined && nameServers !== undefined) return 'redirect';
  return action;
}

interface Target {
  /** `A`, `B`: in the order of the names. */
  readonly id: string;
  readonly figures: LetterTarget;
  readonly count: number;
}

export interface Targets {
  readonly all: readonly Target[];
  /** Absent where nothing can be said in figures. */
  of(name: LetterName): string | undefined;
  /** In what all agree that have it; what differs is left out, since it would be wrong for some. */
  readonly common: LetterTarget;
  /** Whether those that have it at all have it in more than one way. */
  differs(key: keyof LetterTarget): boolean;
}

export const NO_TARGETS: Targets = { all: [], of: () => undefined, common: {}, differs: () => false };

export function targetsOf(names: readonly LetterName[], targetOf: (name: LetterName) => LetterTarget): Targets {
  const counts = new Map<string, { readonly figures: LetterTarget; count: number }>();
  const keys = new Map<LetterTarget, string>();
  const keyOf = (figures: LetterTarget) => {
    const key = keys.get(figures) ?? JSON.stringify(figures);
    keys.set(figures, key);
    return key;
  };
  for (const name of names) {
    const figures = targetOf(name);
    if (Object.keys(figures).length === 0) continue;
    const one = counts.get(keyOf(figures)) ?? { figures, count: 0 };
    counts.set(keyOf(figures), one);
    one.count += 1;
  }
  const ids = new Map([...counts.keys()].map((key, at) => [key, letterMark(at + 1).toUpperCase()]));
  const all = [...counts].map(([key, one]) => ({ id: ids.get(key) ?? '', ...one }));
  const figures = all.map((one) => one.figures);
  return {
    all,
    of: (name) => ids.get(keyOf(targetOf(name))),
    common: commonOf(figures),
    differs: (key) => differs(figures, key),
  };
}

const SAME_OR_NONE = ['registrar', 'registrant', 'nameServers', 'statuses', 'states'] as const;

function commonOf(all: readonly LetterTarget[]): LetterTarget {
  const merged = mergedTarget(all);
  const differing: readonly string[] = SAME_OR_NONE.filter((key) => differs(all, key));
  const kept = Object.fromEntries(Object.entries(merged).filter(([key]) => !differing.includes(key)));
  const { glue } = everyServer(all);
  return Object.keys(glue).length === 0 ? kept : { ...kept, glue };
}

function differs(all: readonly LetterTarget[], key: keyof LetterTarget): boolean {
  return new Set(all.flatMap((one) => (one[key] === undefined ? [] : [JSON.stringify(one[key])]))).size > 1;
}

/** Every name server of every target, with the addresses that are known. */
export function everyServer(all: readonly LetterTarget[]): {
  readonly nameServers: readonly Name[];
  readonly glue: NonNullable<LetterTarget['glue']>;
} {
  return {
    nameServers: [...new Set(all.flatMap(({ nameServers }) => nameServers ?? []))],
    glue: Object.assign({}, ...all.map(({ glue }) => glue ?? {})),
  };
}
