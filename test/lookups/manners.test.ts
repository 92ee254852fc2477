import { expect, it } from 'vitest';
import { makeManners } from '../../src/lookups/manners.ts';
import { instantAt } from '../../src/model/instant.ts';

const SERVER = 'whois://whois.nic.example';
const USUAL = { ask: true, deadlineMs: 10_000 };

function manners() {
  let seconds = 0;
  const clock = { now: () => instantAt(seconds * 1000), monotonic: () => 0 };
  const pass = (more: number) => {
    seconds += more;
  };
  return { ...makeManners(clock, 10_000), pass };
}

function times(count: number, act: () => void): void {
  for (let time = 0; time < count; time += 1) act();
}

it('a few refusals are no reason to leave a server alone', () => {
  const { leave, failed, answered } = manners();
  times(4, () => failed(SERVER, 'rate-limited'));
  expect(leave(SERVER)).toEqual(USUAL);
  answered(SERVER);
  times(4, () => failed(SERVER, 'rate-limited'));
  expect(leave(SERVER)).toEqual(USUAL);
});

it('a server that refuses again and again is left alone, for a minute or as long as it asks', () => {
  const { leave, failed, pass } = manners();
  times(5, () => failed(SERVER, 'rate-limited'));
  expect(leave(SERVER)).toMatchObject({ ask: false, why: expect.stringContaining('1970-01-01T00:01:00Z') });
  expect(leave('whois://other.example')).toEqual(USUAL);
  pass(61);
  expect(leave(SERVER)).toEqual(USUAL);
  failed(SERVER, 'rate-limited', 99_999);
  pass(3599);
  expect(leave(SERVER)).toMatchObject({ ask: false });
  pass(2);
  expect(leave(SERVER)).toEqual(USUAL);
});

it('a server that stays silent is waited for less, and says so, until it answers', () => {
  const { leave, failed, answered } = manners();
  times(3, () => failed(SERVER, 'timeout'));
  expect(leave(SERVER)).toMatchObject({
    ask: true,
    deadlineMs: 2000,
    because: expect.stringContaining('silent 3 times'),
  });
  answered(SERVER);
  expect(leave(SERVER)).toEqual(USUAL);
});

it('a clock that is set back sets nobody waiting', () => {
  const { leave, failed, pass } = manners();
  pass(10_000_000);
  times(5, () => failed(SERVER, 'rate-limited'));
  pass(-9_000_000);
  expect(leave(SERVER)).toEqual(USUAL);
});
