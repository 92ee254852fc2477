import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { manifestOf, parseManifest } from '../../src/casefile/issued-letter.ts';
import { manifestLines } from '../../src/casefile/manifest-lines.ts';
import { issuedLetterSchema } from '../../src/casefile/schema/issued-letter.ts';
import { publishedSchemas } from '../../src/casefile/schemas.ts';
import { readYaml } from '../../src/casefile/yaml.ts';
import { issuedLiteral } from '../support/letters.ts';
import { expectPublished } from '../support/schemas.ts';

const source = (text: string) => ({ file: 'letters/x/letter.yaml', octets: Buffer.from(text) });

test('what was written reads back the same', () => {
  const { text, letter } = manifestOf(issuedLiteral());
  expect(parseManifest(source(text))).toEqual({ ok: true, value: letter, problems: [] });
});

test('the text is one that people can read', async () => {
  await expect(manifestOf(issuedLiteral()).text).toMatchFileSnapshot('golden/letter.yaml.txt');
});

test('a letter without deadline, mail and reason has none afterwards', () => {
  const { deadline: _, mail: __, reason: ___, ...bare } = issuedLiteral();
  const { text, letter } = manifestOf(bare);
  expect(letter).not.toHaveProperty('mail');
  expect(parseManifest(source(text))).toMatchObject({ ok: true, value: letter });
});

test('text from outside stays text, whatever it says', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'binary' }), (hostile) => {
      const mail = { from: hostile, to: [hostile], cc: [hostile], subject: hostile, messageId: hostile };
      const { text, letter } = manifestOf({ ...issuedLiteral(), mail, reason: hostile });
      expect(parseManifest(source(text))).toMatchObject({ ok: true, value: { mail: letter.mail, reason: hostile } });
    }),
  );
});

test('the quick way reads what any reader of YAML reads', () => {
  const texts = fc.string({ minLength: 1, unit: 'binary' });
  fc.assert(
    fc.property(texts, fc.array(texts), fc.boolean(), (hostile, to, sealed) => {
      const mail = { from: hostile, to, cc: [], subject: hostile, messageId: hostile };
      const { text } = manifestOf(issuedLiteral({ sealed, mail, reason: hostile, tool: hostile }));
      const slow = readYaml(source(text), issuedLetterSchema);
      if (!slow.ok) throw new Error(JSON.stringify(slow.problems));
      expect(issuedLetterSchema.parse(manifestLines(text))).toEqual(slow.value.value);
    }),
  );
});

describe('a text that was changed is refused', () => {
  const { text } = manifestOf(issuedLiteral());
  test.each([
    ['a name taken away', text.replace('- outlook-verify.net\n', '')],
    ['another digest of a file', text.replace(/"[0-9a-f]{64}"\}/, `"${'0'.repeat(64)}"}`)],
    ['a comment added', text.replace('names:', '# harmless\nnames:')],
    ['a line added below', `${text}# harmless\n`],
    ['line breaks of another system', text.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${text}`],
    ['the digest first', `${text.split('\n').at(-2)}\n${text.split('\n').slice(0, -2).join('\n')}\n`],
    ['the last line break missing', text.trimEnd()],
  ])('%s', (_, changed) => {
    expect(changed).not.toBe(text);
    expect(parseManifest(source(changed))).toMatchObject({ ok: false, problems: [{ code: 'letter-changed' }] });
  });

  test('every single octet that is changed', () => {
    for (let at = 0; at < text.length; at += 7) {
      const octets = Buffer.from(text);
      octets[at] = octets[at] === 0x61 ? 0x62 : 0x61;
      expect(parseManifest({ file: 'x', octets }).ok).toBe(false);
    }
  });
});

test('the schema of letter.yaml is published', async () => {
  await expectPublished('letter', publishedSchemas.letter());
});
