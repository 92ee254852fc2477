// `takedown due`: a receipt that is written down late moves the deadline; the list as a file, in the format of its ending.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documentOf, errorOf } from '../../support/documents.ts';
import { phosphorusWorkspace, removeFolder, writeFiles } from '../../support/folders.ts';
import { REHEARSED_CASE, rehearsedWorkspace } from '../../support/rehearsed.ts';
import { takedown } from '../../support/takedown.ts';

const NOW = '2019-03-18T23:00:00Z';

let folder: string;
beforeEach(() => {
  folder = phosphorusWorkspace();
});
afterEach(() => removeFolder(folder));

const run = (...args: readonly string[]) => takedown(folder, args, { at: NOW });
const received = async (day: string) => {
  const ran = await run('record', 'received', '--to', 'verisign', '--at', `${day} 17:41`);
  expect(ran).toMatchObject({ code: 0, err: '' });
};

interface Due {
  readonly due: readonly { readonly recipient: string; readonly paragraph: string; readonly due: string | null }[];
}
const verisignDue = async () => {
  const { due } = documentOf<Due>((await run('due', '--json')).out, 'due');
  return due.find(({ recipient, paragraph }) => recipient === 'verisign' && paragraph === '2(a)')?.due;
};

describe('a receipt', () => {
  test('starts the period, and one that is written down later and happened sooner starts it sooner', async () => {
    expect(await verisignDue()).toBeNull();
    await received('2019-03-18');
    expect(await verisignDue()).toBe('2019-03-22T03:59:59Z');
    await received('2019-03-15');
    expect(await verisignDue()).toBe('2019-03-21T03:59:59Z');
    expect((await run('due', 'phosphorus')).out).toContain(
      '3 business days from receipt Fri 15 Mar 2019: Mon 18, Tue 19, Wed 20 Mar; D.C. calendar',
    );
  });

  test('moves the event of the calendar, which keeps its name', async () => {
    const event = async () => {
      const { out } = await run('due', '--ics');
      const all = new ICAL.Component(ICAL.parse(out)).getAllSubcomponents('vevent');
      const found = all.find((one) =>
        String(one.getFirstPropertyValue('summary')).includes('VeriSign, Inc. (ordered), tro 2(a)'),
      );
      return ['uid', 'dtstart'].map((property) => String(found?.getFirstPropertyValue(property)));
    };
    await received('2019-03-18');
    const [uid, day] = await event();
    await received('2019-03-15');
    expect(await event()).toEqual([uid, '2019-03-20']);
    expect(day).toBe('2019-03-21');
  });
});

describe('-o', () => {
  test.each([
    ['list.ics', /^BEGIN:VCALENDAR\r\n/],
    ['list.json', /^\{\n {2}"schema": "takedown\/due\/1"/],
    ['list.txt', /^ends {5}Wed 27 Mar 09:00 EDT {2}seal\n/],
  ])('%s is written whole, in the format of its ending', async (file, form) => {
    expect(await run('due', '-o', file)).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(join(folder, file), 'utf8')).toMatch(form);
    expect(readdirSync(folder).filter((name) => name.startsWith('list'))).toEqual([file]);
  });

  test('- is standard output, and a flag goes before the ending', async () => {
    expect((await run('due', '--ics', '-o', '-')).out).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect((await run('due', '--ics', '-o', 'calendar.txt')).code).toBe(0);
    expect(readFileSync(join(folder, 'calendar.txt'), 'utf8')).toMatch(/^BEGIN:VCALENDAR/);
  });

  test('into a folder that is not there is no bug', async () => {
    expect(await run('due', '-o', 'nowhere/list.ics')).toMatchObject({
      code: 1,
      err: 'nowhere/list.ics cannot be written: there is no such folder.\n',
    });
  });

  test('with an ending that says nothing, or two formats at once, is wrong use', async () => {
    expect(await run('due', '-o', 'list.doc')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Endings: .ics, .json, .txt.'),
    });
    const both = await run('due', '--ics', '--json');
    expect(both.code).toBe(2);
    expect(errorOf(both.err)).toMatchObject({ code: 'two-formats' });
  });
});

describe('a case that cannot be read', () => {
  const broken = () => writeFiles(folder, { 'cases/acme/case.yaml': 'case: acme\ncourt: [\n' });

  test('hides no deadline of the others, and is told: exit 22', async () => {
    await received('2019-03-15');
    const whole = await run('due');
    broken();
    const text = await run('due');
    expect(text).toMatchObject({ code: 22, err: expect.stringContaining('cases/acme/case.yaml') });
    expect(text.out).toBe(whole.out);
    expect((await run('due', '--ics')).out).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    const json = await run('due', '--json');
    const { problems } = documentOf<{ readonly problems: readonly { readonly place: unknown }[] }>(json.out, 'due');
    expect(problems.map(({ place }) => place)).toContainEqual(
      expect.objectContaining({ file: 'cases/acme/case.yaml' }),
    );
  });

  test('stops the command where it is the one that is asked for', async () => {
    broken();
    expect(await run('due', 'acme')).toMatchObject({ code: 22, out: '' });
  });
});

test('a letter that is not as it was issued takes the next steps from the list, and nothing else', async () => {
  removeFolder(folder);
  ({ folder } = await rehearsedWorkspace('whole'));
  const asked = ['due', REHEARSED_CASE, '--as-of', '2019-03-28T12:00:00-04:00'];
  const whole = await run(...asked);
  expect(whole.out).toContain('next: reminder, now, ');
  writeFiles(folder, { 'cases/phosphorus.rehearsal/letters/2019-03-15-verisign-order/letter.yaml': 'id: x\n' });
  const broken = await run(...asked);
  expect(broken.code).toBe(0);
  expect(broken.err).toContain('letters/2019-03-15-verisign-order/letter.yaml');
  const without = whole.out.split('\n').filter((line) => !line.includes('next: '));
  expect(broken.out.split('\n')).toEqual(without);
}, 180_000);
