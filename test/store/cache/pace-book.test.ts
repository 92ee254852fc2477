import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPaceBook } from '../../../src/store/cache/pace-book.ts';
import { emptyFolder, removeFolder } from '../../support/folders.ts';

const WHOIS = 'whois://whois.example';
const ONE = { limit: { atOnce: 1, apart: 500 }, turns: 1 };

let folder: string;
let now: number;
let warnings: string[];
beforeEach(() => {
  folder = emptyFolder();
  now = Date.now();
  warnings = [];
});
afterEach(() => removeFolder(folder));

/** As another process would open it. */
const book = (pid: number, place = folder) =>
  openPaceBook({ folder: place, pid, now: () => now, warn: (text) => warnings.push(text) });
const file = () => join(folder, 'pace.json');
const inBook = () => JSON.parse(readFileSync(file(), 'utf8')).servers;

describe('the book of turns', () => {
  it('lets two runs ask one server one after the other, and apart', () => {
    const [mine, theirs] = [book(1), book(2)];
    const first = mine.reserve(WHOIS, ONE);
    expect(first).toMatchObject({ ok: true, inMs: [0] });
    expect(theirs.reserve(WHOIS, ONE)).toMatchObject({ ok: false });
    now += 200;
    if (first.ok) first.leave();
    expect(theirs.reserve(WHOIS, ONE)).toMatchObject({ ok: true, inMs: [300] });
    expect(mine.reserve('whois://other.example', ONE)).toMatchObject({ ok: true, inMs: [0] });
    expect(warnings).toEqual([]);
  });

  it('is quiet for all when one was asked to be', () => {
    book(1).holdOff(WHOIS, 20_000);
    now += 5000;
    expect(book(2).reserve(WHOIS, ONE)).toMatchObject({ ok: true, inMs: [15_000] });
  });

  it('reserves a fast server’s turns some at a time, and spaces them between runs', () => {
    const many = { limit: { atOnce: 20, apart: 5 }, turns: 1000 };
    const mine = book(1).reserve('192.0.2.1', many);
    expect(mine.ok && mine.inMs.length).toBe(20);
    expect(book(2).reserve('192.0.2.1', many)).toMatchObject({ ok: true, inMs: expect.arrayContaining([100, 195]) });
  });

  it('lets the turns of a process that died lapse', () => {
    book(1).reserve(WHOIS, ONE);
    now += 29_000;
    expect(book(2).reserve(WHOIS, ONE)).toMatchObject({ ok: false });
    now += 2000;
    expect(book(2).reserve(WHOIS, ONE)).toMatchObject({ ok: true, inMs: [0] });
  });

  it('cleans itself: of what has lapsed nothing stays', () => {
    const first = book(1).reserve(WHOIS, ONE);
    if (first.ok) first.leave();
    expect(Object.keys(inBook())).toEqual([WHOIS]);
    now += 600;
    book(1).holdOff('whois://other.example', 10);
    expect(Object.keys(inBook())).toEqual(['whois://other.example']);
    expect(existsSync(join(folder, 'pace.lock'))).toBe(false);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"takedown-pace":1,"servers":{"a":{"next":"x","quiet":0,"held":[]}}}',
    '{"takedown-pace":2}',
  ])('begins anew where it reads %j, and says so once', (text) => {
    writeFileSync(file(), text);
    const mine = book(1);
    expect(mine.reserve(WHOIS, ONE)).toMatchObject({ ok: true, inMs: [0] });
    mine.holdOff(WHOIS, 1);
    expect(warnings).toEqual([`The book of turns ${file()} could not be read and is begun anew.`]);
  });

  it('believes nothing that lies too far ahead, as after a clock was set back', () => {
    const far = now + 86_400_000;
    const page = { next: far, quiet: far, held: [{ id: '9.9', until: far }] };
    writeFileSync(file(), JSON.stringify({ 'takedown-pace': 1, servers: { [WHOIS]: page } }));
    expect(book(1).reserve(WHOIS, ONE)).toMatchObject({ ok: true, inMs: [0] });
  });

  it('waits for a lock, takes one that a dead process left, and gives up on one that is never free', () => {
    const lock = join(folder, 'pace.lock');
    const mine = book(1);
    writeFileSync(lock, '');
    expect(mine.reserve(WHOIS, ONE)).toEqual({ ok: false, againMs: 5 });
    utimesSync(lock, (now - 6000) / 1000, (now - 6000) / 1000);
    expect(mine.reserve(WHOIS, ONE)).toMatchObject({ ok: false });
    expect(mine.reserve(WHOIS, ONE)).toMatchObject({ ok: true });
    for (let i = 0; i < 4; i += 1) {
      writeFileSync(lock, '');
      utimesSync(lock, now / 1000, now / 1000);
      mine.reserve('whois://third.example', ONE);
      now += 4000;
    }
    expect(mine.reserve('whois://third.example', ONE)).toMatchObject({ ok: true, inMs: [0] });
    expect(warnings).toEqual([expect.stringContaining('is locked')]);
  });

  it('is none where it cannot be written', () => {
    writeFileSync(join(folder, 'in-the-way'), '');
    const mine = book(1, join(folder, 'in-the-way', 'takedown'));
    expect(mine.reserve(WHOIS, ONE)).toMatchObject({ ok: true, inMs: [0] });
    mine.holdOff(WHOIS, 10);
    expect(warnings).toHaveLength(1);
    mkdirSync(join(folder, 'pace.json'));
    expect(book(2).reserve(WHOIS, ONE)).toMatchObject({ ok: true });
  });
});
