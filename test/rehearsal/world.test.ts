// The world as a value: what steps do to names, and that the same seed makes the same world.
import { describe, expect, it } from 'vitest';
import type { ScenarioAction, ScenarioStep } from '../../src/model/case/scenario.ts';
import { chosen, worldOn } from '../../src/rehearsal/world/advance.ts';
import { beginningOf } from '../../src/rehearsal/world/beginning.ts';
import { settle } from '../../src/rehearsal/world/settle.ts';
import { inZone, isLameFor, type World } from '../../src/rehearsal/world/world.ts';
import { name } from '../support/values.ts';
import { aCase, aScenario, faulty, step } from './support.ts';

function worldAfter(days: readonly (readonly ScenarioStep[])[], on = days.length - 1, seed = 'seed'): World {
  const scenario = aScenario(days);
  const theCase = aCase();
  return worldOn(beginningOf(theCase, scenario, settle(theCase, scenario, seed)), scenario, on);
}

function stateIn(world: World, text: string) {
  const state = world.names.get(text);
  if (state === undefined) throw new Error(`${text} is not in the world`);
  return state;
}

describe('the world', () => {
  it('is the same for the same seed and another for another', () => {
    expect(worldAfter([[]]).names).toEqual(worldAfter([[]]).names);
    expect(worldAfter([[]], 0, 'other').names).not.toEqual(worldAfter([[]]).names);
  });

  it('locks, transfers and delegates', () => {
    const world = worldAfter([[], [step('testers', { do: ['lock', 'transfer', 'delegate'] })]]);
    const { registration } = stateIn(world, 'alpha.test');
    expect(registration?.registrar.ianaId).toBe(292);
    expect(registration?.nameServers).toEqual(['ns1.sinkhole.example', 'ns2.sinkhole.example']);
    expect(registration?.statuses).toContain('serverUpdateProhibited');
    expect(registration?.registrant).toEqual({ shown: 'stated', organisation: 'Acme Corporation' });
    expect(stateIn(world, 'delta.zone').registration?.registrar.ianaId).not.toBe(292);
  });

  it('does not know on a day what comes later', () => {
    const days = [[], [step('testers', { do: ['hold'] })]];
    expect(inZone(stateIn(worldAfter(days, 0), 'alpha.test').registration)).toBe(true);
    expect(inZone(stateIn(worldAfter(days, 1), 'alpha.test').registration)).toBe(false);
  });

  it('does a part, and then the rest but for some', () => {
    const first = step('testers', { do: ['lock'], names: { choice: 'first', count: 1, of: 3 } });
    const rest = step('testers', { do: ['lock'], names: { choice: 'rest' }, but: [name('charlie.test')] });
    const world = worldAfter([[first]]);
    expect(chosen(world, rest)).toEqual(['bravo.test']);
    expect(stateIn(worldAfter([[first], [rest]]), 'charlie.test').did).toEqual([]);
  });

  it('leaves a DS behind where that goes wrong, and drops it otherwise', () => {
    const world = worldAfter(
      [
        [step('alpha.test', { do: ['delegate'], fault: 'stale-ds' }), step('bravo.test', { do: ['delegate'] })],
        [step('alpha.test', { do: ['drop-ds'] })],
      ],
      0,
    );
    expect(stateIn(world, 'alpha.test').registration?.ds).toHaveLength(1);
    expect(stateIn(world, 'bravo.test').registration?.ds).toEqual([]);
  });

  it('had the DS before the day on which it became stale', () => {
    const world = worldAfter([[], [step('alpha.test', { do: ['delegate'], fault: 'stale-ds' })]], 0);
    expect(stateIn(world, 'alpha.test').registration?.ds).toHaveLength(1);
  });

  it('reverts to the old delegation with another web server', () => {
    const to = '203.0.113.9' as never;
    const world = worldAfter([
      [step('alpha.test', { do: ['delegate'] })],
      [step('alpha.test', { do: ['revert'], to })],
    ]);
    const state = stateIn(world, 'alpha.test');
    expect(state.registration?.nameServers).toEqual(state.old.nameServers);
    expect(state.old.web).toBe(to);
  });

  it('ends the faults of servers on their last day', () => {
    const days = [
      [
        faulty('ns2.sinkhole.example', {
          fault: 'lame',
          names: { choice: 'named', names: [name('alpha.test')] },
          until: 1,
        }),
      ],
      [],
      [],
    ];
    const lame = (on: number, text: string) => {
      const world = worldAfter(days, on);
      return isLameFor(world, 'ns2.sinkhole.example', stateIn(world, text));
    };
    expect([lame(1, 'alpha.test'), lame(1, 'bravo.test'), lame(2, 'alpha.test')]).toEqual([true, false, false]);
  });

  it.each([
    ['hold, then unhold', ['hold', 'unhold'], true, 'clientTransferProhibited'],
    ['lock, then unlock', ['lock', 'unlock'], true, 'clientTransferProhibited'],
    ['expire', ['expire'], false, 'clientTransferProhibited redemptionPeriod'],
  ] as const)('after %s', (_, actions, isThere, statuses) => {
    const { registration } = stateIn(worldAfter([[step('alpha.test', { do: actions })]]), 'alpha.test');
    expect([inZone(registration), registration?.statuses.join(' ')]).toEqual([isThere, statuses]);
  });

  it('registers what nobody had, and leaves alone what nobody has', () => {
    const before = { before: { 'alpha.test': { registered: 'never' } } } as const;
    const on = (actions: readonly ScenarioAction[]) => {
      const scenario = aScenario([[step('alpha.test', { do: actions })]], before);
      const theCase = aCase();
      const world = worldOn(beginningOf(theCase, scenario, settle(theCase, scenario, 'seed')), scenario, 0);
      return stateIn(world, 'alpha.test').registration;
    };
    expect(on(['lock', 'transfer'])).toBeNull();
    expect(on(['register', 'delegate'])).toMatchObject({ registrar: { ianaId: 292 }, ds: [] });
  });

  it('keeps a withheld registrant withheld', () => {
    const scenario = aScenario([[step('testers', { do: ['transfer'] })]], {
      before: { 'alpha.test': { registrant: 'redacted' } },
    });
    const theCase = aCase();
    const world = worldOn(beginningOf(theCase, scenario, settle(theCase, scenario, 'seed')), scenario, 0);
    expect(stateIn(world, 'alpha.test').registration?.registrant).toEqual({ shown: 'redacted' });
  });
});
