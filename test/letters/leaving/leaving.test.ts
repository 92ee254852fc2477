import { describe, expect, it } from 'vitest';
import { type Leaving, leavingRefusals, type MailAsRead } from '../../../src/letters/leaving/leaving.ts';
import { SEND_REFUSALS, type SendRefusalWord, sendRefusalRow } from '../../../src/letters/leaving/send-refusals.ts';
import type { JournalEntry } from '../../../src/model/case/journal.ts';
import type { IssuedLetter } from '../../../src/model/letter/letter.ts';
import { issuedLiteral } from '../../support/letters.ts';
import { at } from '../../support/values.ts';

const letter: IssuedLetter = { ...issuedLiteral({ illustrative: false }), digest: '0123456789abcdef'.repeat(4) };
const { mail } = letter;
if (mail === undefined) throw new Error('the literal has a mail');
const asRead: MailAsRead = { ...mail, from: [mail.from], bcc: [], strangers: [] };
const served = (more: Partial<JournalEntry> = {}): JournalEntry => ({
  at: at('2019-03-15T21:00:00Z'),
  event: 'served',
  letter: letter.id,
  ...more,
});
const earlier: IssuedLetter = { ...letter, id: '2019-03-15-pir-order' };
const tried = served({ event: 'trial', letter: earlier.id });

/** A letter that may leave. */
const sound: Leaving = {
  letter,
  approved: letter.digest.slice(0, 12),
  changes: [],
  mail: asRead,
  made: letter.made,
  templateGone: false,
  illustrative: false,
  rehearsal: false,
  today: [],
  contacts: { address: [], email: ['legal@registry.example'] },
  journal: [tried],
  issued: [earlier, letter],
  unsettled: [],
  sender: 'counsel@Firm.example',
  ours: ['counsel@firm.example'],
  trial: false,
  unattended: false,
  simulated: false,
};

const words = (more: Partial<Leaving>) => leavingRefusals({ ...sound, ...more }).map(({ word }) => word);
const changed = (part: keyof IssuedLetter['made']) => ({ made: { ...letter.made, [part]: 'f'.repeat(64) } });
const withLetter = (more: Partial<IssuedLetter>) => ({ letter: { ...letter, ...more } });

const CASES: readonly (readonly [string, Partial<Leaving>, readonly SendRefusalWord[]])[] = [
  ['nothing was approved', { approved: undefined }, ['not-approved']],
  ['the approval is empty', { approved: '' }, ['approval-differs']],
  ['eleven figures are given', { approved: letter.digest.slice(0, 11) }, ['approval-too-short']],
  ['one figure differs', { approved: `${letter.digest.slice(0, 11)}f` }, ['approval-differs']],
  ['a figure too many is given', { approved: `${letter.digest}0` }, ['approval-differs']],
  ['a file was changed', { changes: ['letter.pdf is no longer what was issued.'] }, ['letter-changed']],
  ['it has no mail', { letter: (({ mail: _, ...rest }) => rest)(letter), mail: undefined }, ['no-mail']],
  ['the mail has a blind copy', { mail: { ...asRead, bcc: ['x@y.example'] } }, ['mail-differs']],
  ['the mail has another recipient', { mail: { ...asRead, to: ['x@y.example'] } }, ['mail-differs']],
  ['the mail has one more recipient', { mail: { ...asRead, cc: ['x@y.example'] } }, ['mail-differs']],
  ['the mail has two senders', { mail: { ...asRead, from: [mail.from, mail.from] } }, ['mail-differs']],
  ['the mail has another subject', { mail: { ...asRead, subject: 'Order' } }, ['mail-differs']],
  ['the mail has another Message-ID', { mail: { ...asRead, messageId: '<x@y.example>' } }, ['mail-differs']],
  ['the mail has a file that is not the letter’s', { mail: { ...asRead, strangers: ['x.pdf'] } }, ['mail-differs']],
  ['a CI job sends', { unattended: true }, ['unattended']],
  ['a real letter meets a simulated server', { simulated: true }, ['simulated-mixed']],
  ['a real letter of what is a rehearsal now meets a real server', { rehearsal: true }, ['simulated-mixed']],
  ['the case is illustrative, whatever the letter says', { illustrative: true }, ['illustrative']],
  [
    'a rehearsed letter meets a real server',
    { ...withLetter({ rehearsal: true }), rehearsal: true },
    ['simulated-mixed'],
  ],
  ['the case is illustrative', withLetter({ illustrative: true }), ['illustrative']],
  [
    'they answered it, and nobody wrote down that it was served',
    { journal: [tried, served({ event: 'acknowledged' })] },
    ['already-served'],
  ],
  ['its template is gone', { made: undefined, templateGone: true }, ['template-changed']],
  ['it was served', { journal: [tried, served()] }, ['already-served']],
  ['it may have been sent', { unsettled: ['letters/x/sent-20190315T210000Z.eml.partial'] }, ['may-have-been-sent']],
  ['the case changed', changed('case'), ['case-changed']],
  ['the recipient changed', changed('recipient'), ['recipient-changed']],
  ['the recipient is gone', { contacts: undefined }, ['recipient-changed']],
  ['the template changed', changed('template'), ['template-changed']],
  ['the facts changed', changed('facts'), ['facts-changed']],
  ['nothing is left to write about', { made: undefined }, ['facts-changed']],
  ['another sender is set', { sender: 'other@firm.example' }, ['sender-changed']],
  ['no sender is set', { sender: undefined }, ['sender-changed']],
  [
    'a copy goes to somebody else',
    {
      letter: { ...letter, mail: { ...mail, cc: ['press@paper.example'] } },
      mail: { ...asRead, cc: ['press@paper.example'] },
    },
    ['foreign-address'],
  ],
  ['the template was never tried', { journal: [] }, ['first-use']],
  [
    'another form of the template was tried',
    { issued: [{ ...earlier, made: { ...earlier.made, template: '0' } }] },
    ['first-use'],
  ],
  ['a trial is wanted, but unapproved', { trial: true, approved: undefined }, ['not-approved']],
];

