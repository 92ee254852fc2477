import { describe, expect, it } from 'vitest';
import type { Sighted } from '../../src/model/judged/record.ts';
import type { LookupKind, Observation } from '../../src/model/seen/observation.ts';
import { freshIn, spared } from '../../src/sweep/fresh.ts';
import { planLookups } from '../../src/sweep/plan.ts';
import { at, name } from '../support/values.ts';
import { answer, caseOf } from './support/made.ts';

const SINCE = at('2019-03-18T08:00:00Z');
const UNTIL = at('2019-03-18T12:00:00Z');
const KINDS = [
  { kind: 'whois-registry', after: [] },
  { kind: 'delegation', after: [] },
  { kind: 'addresses', after: ['delegation'] },
  { kind: 'resolver', after: [] },
] as const;

const seen = (lookup: LookupKind, over: Record<string, unknown> = {}): Observation => ({
  ...answer('a.example', lookup, { at: at('2019-03-18T10:00:00Z'), ...over }).sighting,
  id: 'R#1',
  of: 1,
});
const OLD = { at: at('2019-03-18T07:59:59Z') };

function freshOf(...observations: readonly Observation[]): readonly string[] {
  const latest: readonly Sighted[] = [{ name: name('a.example'), observations }];
  const fresh = freshIn({ latest, since: SINCE, until: UNTIL, kinds: KINDS });
  return KINDS.map(({ kind }) => kind).filter((kind) => fresh.has('a.example', kind));
}

describe('what is fresh', () => {
  it('was answered lately, each lookup by itself', () => {
    expect(freshOf(seen('whois-registry'), seen('resolver', OLD))).toEqual(['whois-registry']);
    expect(freshOf()).toEqual([]);
  });

  it('is nothing of a clock that was ahead', () => {
    expect(freshOf(seen('resolver', { at: UNTIL }))).toEqual(['resolver']);
    expect(freshOf(seen('resolver', { at: at('2019-03-18T12:00:01Z') }))).toEqual([]);
  });

  it('is never a failure, neither a whole one nor one inside, nor one server’s of several', () => {
    expect(freshOf(seen('whois-registry', { outcome: 'failure', failure: 'timeout' }))).toEqual([]);
    expect(freshOf(seen('resolver'), seen('resolver', { outcome: 'failure', failure: 'refused' }))).toEqual([]);
    const hosts = { apex: { a: { answer: 'failure', failure: 'timeout' } } };
    expect(freshOf(seen('resolver', { outcome: 'facts', facts: { hosts } }))).toEqual([]);
    const delegation = seen('delegation', { outcome: 'facts', facts: { dsFailure: 'timeout' } });
    expect(freshOf(delegation, seen('addresses'))).toEqual([]);
  });

  it('is also that there was nothing to ask', () => {
    const idle = (failure: string, authority: string) =>
      seen('whois-registry', { outcome: 'failure', failure, authority });
    expect(freshOf(idle('not-needed', 'registrar'))).toEqual(['whois-registry']);
    expect(freshOf(idle('no-server', 'registrar'))).toEqual(['whois-registry']);
    expect(freshOf(idle('no-server', 'registry'))).toEqual([]);
  });

  it('goes with what it builds on, in both directions', () => {
    expect(freshOf(seen('delegation'), seen('addresses'))).toEqual(['delegation', 'addresses']);
    expect(freshOf(seen('delegation', OLD), seen('addresses'))).toEqual([]);
    expect(freshOf(seen('delegation'), seen('addresses', OLD))).toEqual([]);
    expect(freshOf(seen('delegation'))).toEqual([]);
  });

  it('is counted against the plan, and other names’ is not', () => {
    const theCase = caseOf(['a.example', 'b.example']);
    const plan = planLookups({ theCase, asOf: SINCE, kinds: KINDS.map(({ kind }) => kind) });
    const has = (about: string, lookup: LookupKind) => about !== 'b.example' && lookup === 'resolver';
    expect(spared(plan, { has })).toEqual({ names: 1, lookups: 1, left: 7 });
  });
});
