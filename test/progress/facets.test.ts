// The three answers of a name out of its findings, in whatever order they stand.
import { expect, test } from 'vitest';
import type { Finding, Verdict } from '../../src/model/judged/finding.ts';
import { allOf, facetOf } from '../../src/progress/facets.ts';
import { compile } from '../../src/relief/compile.ts';
import { AS_OF, aCase, DELEGATED, DS_VALID, order, paragraph, RESOLVES, relief, TRANSFER } from '../relief/literals.ts';

const REGISTRANT = relief('registrant-is', { organisation: 'Acme' });
const CLAUSES = compile(
  aCase({ orders: [order('tro', [paragraph('1', [TRANSFER, REGISTRANT, DELEGATED, RESOLVES, DS_VALID])])] }),
  AS_OF,
).clauses;

function finding(kind: string, verdict: Verdict, word = 'timeout'): Finding {
  const clause = CLAUSES.find(({ relief: of }) => of === kind);
  if (clause === undefined) throw new Error(`no clause of ${kind}`);
  const requirement = { name: 'one.example', clause } as Finding['requirement'];
  return { requirement, verdict, word, reason: 'r', citations: [] };
}

const registrar = (verdict: Verdict, word?: string) => finding('registrar-of-record', verdict, word);
const registrant = (verdict: Verdict, word?: string) => finding('registrant-is', verdict, word);

test.each([
  ['met and met', [registrar('met'), registrant('met')], 'met'],
  ['a registrant that is withheld', [registrar('met'), registrant('unknown', 'redacted')], 'met'],
  ['a registrant that is never shown', [registrar('met'), registrant('unknown', 'not-stated')], 'met'],
  ['a registrant that nobody answered about', [registrar('met'), registrant('unknown', 'timeout')], 'unknown'],
  ['a registrant like the ordered one', [registrar('met'), registrant('unknown', 'similar-registrant')], 'unknown'],
  ['another registrant', [registrar('met'), registrant('unmet', 'other-registrant')], 'unmet'],
  ['a registrar that is not stated', [registrar('unknown', 'not-stated'), registrant('met')], 'unknown'],
  ['nothing but what is withheld', [registrant('unknown', 'redacted')], 'unknown'],
  ['neither is stated', [registrar('unknown', 'not-stated'), registrant('unknown', 'not-stated')], 'unknown'],
  ['another registrar', [registrar('unmet', 'other-registrar'), registrant('unknown', 'redacted')], 'unmet'],
  ['nothing of the transfer', [finding('delegated-to', 'met')], 'not-ordered'],
] as const)('transferred, of %s: %s', (_what, findings, answer) => {
  expect(facetOf(findings, 'transferred')).toBe(answer);
  expect(facetOf([...findings].reverse(), 'transferred')).toBe(answer);
});

test.each([
  [['met', 'met'], 'met'],
  [['met', 'unknown'], 'unknown'],
  [['unknown', 'unmet'], 'unmet'],
  [['met', 'unmet'], 'unmet'],
  [['unknown', 'unknown'], 'unknown'],
] as const)('sinkholed and done, of %j: %s', ([delegation, addresses], answer) => {
  const findings = [finding('delegated-to', delegation), finding('resolves-to', addresses)];
  for (const all of [findings, [...findings].reverse()]) {
    expect(facetOf(all, 'sinkholed')).toBe(answer);
    expect(allOf(all)).toBe(answer);
  }
});

test('what belongs to no facet counts for done alone', () => {
  const findings = [finding('delegated-to', 'met'), finding('ds-absent-or-valid', 'unmet', 'stale-ds')];
  expect(facetOf(findings, 'sinkholed')).toBe('met');
  expect(allOf(findings)).toBe('unmet');
  expect(allOf([])).toBe('not-ordered');
});