describe('a letter does not leave', () => {
  it.each(CASES)('when %s', (_, more, expected) => {
    expect(words(more)).toEqual(expected);
  });

  it('when it would not be issued today, with the reason of that', () => {
    const stale = {
      word: 'stale-lookups',
      text: 'the lookups are 80 hours old',
      hint: 'Look again.',
      reasonOutweighs: false,
    };
    expect(leavingRefusals({ ...sound, today: [stale] })).toEqual([
      { word: 'stale-lookups', text: 'The lookups are 80 hours old.', hint: 'Look again.' },
    ]);
  });

  it('and is never told to give a reason, which is kept when a letter is issued', () => {
    const soft = { word: 'already-sent', text: 'it went out', hint: 'Give --reason.', reasonOutweighs: true };
    expect(leavingRefusals({ ...sound, today: [soft] })[0]?.hint).toContain('issue the letter anew');
  });

  it('and says everything that stands in the way at once, with what to do', () => {
    const all = leavingRefusals({ ...sound, ...changed('case'), approved: undefined, journal: [] });
    expect(all.map(({ word }) => word)).toEqual(['not-approved', 'case-changed', 'first-use']);
    for (const { text, hint } of all) expect([text.endsWith('.'), hint.endsWith('.')]).toEqual([true, true]);
  });

  it('for each reason in the list, and for no other', () => {
    const reached = new Set(CASES.flatMap(([, , expected]) => expected));
    expect([...reached].sort()).toEqual(Object.keys(SEND_REFUSALS).sort());
    expect(sendRefusalRow('toString')).toBeUndefined();
  });
});

describe('a letter leaves', () => {
  it.each([
    ['as it was approved', {}],
    ['when the whole digest was typed in capitals', { approved: ` ${letter.digest.toUpperCase()} ` }],
    [
      'with a copy to ourselves',
      { letter: { ...letter, mail: { ...mail, cc: [mail.from] } }, mail: { ...asRead, cc: [mail.from] } },
    ],
    ['when its template was served before', { journal: [served({ letter: earlier.id })] }],
    ['when another letter was served', { journal: [tried, served({ letter: earlier.id })] }],
    ['when it was tried before itself', { journal: [served({ event: 'trial' })] }],
    ['to oneself before its template was used', { journal: [], trial: true }],
    ['to oneself from an illustrative case', { ...withLetter({ illustrative: true }), trial: true }],
    [
      'in a rehearsal, illustrative or not',
      { ...withLetter({ rehearsal: true, illustrative: true }), rehearsal: true, simulated: true },
    ],
  ] satisfies readonly (readonly [string, Partial<Leaving>])[])('%s', (_, more) => {
    expect(leavingRefusals({ ...sound, ...more })).toEqual([]);
  });
});
