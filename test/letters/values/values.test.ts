import { describe, expect, test } from 'vitest';
import { letterIdOf } from '../../../src/letters/leaving/letter-id.ts';
import { planLetters } from '../../../src/letters/plan/plan.ts';
import { type ValueContext, valuesOf } from '../../../src/letters/values/make-values.ts';
import type { Case } from '../../../src/model/case/case.ts';
import type { LocalDate } from '../../../src/model/instant.ts';
import type { PlannedLetter } from '../../../src/model/letter/letter.ts';
import {
  DELEGATED,
  DS,
  DS_VALID,
  EVIL1,
  NS1,
  NS2,
  order,
  paragraph,
  relief,
  scheduled,
  TRANSFER,
} from '../../relief/literals.ts';
import { address, at, name } from '../../support/values.ts';
import {
  type Asked,
  BAD,
  EXREG,
  FIRST_DAY,
  issued,
  LATE,
  LOSING,
  letterCase,
  letterTo,
  lookedAt,
  ONE,
  ORDER_TO_EXREG,
  questionOf,
  SENT_TO_EXREG,
  TRO,
  TWO,
  template,
  UNTOUCHED,
} from '../desk.ts';

const DAY = '2019-03-15' as LocalDate;

function values(id: string, asked: Asked = {}, changes: Partial<ValueContext> = {}, letter?: PlannedLetter) {
  const question = questionOf(asked);
  const context = { ...question, letterId: 'x', date: DAY, template: template() };
  return valuesOf(letter ?? letterTo(id, asked), { ...context, ...changes });
}

const stepsOf = (id: string, asked: Asked = {}) => values(id, asked).names[0]?.steps;

describe('the steps for a name', () => {
  test('stand in the order of work: lock, preserve, DS, name servers, transfer', () => {
    const signed = { ...UNTOUCHED, delegation: { nameServers: [EVIL1], ds: [DS] } };
    expect(stepsOf('exreg', { looked: lookedAt(FIRST_DAY, { [ONE]: signed, [TWO]: UNTOUCHED }) })).toEqual([
      'set serverTransferProhibited, serverUpdateProhibited and serverDeleteProhibited on it',
      'see to this, and confirm it in writing: preservation of records',
      'remove the DS record 4711 13 2',
      'delegate it to ns1.sinkhole.example and ns2.sinkhole.example, and to no other name server',
      'transfer it to MarkMonitor Inc. (IANA ID 292), into its account 4711',
    ]);
  });

  test('of a registrar are those that a registrar can take', () => {
    expect(stepsOf('losing')).toEqual([
      'keep it unchanged but for what is asked here, so that the registry operator can set serverTransferProhibited, serverUpdateProhibited and serverDeleteProhibited',
      'see to this, and confirm it in writing: preservation of records',
      'transfer it to MarkMonitor Inc. (IANA ID 292), into its account 4711',
    ]);
  });

  test('lift a hold before the delegation, each by whoever set it', () => {
    const onHold = { ...UNTOUCHED, rdap: { ...UNTOUCHED.rdap, statuses: ['clientHold', 'serverHold'] as const } };
    const looked = lookedAt(FIRST_DAY, { [ONE]: onHold, [TWO]: UNTOUCHED });
    const [first] = values('exreg', { looked }).names;
    expect(first?.held).toBe(true);
    expect(first?.steps[2]).toBe('lift serverHold from it, and have clientHold lifted from it');
  });

  test('ask for the removal of DS also where it was not seen whether there are any', () => {
    const question = letterTo('exreg');
    const unseen = { ...question, names: question.names.map((one) => ({ ...one, seen: { at: FIRST_DAY } })) };
    expect(values('exreg', {}, {}, unseen).names[0]?.steps).toContain('remove every DS record of it');
  });

  test('keep a DS of the sinkhole’s own zone once it is delegated there', () => {
    const letter = letterTo('exreg');
    const own = {
      ...letter,
      names: letter.names.map((one) => ({ ...one, open: [], seen: { ...one.seen, ds: [DS] } })),
    };
    expect(values('exreg', {}, {}, own).names[0]?.remove_ds).toEqual([]);
  });

  test('of a letter that follows up are what is seen undone', () => {
    const onlyLocks = { rdap: { statuses: ['ok'] as const } };
    const asked = {
      issued: [ORDER_TO_EXREG],
      journal: SENT_TO_EXREG,
      asOf: LATE,
      looked: lookedAt(LATE, { [ONE]: onlyLocks, [TWO]: {} }),
    };
    expect(stepsOf('exreg', asked)).toEqual([
      'set serverTransferProhibited, serverUpdateProhibited and serverDeleteProhibited on it',
    ]);
  });

  test('of every kind of relief have words, for one name and for all', () => {
    const all = [
      TRANSFER,
      relief('registrant-is', { organisation: 'Acme Corporation' }),
      relief('epp-status-includes', { statuses: ['clientTransferProhibited'] }),
      relief('epp-status-excludes', { statuses: ['clientHold'] }),
      DELEGATED,
      relief('resolves-to', { sinkhole: 'dcu' }),
      DS_VALID,
      relief('held'),
      relief('stays-registered', { 'at-least': '12 months' }),
      relief('not-registrable'),
      relief('attested', { what: 'logs' }),
    ];
    const theCase = letterCase({ orders: [order('tro', [paragraph('1', all)])] });
    const made = values('exreg', { theCase });
    expect(made.clauses[0]?.asks).toEqual([
      'transfer the names to MarkMonitor Inc. (IANA ID 292), into its account 4711',
      'enter Acme Corporation as registrant of the names',
      'set clientTransferProhibited on the names',
      'lift clientHold from the names',
      'delegate the names to ns1.sinkhole.example and ns2.sinkhole.example, and to no other name server',
      'have the names and the hosts below resolve to addresses inside 192.0.2.0/24 and 2001:db8:5::/48',
      'remove every DS record of the names',
      'set serverHold on the names, which takes the names out of the zone, and delete nothing',
      'keep the names registered for at least 12 months, and renew in time',
      'reserve or block the names against registration by anybody',
      'see to this, and confirm it in writing: logs',
    ]);
    expect(made.target).toMatchObject({
      registrant: 'Acme Corporation',
      registrar: { name: 'MarkMonitor Inc.', iana_id: 292, account: '4711', email: 'in@custodian.example' },
      name_servers: [NS1, NS2],
      statuses: ['clientTransferProhibited'],
      ds_removed: true,
      stays_registered: true,
    });
  });
});

