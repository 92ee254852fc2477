// The scenario of a case that brings none of its own: every registry complies within the week, and nothing goes wrong but
// one name that is late. Enough to see the whole tool at work on one's own case.
import type { Case } from '../model/case.ts';
import { addDays, type Instant, instantAt, millisecondsOf } from '../model/instant.ts';
import { byCodeUnit, topLabel } from '../model/name.ts';
import type { NameStep, Scenario, ScenarioAction, ScenarioDay } from '../model/scenario.ts';

const HOUR = 3_600_000;

export function ordinaryScenario(theCase: Case, start: Instant): Scenario {
  const registrable = theCase.schedules.flatMap(({ names }) => names.map((listed) => listed.registrable));
  const tlds = [...new Set(registrable.map((name) => `.${topLabel(name)}`))].sort(byCodeUnit);
  const late = registrable.at(-1);
  const doAll = (day: number, actions: readonly ScenarioAction[]): ScenarioDay => {
    const at = addDays(start, day);
    const common = { step: 'names', at: instantAt(millisecondsOf(at) - HOUR), do: actions } as const;
    const steps = tlds.map(
      (subject): NameStep => ({ ...common, subject, names: { choice: 'all' }, but: late === undefined ? [] : [late] }),
    );
    return { ...quiet(day, start), steps };
  };
  const days = [quiet(0, start), doAll(1, ['lock', 'delegate']), doAll(3, ['transfer']), quiet(5, start)];
  return { start, registries: {}, before: {}, days };
}

function quiet(day: number, start: Instant): ScenarioDay {
  return { day, at: addDays(start, day), steps: [], journal: [], check: true };
}
