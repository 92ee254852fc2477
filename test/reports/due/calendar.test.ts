// The calendar file, read back by another program's reader.
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { NextStep } from '../../../src/model/letter/letter.ts';
import { dueIcs } from '../../../src/reports/due/calendar.ts';
import { dueEntries } from '../../../src/reports/due/entries.ts';
import { icsLines, icsText } from '../../../src/reports/due/ics.ts';
import { dueLines } from '../../../src/reports/due/text.ts';
import { at, name, UNREACHED } from '../../support/values.ts';
import { HOSTILE } from '../sightings.ts';
import { CASE, dueItem, PIPED, PROGRESS, row } from '../support.ts';

const DAY_END = at('2019-03-21T03:59:59Z');
const LATE = at('2019-03-25T16:00:00Z');
const deadline = { due: DAY_END, arithmetic: '3 business days from receipt Fri 15 Mar 2019: Mon 18; D.C. calendar' };
const report = { theCase: CASE, progress: PROGRESS };
const wholeDay = { theCase: CASE, progress: { ...PROGRESS, due: [dueItem({ deadline })] } };

const STEP: NextStep = {
  recipient: {
    id: 'afilias',
    name: 'Afilias USA, Inc.',
    role: 'registry-operator',
    reach: 'ordered',
    tlds: ['info'],
    illustrative: false,
    ...UNREACHED,
  },
  step: 'remind',
  from: DAY_END,
  because: 'the deadline passed on Wed 20 Mar 2019',
  names: [name('a.info'), name('b.info')],
  paragraphs: ['tro/2(a)', 'tro/2(b)'],
};

const text = (of: Parameters<typeof dueIcs>[0]): string => [...dueIcs(of)].join('');

function events(of: Parameters<typeof dueIcs>[0]): readonly ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(text(of))).getAllSubcomponents('vevent');
}

const said = (event: ICAL.Component | undefined, property: string): string =>
  String(event?.getFirstPropertyValue(property));

