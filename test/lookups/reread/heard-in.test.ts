import { describe, expect, it } from 'vitest';
import { encodeMessage } from '../../../src/lookups/dns/codec/encode.ts';
import { EMPTY_MESSAGE } from '../../../src/lookups/dns/codec/message.ts';
import { strayText } from '../../../src/lookups/dns/concluded.ts';
import { isFurther, nextStep, type Outcome, type Step } from '../../../src/lookups/dns/steps.ts';
import { heardIn } from '../../../src/lookups/reread/heard-in.ts';
import type { Exchange } from '../../../src/model/seen/exchange.ts';
import { at } from '../../support/values.ts';
import { record } from '../dns/messages.ts';

const NONE = new Uint8Array();

function asked(id: number, address?: string, more: Partial<Exchange> = {}): Exchange {
  const questions = [{ name: 'MoVed.test', type: 1, class: 1 }];
  const answers = address === undefined ? [] : [record('moved.test', 'A', address, 60)];
  return {
    protocol: 'dns',
    uri: 'dns://[2001:db8::53]/moved.test?type=A',
    at: at('2019-03-18T14:15:02Z'),
    took: 12,
    dialled: '[2001:db8::53]:53',
    transport: 'udp',
    sent: encodeMessage({ ...EMPTY_MESSAGE, id, questions }),
    received:
      address === undefined ? NONE : encodeMessage({ ...EMPTY_MESSAGE, id, response: true, questions, answers }),
    end: address === undefined ? 'deadline' : 'complete',
    ...more,
  };
}

const AGAIN = { because: 'no answer within 500 ms: asked again' };

describe('what was heard, out of the record', () => {
  it('is one question with the last answer that stands', () => {
    expect(heardIn([asked(1), asked(2, '192.0.2.1', { ...AGAIN, at: at('2019-03-18T14:15:03Z') })])).toMatchObject([
      {
        server: '2001:db8::53',
        name: 'moved.test',
        type: 1,
        recursion: false,
        checkingDisabled: false,
        at: '2019-03-18T14:15:03Z',
        answer: { ok: true, message: { id: 2 } },
      },
    ]);
  });

  it('is of the first asking where none was answered', () => {
    const heard = heardIn([asked(1), asked(2, undefined, { ...AGAIN, at: at('2019-03-18T14:15:03Z') })]);
    expect(heard).toMatchObject([{ at: '2019-03-18T14:15:02Z', answer: { ok: false, failure: 'timeout' } }]);
  });

  it('leaves strays aside, and an answer under another id as well', () => {
    const stray = { sent: NONE, end: 'failed', because: strayText({ kind: 'other id', detail: 'id 7' }) } as const;
    expect(heardIn([asked(9, '192.0.2.66', stray), asked(1, '192.0.2.1')])).toMatchObject([
      { answer: { ok: true, message: { id: 1 } } },
    ]);
    const forged = { ...asked(1), received: asked(9, '192.0.2.66').received, end: 'complete' } as const;
    expect(heardIn([forged])).toMatchObject([{ answer: { ok: false } }]);
  });

  it('tells of a question that is put twice on purpose', () => {
    const because = 'asked again after 3000 ms, to see how its time to live runs';
    expect(heardIn([asked(1, '192.0.2.1'), asked(2, '192.0.2.2', { because })])).toHaveLength(2);
  });

  it('says nothing of octets that are no question, and of other protocols', () => {
    expect(heardIn([asked(1, '192.0.2.1', { sent: Uint8Array.of(1, 2) })])).toEqual([]);
    expect(heardIn([asked(1, '192.0.2.1', { protocol: 'whois' })])).toEqual([]);
  });
});

it('every further step is known by its cause, and the first one is not', () => {
  const step: Step = { transport: 'udp', edns: true, mixedCase: true, wait: 500, left: [800] };
  const refused: Outcome = { kind: 'answer', message: { ...EMPTY_MESSAGE, rcode: 1 } };
  const silent = { kind: 'silence', otherLetters: false } as const;
  const further = [refused, { kind: 'truncated' }, silent, { ...silent, otherLetters: true }] as const;
  expect(further.map((outcome) => isFurther(nextStep(step, outcome)?.because))).toEqual([true, true, true, true]);
  expect(isFurther('this server does not take EDNS')).toBe(false);
});
