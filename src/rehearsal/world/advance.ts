// From one day's world to the next: which names a step is about, what is done to them, what goes wrong.

import type {
  NameFault,
  NameStep,
  Scenario,
  ScenarioDay,
  ScenarioStep,
  ServerStep,
} from '../../model/case/scenario.ts';
import { type Name, nameOrNone, topLabel } from '../../model/name.ts';
import { act } from './actions.ts';
import type { Setting } from './setting.ts';
import type { ActiveFault, NameState, Remembered, World } from './world.ts';

/** The world on a day of the scenario, folded from the beginning. Days that the scenario does not name change nothing. */
export function worldOn(beginning: World, scenario: Scenario, day: number): World {
  const past = scenario.days.filter((entry) => entry.day <= day);
  const steps = past.reduce(advance, beginning);
  return {
    ...steps,
    at: past.at(-1)?.at ?? beginning.at,
    faults: past.flatMap((entry) => faultsOf(entry, day, steps)),
  };
}

function advance(world: World, day: ScenarioDay): World {
  return day.steps.reduce((before, step) => (step.step === 'names' ? play(before, step) : before), world);
}

/** The names that a step is about, in the order of the schedules. */
export function chosen(world: World, step: ScenarioStep): readonly Name[] {
  const subject = nameOrNone(step.subject);
  if (subject !== undefined && world.names.has(subject)) return [subject];
  const states = [...world.names.values()].filter((state) => concerns(step.subject, state));
  return choose(states, step).filter((name) => !step.but.includes(name));
}

function choose(states: readonly NameState[], step: ScenarioStep): readonly Name[] {
  const { names } = step;
  switch (names.choice) {
    case 'all':
      return states.map(({ name }) => name);
    case 'first':
      return states.slice(0, names.count).map(({ name }) => name);
    case 'named':
      return names.names;
    case 'rest':
      return states.filter((state) => !isDone(state, step)).map(({ name }) => name);
    default:
      return names satisfies never;
  }
}

function isDone(state: NameState, step: ScenarioStep): boolean {
  return step.step === 'names' && step.do.every((action) => state.did.includes(action));
}

/** A name server's fault may be about some names; those are chosen among all. */
function concerns(subject: string, state: NameState): boolean {
  if (subject.startsWith('.')) return subject === `.${topLabel(state.name)}`;
  return subject === state.registry || subject.includes('.');
}

function play(world: World, step: NameStep): World {
  const own = world.sinkholes.get(step.subject);
  if (own !== undefined) {
    return { ...world, sinkholes: new Map(world.sinkholes).set(step.subject, playOn(world, own, step)) };
  }
  const names = new Map(world.names);
  for (const name of chosen(world, step)) {
    const state = names.get(name);
    if (state !== undefined) names.set(name, playOn(world, state, step));
  }
  return { ...world, names };
}

function playOn(world: World, state: NameState, step: NameStep): NameState {
  const { fault, to, at } = step;
  const { setting } = world;
  const deed = { setting, at, ...(fault === undefined ? {} : { fault }), ...(to === undefined ? {} : { to }) };
  const after = step.do.reduce((before, action) => act(before, action, deed), state);
  return fault === undefined ? after : befallen(after, fault, { before: state, step, setting });
}

interface Befalling {
  readonly before: NameState;
  readonly step: NameStep;
  readonly setting: Setting;
}

/** The state with what goes wrong beside the actions; a stale DS is a matter of the action itself. */
function befallen(after: NameState, fault: NameFault, { before, step, setting }: Befalling): NameState {
  switch (fault) {
    case 'stale-ds':
      return after;
    case 'warm-cache':
      return before.registration === null ? after : { ...after, remembered: rememberedOf(before.registration, step) };
    case 'lame': {
      const second = setting.sinkholes[0]?.servers[1]?.host;
      return second === undefined ? after : { ...after, lameAt: [...after.lameAt, second] };
    }
    case 'left-over-mail':
      return { ...after, kept: [...after.kept, 'mail'] };
    case 'left-over-servers':
      return { ...after, kept: [...after.kept, 'servers'], lameAt: [...after.lameAt, ...after.old.nameServers] };
    case 'expired-signatures':
    case 'keys-unsigned':
      return { ...after, old: { ...after.old, broken: fault } };
    default:
      return fault satisfies never;
  }
}

function rememberedOf(registration: Pick<Remembered, 'nameServers' | 'ds'>, { at }: NameStep): Remembered {
  return { since: at, nameServers: registration.nameServers, ds: registration.ds };
}

function faultsOf(entry: ScenarioDay, day: number, world: World): readonly ActiveFault[] {
  const server = (step: ScenarioStep): step is ServerStep => step.step === 'server' && day <= step.until;
  return entry.steps.filter(server).map((step) => ({
    host: step.subject,
    fault: step.fault,
    ...(step.names.choice === 'all' && step.but.length === 0 ? {} : { names: new Set(chosen(world, step)) }),
  }));
}