describe('the form', () => {
  test('lines of at most 75 octets, each ended with CRLF, no character cut', () => {
    const long = { ...report, theCase: { ...CASE, title: '網域名稱'.repeat(60) } };
    const octets = Buffer.from(text([long]));
    const lines = octets.toString('latin1').split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(75);
    expect(octets.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(octets.toString()).not.toContain('\ufffd');
    expect(said(events([long])[0], 'description')).toContain('網域名稱'.repeat(60));
  });

  test('of a text with every sign that means something', () => {
    const folded = [...icsLines([['SUMMARY', icsText('a;b,c\\d\r\ne', 'f')]])];
    expect(folded).toEqual(['SUMMARY:a\\;b\\,c\\\\d e\\nf\r\n']);
  });

  test('text from outside adds no line and no property', () => {
    const hostile = dueItem({ recipientName: `Evil\r\nATTACH:file:///etc/passwd\n${HOSTILE}\u202e` });
    const found = events([{ theCase: CASE, progress: { ...PROGRESS, due: [hostile], expiries: [] } }]);
    expect(found).toHaveLength(1);
    expect(found[0]?.getFirstProperty('attach')).toBeNull();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(said(found[0], 'summary')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  });

  test('the same question gives the same octets', () => {
    expect(text([report])).toBe(text([structuredClone(report)]));
  });
});

describe('an event', () => {
  test('of an hour is an instant in UTC', () => {
    const [first] = events([report]);
    expect(said(first, 'dtstart')).toBe('2019-03-20T21:00:00Z');
    expect(first?.getFirstProperty('dtend')).toBeNull();
    expect(said(first, 'summary')).toBe('Due: Afilias USA, Inc. (ordered), tro 2(a) [phosphorus, illustrative]');
    expect(said(first, 'description')).toContain(PROGRESS.due[0]?.deadline?.arithmetic);
  });

  test('that ends with a day at the court is that whole day, whatever day it is in UTC', () => {
    const [first] = events([wholeDay]);
    expect(said(first, 'dtstart')).toBe('2019-03-20');
    expect(said(first, 'dtend')).toBe('2019-03-21');
    expect(said(first, 'description')).toContain('At the court: Wed 20 Mar 2019 23:59 EDT; 21 Mar 2019 03:59 UTC.');
  });

  test('midnight ends the day before it', () => {
    const expiry = { what: 'seal', at: at('2019-03-27T04:00:00Z') };
    const [first] = events([{ theCase: CASE, progress: { ...PROGRESS, due: [], expiries: [expiry] } }]);
    expect(said(first, 'dtstart')).toBe('2019-03-26');
  });

  test('reminds a day before, unless it is done or over', () => {
    const alarms = events([report]).map((event) =>
      event.getAllSubcomponents('valarm').map((one) => said(one, 'trigger')),
    );
    expect(alarms).toEqual([['-P1D'], ['-P1D'], [], ['-P1D']]);
    const [whole] = events([wholeDay]);
    expect(said(whole?.getFirstSubcomponent('valarm') ?? undefined, 'trigger')).toBe('-PT15H');
    const late = { ...report, progress: { ...PROGRESS, asOf: LATE } };
    expect(events([late])[0]?.getAllSubcomponents('valarm')).toEqual([]);
  });

  test('keeps its name while its instant moves, and a later look has the higher number', () => {
    const before = events([wholeDay])[0];
    const moved = dueItem({ deadline: { ...deadline, due: at('2019-03-22T03:59:59Z') } });
    const after = events([{ theCase: CASE, progress: { ...PROGRESS, asOf: LATE, due: [moved] } }])[0];
    expect(said(after, 'uid')).toBe(said(before, 'uid'));
    expect(said(after, 'dtstart')).toBe('2019-03-21');
    expect(Number(said(after, 'sequence'))).toBeGreaterThan(Number(said(before, 'sequence')));
  });

  test('has a name of its own', () => {
    const acme = { theCase: { ...CASE, id: 'acme' }, progress: PROGRESS };
    const uids = events([report, acme]).map((event) => said(event, 'uid'));
    expect(uids).toHaveLength(8);
    expect(new Set(uids).size).toBe(8);
  });

  test('of a rehearsal says so first', () => {
    const rehearsal = { ...report, theCase: { ...CASE, rehearsal: true } };
    expect(said(events([rehearsal])[0], 'summary')).toMatch(/^REHEARSAL Due: .*\[phosphorus, illustrative\]$/);
  });
});

describe('a sealed case', () => {
  const names = PROGRESS.names.map((one) => ({ ...one, expiring: true, expires: at('2019-04-20T12:00:00Z') }));
  const sealed = {
    theCase: { ...CASE, seal: { until: at('2019-03-27T13:00:00Z'), touches: [] } },
    progress: { ...PROGRESS, names },
  };

  test('has no name of a schedule and no party in the file, and is marked confidential', () => {
    const file = text([sealed]);
    expect(file).not.toMatch(/name-\d+\.example|Microsoft|1:19-cv-00716/);
    expect(file.match(/^CLASS:CONFIDENTIAL\r$/gm)).toHaveLength(5);
    expect(said(events([sealed]).at(-1), 'summary')).toBe('Ends: 98 registrations [phosphorus, illustrative]');
  });

  test('has them once the seal has ended', () => {
    const after = { ...sealed, progress: { ...sealed.progress, asOf: at('2019-03-28T13:00:00Z') } };
    expect(said(events([after]).at(-1), 'description')).toContain('name-1.example, name-2.example');
  });
});

describe('the list behind it', () => {
  test('instants that are equal stand by what people read', () => {
    const items = ['Zeta', 'Alpha', 'mid'].map((recipientName, at) =>
      dueItem({ recipient: `r${at}`, recipientName, deadline }),
    );
    const progress = { ...PROGRESS, due: items, expiries: [] };
    expect(
      dueEntries([{ theCase: CASE, progress }]).map((entry) => entry.kind === 'deadline' && entry.item.recipientName),
    ).toEqual(['Alpha', 'mid', 'Zeta']);
  });

  test('registrations that end soon stand together by the day at the court', () => {
    const ending = (text: string, expires: string, released = false) => ({
      ...row({ name: text, transferred: 'met', sinkholed: 'met' }, 1),
      expiring: true,
      expires: at(expires),
      released,
    });
    const names = [
      ending('a.example', '2019-04-20T03:00:00Z'),
      ending('b.example', '2019-04-19T12:00:00Z'),
      ending('c.example', '2019-04-20T12:00:00Z'),
      ending('d.example', '2019-04-20T12:00:00Z', true),
      row({ name: 'e.example', transferred: 'met', sinkholed: 'met' }, 5),
    ];
    const progress = { ...PROGRESS, names, due: [], expiries: [] };
    const found = dueEntries([{ theCase: CASE, progress }]).map(
      (entry) => entry.kind === 'registrations' && [entry.day, entry.at, entry.names],
    );
    expect(found).toEqual([
      ['2019-04-19', '2019-04-19T12:00:00Z', ['a.example', 'b.example']],
      ['2019-04-20', '2019-04-20T12:00:00Z', ['c.example']],
    ]);
  });

  test('what is late names the next step, once', () => {
    const late = { theCase: CASE, progress: { ...PROGRESS, asOf: LATE }, steps: [STEP] };
    const said = [...dueLines([late], PIPED)].filter((line) => line.includes('next:'));
    expect(said).toEqual([
      '         next: reminder, now, 2 names: the deadline passed on Wed 20 Mar 2019 · takedown letter plan phosphorus --to afilias',
    ]);
    const later = { ...late, steps: [{ ...STEP, step: 'call' as const, from: at('2019-03-26T14:00:00Z') }] };
    expect([...dueLines([later], PIPED)].join('\n')).toContain('next: call sheet, from Tue 26 Mar 10:00 EDT, 2 names');
    expect([...dueLines([{ ...late, steps: [] }], PIPED)].join('\n')).toContain('next: no further step of the ladder');
    expect([...dueLines([report], PIPED)].join('\n')).not.toContain('next:');
  });
});
