// What of a case's folder is its record: every place that docs/case-folder.md names, and what may lie beside it.
import { expect, it } from 'vitest';
import {
  type Belonging,
  belongs,
  setAsideAmong,
  stampsAmong,
  unfinishedAmong,
} from '../../../src/store/bag/belonging.ts';

const RUN = '20190318T141502Z-7f3a';
const OTHER = '20190319T141502Z-0001';
const WHOLE: Belonging = { runs: [], named: new Set(['lists/a.txt']), besides: [], underWay: new Set([OTHER]) };

const file = (path: string, how: Partial<Belonging> = {}) => belongs(path, { ...WHOLE, ...how, isFolder: false });
const folder = (path: string, how: Partial<Belonging> = {}) => belongs(path, { ...WHOLE, ...how, isFolder: true });

it.each([
  'case.yaml',
  'journal.yaml',
  'imports.yaml',
  'rehearsal.yaml',
  'lists/a.txt',
  `runs/${RUN}.yaml`,
  `runs/${RUN}.warc.gz`,
  `runs/${RUN}.yaml.partial`,
  `runs/${RUN}.yaml.set-aside`,
  'letters/2019-03-15-verisign-order/sent-1.eml.partial',
  'shards/1/20190318T141502Z-7f3a.1of2.yaml',
  'replies/a.eml',
  'signed/table.json',
  'imports/3f2a9c1d-order.pdf',
  'alarms/a.jsonl',
  'orders/tro.pdf',
])('%s is of the record', (path) => {
  expect(file(path)).toEqual({ takes: true });
});

it.each([
  ['notes.txt', 'nothing in the record names it'],
  ['lists/b.txt', 'nothing in the record names it'],
  ['journal.yaml.new', 'nothing in the record names it'],
  ['.git', 'nothing in the record names it'],
  ['change.pending', 'a change of the case that is under way or broke off'],
  ['runs/.DS_Store', 'hidden, and nothing of the record is'],
  [`runs/${OTHER}.warc.gz.partial`, 'a run that is under way'],
])('%s is left out and told', (path, why) => {
  expect(file(path)).toEqual({ takes: false, why });
});

it.each([
  `runs/${RUN}.lock`,
  'journal.yaml.lock',
  `runs/${RUN}.lock.77.lock`,
  '.journal.yaml.7-1.takedown-new',
  'runs/.a.yaml.7-1.takedown-new',
])('%s is nothing to tell', (path) => {
  expect(file(path)).toEqual({ takes: false });
});

it('looks into folders of the record, and of others only where something in them is named', () => {
  expect(folder('runs')).toEqual({ takes: 'descend' });
  expect(folder('lists')).toEqual({ takes: 'descend' });
  expect(folder('strategy')).toEqual({ takes: false, why: 'nothing in the record names it' });
  expect(folder('strategy', { besides: ['strategy/memo.txt'] })).toEqual({ takes: 'descend' });
  expect(file('strategy/old.txt', { besides: ['strategy/memo.txt'] })).toMatchObject({ takes: false });
  expect(folder('letters/2019-03-15-verisign-order.partial')).toMatchObject({ takes: false });
  expect(folder('case.yaml')).toMatchObject({ takes: false });
});

it('of one run takes all that bears its id, and no other one', () => {
  const only = { runs: [RUN] };
  for (const ending of ['yaml', 'warc.gz', '3f2a9c1d77b04e61.tsr'])
    expect(file(`runs/${RUN}.${ending}`, only)).toEqual({ takes: true });
  for (const path of [`runs/${OTHER}.yaml`, `runs/${RUN}.lock`, 'journal.yaml', 'replies/a.eml', 'notes.txt'])
    expect(file(path, only)).toEqual({ takes: false });
  expect(file('case.yaml', only)).toEqual({ takes: true });
  expect(file('notes.txt', { ...only, besides: ['notes.txt'] })).toEqual({ takes: true });
});

it('knows what was never finished by its place', () => {
  const home = 'data/cases/acme';
  const places = [
    `${home}/runs/${RUN}.yaml.partial`,
    `${home}/runs/${OTHER}.yaml`,
    `${home}/runs/${OTHER}.yaml.set-aside`,
  ];
  expect(unfinishedAmong(places)).toEqual([RUN]);
  expect(setAsideAmong(places)).toEqual([OTHER]);
  const stamp = `${home}/runs/${RUN}.3f2a9c1d77b04e61.tsr`;
  expect(stampsAmong([...places, stamp])).toEqual([stamp]);
});
