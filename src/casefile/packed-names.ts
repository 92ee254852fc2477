// The names of a schedule in the form in which they are remembered: a hundred thousand are read back in a fraction of the time
// that their whole form takes.

import type { Case, Schedule, ScheduledName } from '../model/case/case.ts';
import type { Name } from '../model/name.ts';

/** A name by itself is registrable, is shown as it is written and stands on the line behind the one before it. */
type PackedName = Name | ScheduledName;

/** A case as text can hold it with many names. */
export type PackedCase = Omit<Case, 'schedules'> & {
  readonly schedules: readonly (Omit<Schedule, 'names'> & { readonly names: readonly PackedName[] })[];
};

export function packed(theCase: Case): PackedCase {
  return { ...theCase, schedules: theCase.schedules.map((one) => ({ ...one, names: packedNames(one.names) })) };
}

export function unpacked(theCase: PackedCase): Case {
  return { ...theCase, schedules: theCase.schedules.map((one) => ({ ...one, names: unpackedNames(one.names) })) };
}

function packedNames(names: readonly ScheduledName[]): readonly PackedName[] {
  return names.map((one, at) => {
    const { name, unicode, registrable, line } = one;
    return unicode === name && registrable === name && line === lineOf(names[at - 1]) + 1 ? name : one;
  });
}

function unpackedNames(packed: readonly PackedName[]): readonly ScheduledName[] {
  let line = 0;
  return packed.map((one) => {
    line = typeof one === 'string' ? line + 1 : one.line;
    return typeof one === 'string' ? { name: one, unicode: one, registrable: one, line } : one;
  });
}

function lineOf(name: ScheduledName | undefined): number {
  return name?.line ?? 0;
}
