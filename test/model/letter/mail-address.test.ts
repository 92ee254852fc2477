import { describe, expect, it } from 'vitest';
import { isSameAddress, parseMailAddress } from '../../../src/model/letter/mail-address.ts';
import { messageIdOf, parseMessageId } from '../../../src/model/letter/message-id.ts';

describe('an address', () => {
  it.each([
    ['legal@registry.example', 'legal@registry.example'],
    ["Pat.O'Brien+case@Law.EXAMPLE", "Pat.O'Brien+case@law.example"],
    ['a@xn--e1afmkfd.xn--p1ai', 'a@xn--e1afmkfd.xn--p1ai'],
    [`${'x'.repeat(64)}@law.example`, `${'x'.repeat(64)}@law.example`],
  ])('%s', (text, expected) => {
    expect(parseMailAddress(text)).toBe(expected);
  });

  it.each([
    '',
    'legal',
    '@registry.example',
    'legal@',
    'legal@registry',
    'legal@127.0.0.1',
    'legal@[127.0.0.1]',
    'legal@@registry.example',
    'legal@registry.example.',
    'legal@-registry.example',
    'le gal@registry.example',
    ' legal@registry.example',
    'legal@registry.example\n',
    '.legal@registry.example',
    'le..gal@registry.example',
    '-oQ/tmp@registry.example',
    '"legal"@registry.example',
    'legal(comment)@registry.example',
    'user%other.example@registry.example',
    'a@b.example> , <evil@x.example',
    'лист@registry.example',
    'legal@пример.example',
    'legal\u202e@registry.example',
    `${'x'.repeat(65)}@law.example`,
    `x@${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.example`,
  ])('%j is none', (text) => {
    expect(parseMailAddress(text)).toBeUndefined();
  });

  it('is the same in another writing of its domain only', () => {
    expect(isSameAddress('legal@Registry.Example', 'legal@registry.example')).toBe(true);
    expect(isSameAddress('Legal@registry.example', 'legal@registry.example')).toBe(false);
  });
});

describe('a Message-ID', () => {
  it('is made of the letter, what it says and who sends it', () => {
    const of = {
      letter: '2019-03-15-verisign-order',
      facts: `0123456789abcdef${'0'.repeat(48)}`,
      from: 'j@Law.example',
    };
    expect(messageIdOf(of)).toBe('<2019-03-15-verisign-order.0123456789abcdef@law.example>');
    expect(parseMessageId(messageIdOf(of))).toBe(messageIdOf(of));
  });

  it('gets its brackets, and is none with anything else beside it', () => {
    expect(parseMessageId(' a.b@c.example ')).toBe('<a.b@c.example>');
    for (const text of ['', 'a', '<a@b> <c@d>', '<a b@c>', '<a@b>\r\nBcc: x@y.example', `<${'a'.repeat(1000)}@b>`])
      expect(parseMessageId(text)).toBeUndefined();
  });
});
