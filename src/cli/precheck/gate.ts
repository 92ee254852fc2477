// What `--fail-on` makes of a look before service: an exit code. A gate that holds beats one that cannot tell.
import type { Precheck } from '../../model/judged/precheck.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { isUnclear } from '../../precheck/weigh.ts';
import { EXIT } from '../exit.ts';
import { PRECHECK_GATES, type PrecheckGate } from '../options.ts';

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
export function precheckCode(table: Pick<Precheck, 'totals' | 'findings'>, gates: readonly PrecheckGate[]): number {
  const { totals, findings } = table;
  const whole = (severity: 'stop' | 'look'): boolean => findings.some((one) => one.severity === severity);
  const stops = totals.stop > 0 || whole('stop');
  if ((gates.includes('stop') || gates.includes('look')) && stops) return EXIT.gate;
  if (gates.includes('look') && (totals.look > 0 || whole('look'))) return EXIT.gate;
  const unknown = totals.unknown > 0 || isUnclear(table);
  return !gates.includes('never') && unknown ? EXIT.incomplete : EXIT.done;
}
