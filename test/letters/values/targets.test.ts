import { describe, expect, test } from 'vitest';
import { scheduleOf } from '../../../src/letters/document/schedule.ts';
import { shortWords } from '../../../src/letters/document/target-words.ts';
import { fill } from '../../../src/letters/filling/fill.ts';
import { valuesOf } from '../../../src/letters/values/make-values.ts';
import { actionFor } from '../../../src/letters/values/targets.ts';
import type { LetterValues } from '../../../src/letters/values/values.ts';
import type { Case } from '../../../src/model/case/case.ts';
import type { LocalDate } from '../../../src/model/instant.ts';
import { CELL_PADDING, NAME_ADVANCE, SMALLEST_NAME } from '../../../src/paper/measures.ts';
import { order, paragraph, relief } from '../../relief/literals.ts';
import { name } from '../../support/values.ts';
import { FIRST_DAY, letterCase, letterTo, lookedAt, ONE, TWO, template, UNTOUCHED } from '../desk.ts';
import { nameValues, sampleValues, TARGET } from '../sample-letter.ts';
import { shippedTemplates } from '../shipped.ts';

const THREE = name('three.example');

/** One schedule goes to one registrar and sinkhole, the other to another; a third has no sinkhole. */
function splitCase(): Case {
  const scheduled = (one: typeof ONE, line: number) => ({ name: one, unicode: one, registrable: one, line });
  const whole = letterCase();
  const [dcu] = Object.values(whole.sinkholes);
  if (dcu === undefined) throw new Error('the case has no sinkhole');
  const moves = (registrar: string) => relief('registrar-of-record', { registrar });
  const delegates = (sinkhole: string) => relief('delegated-to', { sinkhole });
  return letterCase({
    registrars: { ...whole.registrars, other: { name: 'Other Registrar', ianaId: 1001 } },
    sinkholes: { dcu, second: { ...dcu, nameServers: [name('ns.second.example')] } },
    schedules: [
      { id: 'appendix-a', file: 'a', names: [scheduled(ONE, 1)] },
      { id: 'appendix-b', file: 'b', names: [scheduled(TWO, 1)] },
      { id: 'appendix-c', file: 'c', names: [scheduled(THREE, 1)] },
    ],
    orders: [
      order('tro', [
        paragraph('1', [moves('custodian'), delegates('dcu')], { appliesTo: ['appendix-a'] }),
        paragraph('2', [moves('other'), delegates('second')], { appliesTo: ['appendix-b'] }),
        paragraph('3', [relief('held')], { appliesTo: ['appendix-c'] }),
      ]),
    ],
  });
}

function values(theCase: Case): LetterValues {
  const looked = lookedAt(FIRST_DAY, { [ONE]: UNTOUCHED, [TWO]: UNTOUCHED, [THREE]: UNTOUCHED });
  const planned = letterTo('exreg', { theCase, looked });
  const context = { theCase, asOf: FIRST_DAY, letterId: 'x', date: '2019-03-15' as LocalDate, journal: [], issued: [] };
  return valuesOf(planned, { ...context, template: template() });
}

