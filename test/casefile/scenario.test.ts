// rehearsal.yaml read: what people write becomes steps and instants, and what is wrong has a place. The shipped scenario
// is read too, against a case made of the shipped schedule.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCase } from '../../src/casefile/parse.ts';
import { parseScenario } from '../../src/casefile/scenario.ts';
import type { Scenario } from '../../src/model/case/scenario.ts';
import { worldOn } from '../../src/rehearsal/world/advance.ts';
import { beginningOf } from '../../src/rehearsal/world/beginning.ts';
import { settle } from '../../src/rehearsal/world/settle.ts';
import { inZone, type NameState } from '../../src/rehearsal/world/world.ts';
import { aCase } from '../rehearsal/support.ts';

function source(text: string) {
  return { file: 'rehearsal.yaml', octets: new TextEncoder().encode(text) };
}

function read(text: string): Scenario {
  const checked = parseScenario(source(text), aCase());
  if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join('\n'));
  return checked.value;
}

function complaints(text: string): readonly string[] {
  const { problems } = parseScenario(source(text), aCase());
  return problems.map(({ place, message, hint }) => `${place?.line}:${place?.column} ${message} ${hint ?? ''}`.trim());
}

describe('a scenario', () => {
  it.each(['2019-03-15T20:00:00Z', '2019-03-15T16:00:00-04:00', '2019-03-16T01:30:00+05:30'])(
    'has its days one after the other from %s on',
    (start) => {
      const { days } = read(`start: ${start}\ndays:\n  - day: 0\n  - day: 3\n`);
      expect(days.map(({ at }) => at)).toEqual(['2019-03-15T20:00:00Z', '2019-03-18T20:00:00Z']);
    },
  );

  it('becomes instants, at the offset of its start', () => {
    const scenario = read(`start: 2019-03-15T16:00:00-04:00
days:
  - day: 0
  - day: 3
    at: "17:30"
    check: false
    testers: { do: [lock, delegate], names: 2 of 3, at: "09:15" }
    journal:
      - { at: "10:00", event: served, recipient: testers, message-id: "<1@x>" }
`);
    expect(scenario.days[0]).toMatchObject({ at: '2019-03-15T20:00:00Z', check: true, steps: [], journal: [] });
    expect(scenario.days[1]).toEqual({
      day: 3,
      at: '2019-03-18T21:30:00Z',
      check: false,
      journal: [{ at: '2019-03-18T14:00:00Z', event: 'served', recipient: 'testers', messageId: '<1@x>' }],
      steps: [
        {
          step: 'names',
          subject: 'testers',
          at: '2019-03-18T13:15:00Z',
          do: ['lock', 'delegate'],
          names: { choice: 'first', count: 2, of: 3 },
          but: [],
        },
      ],
    });
  });

  it('knows servers by their faults, several steps of one subject, and the end', () => {
    const scenario = read(`start: 2019-03-15T16:00:00-04:00
days:
  - day: 0
    whois.nic.test: { fault: rate-limited, until: end }
    rdap.nic.test: { fault: slow }
    testers:
      - { do: lock, names: [alpha.test] }
      - { do: [transfer], names: rest, but: [bravo.test] }
  - day: 7
`);
    expect(scenario.days[0]?.steps).toMatchObject([
      { step: 'server', subject: 'whois.nic.test', fault: 'rate-limited', until: 7 },
      { step: 'server', subject: 'rdap.nic.test', fault: 'slow', until: 0 },
      { step: 'names', do: ['lock'], names: { choice: 'named', names: ['alpha.test'] } },
      { step: 'names', do: ['transfer'], names: { choice: 'rest' }, but: ['bravo.test'] },
    ]);
  });

  it.each([
    [
      'a stranger',
      'tester: { do: [lock] }',
      '4:5 "tester" is no registry and no name of this case. Did you mean "testers"?',
    ],
    [
      'a wrong server',
      'whois.nic.zon: { fault: slow }',
      '4:5 "whois.nic.zon" is no server of this rehearsal. Did you mean "whois.nic.zone"?',
    ],
    [
      'a wrong count',
      'testers: { do: [lock], names: 2 of 4 }',
      '4:5 "testers" has 3 names in this case, not 4. Write 2 of 3.',
    ],
    [
      'a wrong name',
      'testers: { do: [lock], but: [alpa.test] }',
      '4:5 "alpa.test" is no name of this case. Did you mean "alpha.test"?',
    ],
    [
      'a fault of nobody',
      'testers: { fault: stale-ds }',
      '4:5 "stale-ds" goes wrong with a name while something is done to it: add "do".',
    ],
    [
      'a server fault of a name',
      'alpha.test: { do: lock, fault: slow }',
      '4:5 "slow" is a fault of a server: write it under the server\'s host.',
    ],
    ['an empty step', 'testers: {}', '4:5 A step says what is done ("do") or what goes wrong.'],
    ['a stray "to"', 'alpha.test: { do: lock, to: 192.0.2.1 }', '4:5 "to" belongs to "revert".'],
  ])('complains about %s where it stands', (_, line, complaint) => {
    const said = complaints(`start: 2019-03-15T16:00:00-04:00\ndays:\n  - day: 0\n    ${line}\n`);
    expect(said.join('\n')).toContain(complaint);
  });

  it('complains about unknown actions, times and days out of order', () => {
    const bad =
      'start: 2019-03-15T16:00:00-04:00\ndays:\n  - day: 2\n    at: "25:00"\n    testers: { do: [lok] }\n  - day: 1\n';
    expect(complaints(bad).length).toBeGreaterThanOrEqual(2);
    expect(complaints('start: 2019-03-15T16:00:00-04:00\ndays:\n  - day: 2\n  - day: 1\n')[0]).toMatch(
      /^4:10 Day 1 stands/,
    );
  });
});

