// What `--fail-on` makes of a look before service: an exit code. A gate that holds beats one that cannot tell.
import type { Precheck } from '../model/precheck.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { EXIT } from './exit.ts';
import { PRECHECK_GATES, type PrecheckGate } from './options.ts';

export function precheckGates(text: unknown): readonly PrecheckGate[] {
  if (typeof text !== 'string') return ['stop'];
  const given = text.split(',').map((word) => word.trim());
  const gates = given.flatMap((word) => PRECHECK_GATES.filter((gate) => gate === word));
  const stray = given.find((word) => !gates.some((gate) => gate === word));
  if (stray === undefined && !(gates.includes('never') && gates.length > 1)) return gates;
  const message = stray === undefined ? '--fail-on never stands alone.' : `--fail-on does not know "${stray}".`;
  throw new TakedownError('use', { code: 'unknown-gate', message, hint: `It knows ${PRECHECK_GATES.join(', ')}.` });
}

/** What is not known may be a reason to stop. */
export function precheckCode({ totals }: Pick<Precheck, 'totals'>, gates: readonly PrecheckGate[]): number {
  if (gates.includes('stop') && totals.stop > 0) return EXIT.gate;
  if (gates.includes('look') && totals.look + totals.stop > 0) return EXIT.gate;
  return !gates.includes('never') && totals.unknown > 0 ? EXIT.incomplete : EXIT.done;
}
