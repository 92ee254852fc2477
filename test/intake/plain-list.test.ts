// The quick way through a list and the one that every document takes come to the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suffixList } from '../../src/casefile/suffix-list.ts';
import { readDocument } from '../../src/intake/index.ts';
import { plainList } from '../../src/intake/plain-list.ts';
import { sift } from '../../src/intake/sift.ts';
import type { Sifted } from '../../src/intake/sifted.ts';
import type { Name } from '../../src/model/name.ts';

const knowing = { endings: suffixList, own: ['counsel.example' as Name] };

function quick(text: string) {
  const list = plainList({ file: 'list.txt', octets: new TextEncoder().encode(text) }, knowing);
  if (list === undefined) return undefined;
  const plain = Array.from({ length: list.count }, (_, at) => `${list.line(at)} ${list.name(at)}`);
  const { sure = [], check = [], refused = [], repeated = [] } = list.rest?.sifted ?? {};
  return {
    plain: list.rest === undefined,
    sure: [...plain, ...sure.map(surely)],
    repeated: [
      ...list.repeated.told.map(({ name, line, firstLine }) => `${line} ${name} ${firstLine}`),
      ...repeated.map(again),
    ],
    check,
    refused,
  };
}

async function thorough(text: string) {
  const read = await readDocument({ file: 'list.txt', octets: new TextEncoder().encode(text) });
  if (!read.ok) return undefined;
  const { sure, check, refused, repeated } = sift(read.value, knowing);
  return {
    sure: sure.map(surely),
    repeated: repeated.map(again),
    check,
    refused,
    remarks: read.value.remarks.length,
  };
}

const surely = ({ name, place, printed }: Sifted['sure'][number]) =>
  `${place.line} ${printed === name ? name : printed}`;
const again = ({ name, place, first }: Sifted['repeated'][number]) => `${place.line} ${name} ${first.line}`;

const same = async (text: string) => {
  const found = quick(text);
  if (found === undefined) return undefined;
  const { plain: _, sure: __, repeated: ___, ...rest } = found;
  const whole = await thorough(text);
  expect(whole, text).toMatchObject({ ...rest, remarks: 0 });
  const [one, other] = [whole, found].map((all) => ({
    sure: all?.sure.toSorted(),
    repeated: all?.repeated.toSorted(),
  }));
  expect(one, text).toEqual(other);
  return found;
};

describe('a list of names and nothing else', () => {
  it('is read with its lines, and what stands there twice', async () => {
    const found = await same('# generated\n\na.example\r\nb-1.example\n_x.a.example\na.example\n\n163.com\n');
    expect(found).toMatchObject({
      plain: true,
      sure: ['3 a.example', '4 b-1.example', '5 _x.a.example', '8 163.com'],
      repeated: ['6 a.example 3'],
    });
  });

  it.each([
    ['a name in another form', 'a.example\nB.example\n'],
    ['a final dot', 'a.example.\n'],
    ['a blank beside it', 'a.example \n'],
    ['a comment behind it', 'a.example # b\n'],
    ['a comment that has a name', '# b.example\na.example\n'],
    ['another writing', 'bücher.example\n'],
    ['an A-label', 'xn--bcher-kva.example\n'],
    ['a defanged name', 'a[.]example\n'],
    ['an address', '192.0.2.1\n'],
    ['a number in front', '12.a.example\n'],
    ['a bare suffix', 'co.uk\n'],
    ['the domain of a provider', 'github.io\n'],
    ["counsel's domain", 'mail.counsel.example\n'],
    ['an ending that nobody knows', 'a.invalidtop\n'],
    ['an ending of files', 'a.zip\n'],
    ['a piece of a name', 'a-\nb.example\n'],
    ['a label that is too long', `${'a'.repeat(64)}.example\n`],
    ['a sheet', 'name,note\na.example,x\n'],
    ['nothing', '\n\n'],
    ['UTF-16', '\ufeffa.example\n'],
    ['a lone return', 'a.example\rb.example\n'],
  ])('among others, %s is sifted by itself', async (_, odd) => {
    const text = `first.example\nsecond.com\n${odd}third.net\nfourth.org\nfifth.com\nsixth.com\nseventh.com\n`;
    for (const whole of [text, `${text}a.example\nb.example\nseventh.com\n`]) await same(whole);
    const long = `${'x.com\n'.repeat(9)}${odd}${Array.from({ length: 9 }, (_, at) => `y${at}.com\n`).join('')}`;
    const found = await same(long);
    if (/[\r\ufeff\0]/.test(odd) === false) expect(found).toMatchObject({ plain: !/\S/.test(odd) });
  });

  it('comes to what every document comes to', async () => {
    const label = fc.oneof(
      { weight: 12, arbitrary: fc.stringMatching(/^[a-z0-9]{1,3}$/) },
      { weight: 1, arbitrary: fc.stringMatching(/^[a-z0-9_-]{1,6}$/) },
    );
    const top = fc.constantFrom(
      ...['com', 'net', 'example', 'de', 'com', 'net', 'example', 'de', 'com', 'net', 'example', 'de'],
      'co.uk',
      'zip',
      'sh',
      'in',
      'github.io',
      'xn--p1ai',
      'nosuch',
      'app',
    );
    const name = fc
      .tuple(fc.array(label, { minLength: 1, maxLength: 3 }), top)
      .map(([labels, end]) => [...labels, end].join('.'));
    const odd = fc.constantFrom(
      '',
      '',
      '# list of names',
      '# list, of 300 "names"; a-b_c',
      '#x 12',
      '## 12 a',
      '# http://a.com',
      '# 2001:db8::1',
      '#1 a.com',
      'a.com.',
      'A.com',
      '--',
      'domain',
      'a.com b.com',
      '-x.com',
      '.com',
      '12:30:15',
      'portal-',
      '3. a.com',
      '4.b.com',
      'someone@a.com',
      'x@b.net and more words of a sentence',
      'bücher.com',
      'a[.]com',
      'a.com # why',
      '  # a.com',
      'evil',
      '\t',
    );
    const line = fc.oneof({ weight: 30, arbitrary: name }, { weight: 1, arbitrary: odd });
    const text = fc.tuple(fc.array(line, { minLength: 1, maxLength: 30 }), fc.constantFrom('\n', '\r\n'));
    let [quickly, divided] = [0, 0];
    await fc.assert(
      fc.asyncProperty(text, async ([lines, feed]) => {
        const found = await same(lines.join(feed));
        if (found?.plain === true) quickly += 1;
        if (found?.plain === false) divided += 1;
      }),
      { numRuns: 2_000 },
    );
    expect([quickly > 200, divided > 200]).toEqual([true, true]);
  });

  it('tells the first of very many repetitions and counts the rest', () => {
    const list = plainList(
      { file: 'list.txt', octets: new TextEncoder().encode('a.example\n'.repeat(1_000)) },
      knowing,
    );
    expect([list?.count, list?.repeated.count, list?.repeated.told.length]).toEqual([1, 999, 100]);
  });
});