function shipped(file: string) {
  return { file, octets: readFileSync(`cases/${file}`) };
}

describe('the shipped scenario', async () => {
  const parsed = await parseCase({
    id: 'phosphorus',
    caseFile: shipped('phosphorus/case.yaml'),
    recipients: shipped('recipients.yaml'),
    read: (file) => shipped(`phosphorus/${file}`),
  });
  if (!parsed.ok) throw new Error('the shipped case has problems');
  const theCase = parsed.value;
  const checked = parseScenario(shipped('phosphorus/rehearsal.yaml'), theCase);

  it('fits the shipped case', () => {
    expect(checked.problems).toEqual([]);
    expect(theCase.schedules[0]?.names).toHaveLength(98);
  });

  it('records events of recipients that are listed', () => {
    if (!checked.ok) throw new Error('the scenario has problems');
    const ids = new Set(theCase.recipients.map(({ id }) => id));
    const entries = checked.value.days.flatMap(({ journal }) => journal);
    expect(entries.filter(({ recipient }) => recipient !== undefined && !ids.has(recipient))).toEqual([]);
    const operators = theCase.recipients.filter(({ role }) => role === 'registry-operator');
    expect(new Set(entries.flatMap(({ recipient }) => recipient ?? []))).toEqual(
      new Set(operators.map(({ id }) => id)),
    );
  });

  it('ends with most names where they should be, and with each fault somewhere', () => {
    if (!checked.ok) throw new Error('the scenario has problems');
    const scenario = checked.value;
    const world = worldOn(beginningOf(theCase, scenario, settle(theCase, scenario, 'seed')), scenario, 14);
    const states = [...world.names.values()];
    expect(states.filter(isSeized).length).toBeGreaterThanOrEqual(75);
    expect(states.filter(isSeized).length).toBeLessThanOrEqual(85);
    expect(states.filter(({ registration }) => registration === null)).toHaveLength(1);
    expect(states.filter(({ registration }) => (registration?.ds.length ?? 0) > 0).map(({ name }) => name)).toEqual([
      'com-mailbox.com',
    ]);
    expect(states.filter(({ registration }) => registration !== null && !inZone(registration))).toHaveLength(2);
    expect(states.filter(({ remembered }) => remembered !== undefined).map(({ name }) => name)).toEqual([
      'session-manager.info',
    ]);
    expect(world.faults.map(({ fault }) => fault).sort()).toEqual(['lame', 'rate-limited']);
  });
});

function isSeized({ registration }: NameState): boolean {
  return registration?.registrar.ianaId === 292 && registration.nameServers.includes('ns1.sinkhole.example' as never);
}