describe('targets', () => {
  test('are as many as the paragraphs of the names make, and nothing is said of all that is wrong for some', () => {
    const made = values(splitCase());
    expect(made.names.map((one) => [one.name, one.target])).toEqual([
      [ONE, 'A'],
      [TWO, 'B'],
      [THREE, 'C'],
    ]);
    expect(made.targets.map(({ id, registrar, name_servers }) => [id, registrar?.iana_id, name_servers])).toEqual([
      ['A', 292, ['ns1.sinkhole.example', 'ns2.sinkhole.example']],
      ['B', 1001, ['ns.second.example']],
      ['C', undefined, []],
    ]);
    expect(made.target).toMatchObject({ name_servers: [], registrar_differs: true, name_servers_differ: true });
    expect(made.target.registrar).toBeUndefined();
  });

  test('stand above the table whole, and in every row short', () => {
    const schedule = scheduleOf(values(splitCase()));
    expect(schedule?.notes.map((note) => note.replaceAll('\u00a0', ' '))).toEqual([
      'Target A, of 1 name: registrar of record MarkMonitor Inc. (IANA ID 292), account 4711, auth codes to in@custodian.example; name servers ns1.sinkhole.example, ns2.sinkhole.example and no other.',
      'Target B, of 1 name: registrar of record Other Registrar (IANA ID 1001); name server ns.second.example and no other.',
      'Target C, of 1 name: on hold, not in the zone.',
    ]);
    const at = schedule?.columns.findIndex(({ title }) => title === 'Target') ?? -1;
    expect(schedule?.rows.map((row) => row[at]?.replaceAll('\u00a0', ' '))).toEqual([
      'A: MarkMonitor Inc. (292); ns1.sinkhole.example +1',
      'B: Other Registrar (1001); ns.second.example',
      'C: on hold, not in the zone',
    ]);
  });

  test('need no letter where there is one for all', () => {
    const schedule = scheduleOf(sampleValues());
    expect(schedule?.notes.map((note) => note.slice(0, 48).replaceAll('\u00a0', ' '))).toEqual([
      'Target of every name: registrar of record MarkMo',
    ]);
    const at = schedule?.columns.findIndex(({ title }) => title === 'Target') ?? -1;
    expect(schedule?.rows[0]?.[at]).toBe('MarkMonitor Inc. (292); ns1.sinkhole.example +1');
  });

  test('give their place to a long label, and stand in the rows as a letter', () => {
    const names = [nameValues(`${'a'.repeat(63)}.example`, 1), ...sampleValues().names.slice(-9)];
    const schedule = scheduleOf(sampleValues({ names }));
    expect(schedule?.notes[0]).toMatch(/^Target A, of every name: /);
    const titles = schedule?.columns.map(({ title }) => title) ?? [];
    expect(schedule?.rows.map((row) => row[titles.indexOf('Target')])).toEqual(Array(10).fill('A'));
    const width = schedule?.columns[titles.indexOf('Domain name')]?.width ?? 0;
    expect(width).toBeGreaterThan(64 * SMALLEST_NAME * NAME_ADVANCE + CELL_PADDING);
  });

  test('stand by letter in a table that asks something else, where there are several', () => {
    const { letter } = sampleValues();
    const split = values(splitCase());
    const titles = (of: LetterValues) => scheduleOf(of)?.columns.map(({ title }) => title);
    for (const purpose of ['confirm', 'remind']) {
      const asked = { ...split, letter: { ...letter, purpose } };
      const at = titles(asked)?.indexOf('Target') ?? -1;
      expect(scheduleOf(asked)?.rows.map((row) => row[at])).toEqual(['A', 'B', 'C']);
      const one = sampleValues({ letter: { ...letter, purpose } });
      expect(titles(one)).not.toContain('Target');
      expect(scheduleOf(one)?.notes[0]).toMatch(/^Target of every name: /);
    }
  });

  test('leave room for a long label where a pen needs some too', () => {
    const { letter } = sampleValues();
    const names = [nameValues(`${'a'.repeat(63)}.example`, 1)];
    const schedule = scheduleOf(sampleValues({ names, letter: { ...letter, purpose: 'confirm' } }));
    const width = schedule?.columns.find(({ holds }) => holds === 'name')?.width ?? 0;
    expect(width).toBeGreaterThan(64 * SMALLEST_NAME * NAME_ADVANCE + CELL_PADDING);
  });

  test('decide the action that a letter asks for, whatever the latest order adds or others are to do', () => {
    const servers = [name('ns1.sinkhole.example')];
    const registrar = { name: 'MarkMonitor Inc.', ianaId: 292 };
    expect(actionFor('redirect', { registrar, nameServers: servers })).toBe('transfer');
    expect(actionFor('transfer', { nameServers: servers })).toBe('redirect');
    expect(actionFor('transfer', { registrar })).toBe('transfer');
    expect(actionFor('transfer', { staysRegistered: true })).toBe('transfer');
    expect(actionFor('register', { registrar, nameServers: servers })).toBe('register');
    const made = values(splitCase());
    expect(made.names.map(({ action }) => action)).toEqual(['transfer', 'transfer', 'transfer']);
  });

  test.each(['registry-order', 'registrar-transfer-order'])(
    'that differ are left to the schedule by %s',
    async (id) => {
      const set = shippedTemplates();
      const used = set.templates.find((one) => one.id === id);
      if (used === undefined) throw new Error(`no template ${id}`);
      const filled = await fill(used, set, { ...values(splitCase()), reach: 'ordered' });
      expect(filled.problems).toEqual([]);
      const text = filled.ok ? filled.value.markdown.replaceAll('\\', '') : '';
      expect(text).toMatch(/to exactly (the name servers|those) of its target in the Schedule/);
      expect(text).toMatch(/registrar that the Schedule gives as/);
      expect(text).not.toMatch(/(Make|Release the names to) MarkMonitor/);
    },
  );

  test('of a release are none', () => {
    const released = sampleValues({ letter: { ...sampleValues().letter, purpose: 'release' } });
    expect(scheduleOf(released)?.notes).toEqual([]);
    expect(scheduleOf(released)?.columns.map(({ title }) => title)).not.toContain('Target');
  });

  test('never run out of their column', () => {
    const long = { name: `"><script>${'x'.repeat(200)}`, iana_id: 7 };
    expect(shortWords({ ...TARGET, registrar: long, name_servers: [`${'n'.repeat(60)}.example`, 'b.example'] })).toBe(
      'IANA ID 7; 2 name servers as above',
    );
  });
});
