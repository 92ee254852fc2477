// What `takedown doctor` finds of one thing that asking the world needs.

/** `not-so` is known to be wrong; `unknown` could not be found out. */
export type Condition = 'fine' | 'not-so' | 'unknown';

export const DIAGNOSIS_GROUPS = ['network', 'answers', 'machine'] as const;
export type DiagnosisGroup = (typeof DIAGNOSIS_GROUPS)[number];

export interface Finding {
  readonly condition: Condition;
  /** One statement without a full stop; may hold text from outside. */
  readonly text: string;
  /** What to do about it; absent where all is fine. */
  readonly todo?: string;
}

export interface Diagnosis extends Finding {
  readonly group: DiagnosisGroup;
  /** In words: `DNS over UDP`. */
  readonly check: string;
}

/** A thing that is looked at by asking the world. */
export interface Examination {
  readonly group: DiagnosisGroup;
  readonly check: string;
  /** May take its time: whoever waits has a deadline of his own. */
  examine(signal: AbortSignal): Promise<Finding>;
}

export function fine(text: string): Finding {
  return { condition: 'fine', text };
}

export function notSo(text: string, todo: string): Finding {
  return { condition: 'not-so', text, todo };
}

export function unknown(text: string, todo?: string): Finding {
  return todo === undefined ? { condition: 'unknown', text } : { condition: 'unknown', text, todo };
}
