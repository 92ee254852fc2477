import { describe, expect, it } from 'vitest';
import { type MadeFrom, madeOf } from '../../../src/letters/leaving/made.ts';
import type { LetterValues } from '../../../src/letters/values/values.ts';
import type { Recipient } from '../../../src/model/case/party.ts';

const recipient: Recipient = {
  id: 'verisign',
  name: 'VeriSign, Inc.',
  role: 'registry-operator',
  reach: 'ordered',
  tlds: ['com', 'net'],
  hosts: [],
  contacts: { address: [], email: ['legal@registry.example'] },
  illustrative: true,
};
// Only what the function reads: it looks at the values as a whole.
const values = { costs: 'We pay.', names: [{ name: 'a.example' }, { name: 'b.example' }] } as unknown as LetterValues;
const from: MadeFrom = {
  theCase: { digest: 'c' },
  planned: { recipient },
  templates: [{ digest: 't' }],
  house: { fonts: [] },
  values,
};

describe('what a letter is made of', () => {
  it('is the same whatever order the keys were set in', () => {
    const { names, costs, ...rest } = values;
    const turned: Recipient = Object.fromEntries(Object.entries(recipient).reverse()) as unknown as Recipient;
    expect(
      madeOf({ ...from, planned: { recipient: turned }, values: { ...rest, names, ...(costs && { costs }) } }),
    ).toEqual(madeOf(from));
  });

  it('is the same after a fresh look that showed the same', () => {
    const [first, ...others] = values.names;
    const seen = { ...values, names: [{ ...first, seen_at: '2019-03-18T14:15:02Z' }, ...others] };
    expect(madeOf({ ...from, values: seen as unknown as LetterValues })).toEqual(madeOf(from));
  });

  it.each([
    ['case', { theCase: { digest: 'd' } }],
    ['template', { templates: [{ digest: 'u' }] }],
    ['template', { templates: [{ digest: 't' }, { digest: 'form' }] }],
    ['template', { house: { reference: Buffer.from('a letterhead'), fonts: [] } }],
    ['template', { house: { fonts: [Buffer.from('a font')] } }],
    ['recipient', { planned: { recipient: { ...recipient, contacts: { address: [], email: ['x@y.example'] } } } }],
    ['recipient', { planned: { recipient, about: recipient } }],
    ['facts', { values: { ...values, costs: 'You pay.' } }],
    ['facts', { values: { ...values, names: [...values.names].reverse() } }],
    ['facts', { values: { ...values, names: values.names.slice(1) } }],
  ] as const)('differs in %s, and in nothing else, where that changed', (part, more) => {
    const changed = madeOf({ ...from, ...more });
    expect(changed[part]).not.toBe(madeOf(from)[part]);
    expect({ ...changed, [part]: madeOf(from)[part] }).toEqual(madeOf(from));
  });
});