describe('values', () => {
  test('have no null, no blank text and nothing that is not plain', () => {
    const looked = lookedAt(FIRST_DAY, {
      [ONE]: { ...UNTOUCHED, rdap: { registrar: { name: '\u202e', ianaId: 9999 } } },
      [TWO]: UNTOUCHED,
    });
    for (const id of ['exreg', 'losing']) {
      const seen: string[] = [];
      walk(values(id, { looked }), (path, value) => {
        if (value === null || value === undefined || (typeof value === 'string' && value.trim() === ''))
          seen.push(path);
      });
      expect(seen).toEqual([]);
    }
  });

  test('carry nothing of what an outside text could do: control characters, overrides, line breaks', () => {
    const evil = 'Evil\u202e\u0007\u001b[31m Ltd\r\nBcc: x@y.example "><script> =cmd|/c calc';
    const looked = lookedAt(FIRST_DAY, {
      [ONE]: { ...UNTOUCHED, rdap: { registrar: { name: evil, ianaId: 9999 } } },
      [TWO]: UNTOUCHED,
    });
    const theCase = letterCase({ title: evil, recipients: [{ ...EXREG, name: evil, because: evil }, LOSING] });
    const asked = {
      theCase,
      looked,
      journal: [{ at: FIRST_DAY, event: 'acknowledged', recipient: 'exreg', note: evil } as const],
    };
    walk(values('exreg', asked), (_path, value) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      if (typeof value === 'string') expect(value).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
    });
    expect(values('exreg', asked).recipient.name).toBe('Evil Ltd Bcc: x@y.example "><script> =cmd|/c calc');
  });

  test('show an international name in both forms', () => {
    const cafe = name('xn--caf-dma.example');
    const theCase = letterCase({
      schedules: [
        { id: 'appendix-a', file: 'a', names: [{ name: cafe, unicode: 'café.example', registrable: cafe, line: 7 }] },
      ],
    });
    const made = values('exreg', { theCase, looked: lookedAt(FIRST_DAY, { [cafe]: UNTOUCHED }) });
    expect(made.names[0]).toMatchObject({ name: cafe, unicode: 'café.example', is_idn: true, line: 7 });
    expect(made.schedules).toEqual([{ id: 'appendix-a', title: 'Appendix A', count: 1 }]);
  });

  test('count what each action and each schedule is about', () => {
    expect(values('exreg').actions).toEqual([{ action: 'transfer', count: 2 }]);
    expect(values('exreg').clauses.map(({ count }) => count)).toEqual([2, 2, 2]);
  });

  test('name the orders with their ends as extended, and the order that extends', () => {
    const theCase = letterCase({
      orders: [
        TRO,
        order('pi', [], {
          kind: 'preliminary-injunction',
          entered: at('2019-03-28T15:00:00Z'),
          docketEntry: 21,
          changes: [{ change: 'extends', order: 'tro', until: at('2019-06-01T00:00:00Z') }],
        }),
      ],
    });
    expect(values('exreg', { theCase }).orders.map(({ id, in_force_until }) => [id, in_force_until])).toEqual([
      ['tro', '2019-03-29T20:00:00Z'],
    ]);
    expect(
      values('exreg', { theCase, asOf: at('2019-03-29T00:00:00Z') }).orders.map(({ id, in_force_until }) => [
        id,
        in_force_until,
      ]),
    ).toEqual([
      ['tro', '2019-06-01T00:00:00Z'],
      ['pi', undefined],
    ]);
  });

  test('say the words against disclosure, and until when, while the case is sealed', () => {
    const until = at('2019-03-27T13:00:00Z');
    const theCase = letterCase({ seal: { until, touches: ['registry'] } });
    const sealed = values('exreg', { theCase });
    expect(sealed.case).toMatchObject({ sealed: true, seal_until: until });
    expect(sealed.non_disclosure).toEqual({ paragraph: 'tro/2(d)', text: 'Tell nobody.', until });
    expect(values('exreg').non_disclosure).toEqual({ paragraph: 'tro/2(d)', text: 'Tell nobody.' });
    expect(values('exreg').case.seal_until).toBeUndefined();
  });

  test('list what goes along as the template has it', () => {
    const enclosed = (encloses: ReturnType<typeof template>['encloses']) =>
      values('exreg', {}, { template: template({ encloses }) }).enclosures;
    expect(enclosed([])).toEqual([]);
    expect(enclosed(['orders', 'schedule', 'confirmation']).map(({ pages, sha256 }) => [pages, sha256])).toEqual([
      [12, 'ab'.repeat(32)],
      [undefined, undefined],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  test('give glue where the case has it', () => {
    const [dcu] = Object.values(letterCase().sinkholes);
    const theCase: Case =
      dcu === undefined
        ? letterCase()
        : letterCase({ sinkholes: { dcu: { ...dcu, glue: { [NS1]: [address('192.0.2.53')] } } } });
    expect(values('exreg', { theCase }).target.glue).toEqual(['ns1.sinkhole.example 192.0.2.53']);
  });

  test('tell what went before to the same party, and what it answered', () => {
    const asked = {
      issued: [ORDER_TO_EXREG, issued('2019-03-15-losing-execute', { recipient: 'losing', role: 'registrar' })],
      journal: [
        ...SENT_TO_EXREG,
        {
          at: at('2019-03-18T13:00:00Z'),
          event: 'acknowledged',
          letter: ORDER_TO_EXREG.id,
          note: 'ticket 4711',
        } as const,
        { at: at('2019-03-18T14:00:00Z'), event: 'note', recipient: 'exreg', note: 'ours alone' } as const,
      ],
      asOf: LATE,
      looked: lookedAt(LATE, { [ONE]: UNTOUCHED, [TWO]: UNTOUCHED }),
    };
    const made = values('exreg', asked);
    expect(made.letter.purpose).toBe('remind');
    expect(made.earlier).toEqual([
      {
        letter: ORDER_TO_EXREG.id,
        date: '2019-03-15',
        purpose: 'execute',
        sent_at: '2019-03-15T21:20:00Z',
        received_at: '2019-03-15T21:41:00Z',
      },
    ]);
    expect(made.answers).toEqual([
      { at: '2019-03-15T21:41:00Z', event: 'received' },
      { at: '2019-03-18T13:00:00Z', event: 'acknowledged', note: 'ticket 4711' },
    ]);
    expect(values('exreg', asked, { letterId: ORDER_TO_EXREG.id }).earlier).toEqual([]);
  });

  test('are the same for the same question', () => {
    expect(JSON.stringify(values('exreg'))).toBe(JSON.stringify(values('exreg')));
  });

  test('of a requested party say so', () => {
    expect(values('testreg').reach).toBe('requested');
    expect(values('testreg').names.map((one) => one.name)).toEqual([BAD]);
  });

  test('five thousand names', () => {
    const many = [...Array(5000).keys()].map((number) => `n${number}.example`);
    const theCase = letterCase({ schedules: [{ id: 'appendix-a', file: 'a', names: scheduled(...many) }] });
    const asked = { theCase, looked: lookedAt(FIRST_DAY, Object.fromEntries(many.map((one) => [one, UNTOUCHED]))) };
    const question = questionOf(asked);
    const [letter] = planLetters(question);
    if (letter === undefined) throw new Error('no letter');
    const made = valuesOf(letter, { ...question, letterId: 'x', date: DAY, template: template() });
    expect(made.names).toHaveLength(5000);
  });
});

test('the id of a letter is that of its folder, and never one that is taken', () => {
  const parts = { date: DAY, recipient: 'verisign', template: 'order' };
  expect(letterIdOf({ ...parts, taken: [] })).toBe('2019-03-15-verisign-order');
  expect(letterIdOf({ ...parts, taken: ['2019-03-15-verisign-order'] })).toBe('2019-03-15-verisign-order-2');
  expect(letterIdOf({ ...parts, taken: ['2019-03-15-verisign-order', '2019-03-15-verisign-order-2'] })).toBe(
    '2019-03-15-verisign-order-3',
  );
});

function walk(value: unknown, see: (path: string, value: unknown) => void, path = ''): void {
  see(path, value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) walk(member, see, `${path}.${key}`);
}
