import { expect, test } from 'vitest';
import { at } from '../support/values.ts';
import { expectSays, judged } from './judging.ts';
import { dossier, known, lacking } from './literals.ts';

const TERMS = { organisation: 'Microsoft Corporation' };

const stated = (organisation: string) => known({ shown: 'stated' as const, organisation });

test.each([
  ['the same', stated('Microsoft Corporation'), 'met', 'as-ordered'],
  ['the same in other letters', stated('MICROSOFT  CORPORATION.'), 'met', 'as-ordered'],
  [
    'the person’s field holds it',
    known({ shown: 'stated' as const, name: 'Microsoft Corporation' }),
    'met',
    'as-ordered',
  ],
  ['another legal form', stated('Microsoft Corp'), 'unknown', 'similar-registrant'],
  ['another organisation', stated('Evil Ltd'), 'unmet', 'other-registrant'],
  ['a person without an organisation', known({ shown: 'stated' as const, name: 'Mallory' }), 'unknown', 'not-stated'],
  ['a privacy service', stated('Domains By Proxy, LLC'), 'unknown', 'redacted'],
  ['redacted', known({ shown: 'redacted' as const }), 'unknown', 'redacted'],
  ['not shown', known({ shown: 'absent' as const }), 'unknown', 'not-stated'],
  ['of no answer', lacking('not-stated'), 'unknown', 'not-stated'],
  ['timed out', lacking('timeout'), 'unknown', 'timeout'],
] as const)('%s', (_what, registrant, verdict, word) => {
  expectSays(judged('registrant-is', TERMS, dossier({ registrant })), verdict, word);
});

test('what is withheld is met only by a confirmation of that paragraph, which is cited', () => {
  const confirmed = { at: at('2019-03-18T09:02:00Z'), event: 'confirmed' as const, paragraph: 'tro/2(a)' };
  const redacted = { registrant: known({ shown: 'redacted' as const }, 'run#3') };
  const judgement = judged('registrant-is', TERMS, dossier({ ...redacted, journal: [confirmed] }));
  expectSays(judgement, 'met', 'as-ordered');
  expect(judgement.citations).toEqual(['run#3', 'journal 2019-03-18T09:02:00Z']);
  expect(judgement.notes).toEqual(['the registrant is withheld']);
  const other = dossier({ ...redacted, journal: [{ ...confirmed, paragraph: 'tro/2(b)' }] });
  expectSays(judged('registrant-is', TERMS, other), 'unknown', 'redacted');
});

test('what a thin registry’s answers do not state is met by a confirmation, and says so', () => {
  const confirmed = { at: at('2019-03-18T09:02:00Z'), event: 'confirmed' as const, paragraph: 'tro/2(a)' };
  const thin = { registrant: lacking('not-stated') };
  const judgement = judged('registrant-is', TERMS, dossier({ ...thin, journal: [{ ...confirmed, note: 'ticket 1' }] }));
  expectSays(judgement, 'met', 'as-ordered');
  expect(judgement.reason).toBe('the registrant is Microsoft Corporation: confirmed (ticket 1)');
  expect(judgement.citations).toContain('journal 2019-03-18T09:02:00Z');
  expect(judgement.notes).toHaveLength(1);
  const refused = dossier({ ...thin, journal: [confirmed, { ...confirmed, event: 'refused' as const }] });
  expectSays(judged('registrant-is', TERMS, refused), 'unknown', 'not-stated');
});

test('a confirmation does not outweigh another organisation, nor a server that did not answer', () => {
  const journal = [{ at: at('2019-03-18T09:02:00Z'), event: 'confirmed' as const, paragraph: 'tro/2(a)' }];
  expectSays(
    judged('registrant-is', TERMS, dossier({ journal, registrant: stated('Evil Ltd') })),
    'unmet',
    'other-registrant',
  );
  expectSays(
    judged('registrant-is', TERMS, dossier({ journal, registrant: lacking('timeout') })),
    'unknown',
    'timeout',
  );
});

test('not registered', () => {
  expectSays(
    judged('registrant-is', TERMS, dossier({ registered: known('no-such-object') })),
    'unmet',
    'not-registered',
  );
});
