// Sealed names in any text become numbers, however they are written and whatever stands around them.
import { expect, test } from 'vitest';
import { hideNames, hostsIn } from '../../../src/model/case/sealed-names.ts';

const hide = hideNames([
  { name: 'evil.example', unicode: 'evil.example', registrable: 'evil.example' },
  { name: 'xn--mnchen-3ya.com', unicode: 'münchen.com', registrable: 'xn--mnchen-3ya.com' },
  { name: 'host.under.example', unicode: 'host.under.example', registrable: 'under.example' },
  { name: 'evil.example', unicode: 'evil.example', registrable: 'evil.example' },
]);

test.each([
  ['evil.example is late', 'name-1 is late'],
  ['EVIL.Example.', 'name-1.'],
  [
    '"https://rdap.example/domain/evil.example?x=www.evil.example"',
    '"https://rdap.example/domain/name-1?x=www.name-1"',
  ],
  ['::error file=a,line=1::evil.example%0Aevil.example', '::error file=a,line=1::name-1%0Aname-1'],
  ['ns1.a.b.evil.example 192.0.2.1', 'ns1.a.b.name-1 192.0.2.1'],
  ['münchen.com, MÜNCHEN.COM, xn--mnchen-3ya.com', 'name-2, name-2, name-2'],
  ['mu\u0308nchen.com evil。example', 'name-2 name-1'],
  ['host.under.example and other.under.example', 'name-3 and other.domain-of-name-3'],
  ['notevil.example evil.example.net evil', 'notevil.example evil.example.net evil'],
  ['{"a":"b\\nevil.example\\u000aevil.example\\tx.evil.example"}', '{"a":"b\\nname-1\\u000aname-1\\tx.name-1"}'],
  ['C:\\evil.example \\x0aevil.example ?q=a%2fevil.example', 'C:\\name-1 \\x0aname-1 ?q=a%2fname-1'],
  ['tro/2(b)/resolves-to/evil.example', 'tro/2(b)/resolves-to/name-1'],
  ['2019-03-18T14:15:02.000Z takedown.0.1', '2019-03-18T14:15:02.000Z takedown.0.1'],
])('%s', (text, shown) => {
  expect(hide(text)).toBe(shown);
});

test('nothing to hide changes nothing', () => {
  expect(hideNames([])('evil.example')).toBe('evil.example');
});

test('of a text that nothing is known of, everything that may be a name', () => {
  const all = hideNames(hostsIn('# schedule\nevil.example\n- also.evil.example, 7 of them\n'));
  expect(all('names.txt:2 evil.example also.evil.example')).toBe('names.txt:2 name-1 name-2');
});
