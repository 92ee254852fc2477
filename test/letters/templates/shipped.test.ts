// The shipped templates: sound for every letter that they could be used for, one for each that the ladder knows, and none that
// says to a requested party what only an ordered one is told.
import { describe, expect, it } from 'vitest';
import { renderProblems } from '../../../src/casefile/render-problem.ts';
import { checkTemplate } from '../../../src/letters/templates/check-template.ts';
import { fits, templateFor } from '../../../src/letters/templates/choose.ts';
import { examplesFor } from '../../../src/letters/templates/examples.ts';
import { readTemplates } from '../../../src/letters/templates/read-template.ts';
import { PURPOSES } from '../../../src/model/letter/letter.ts';
import { reliefs } from '../../../src/relief/index.ts';
import { shippedTemplates, textsIn } from '../shipped.ts';

const set = shippedTemplates();

describe('the shipped templates', () => {
  it.each(set.templates.map((template) => [template.id, template] as const))(
    '%s has no problem',
    async (_, template) => {
      const problems = await checkTemplate(template, set, examplesFor(template));
      expect(renderProblems(problems)).toBe('');
    },
  );
});

describe('which template a letter is made from', () => {
  const relief = reliefs.map(({ kind }) => kind);
  const ROLES = ['registry-operator', 'registrar', 'provider'] as const;
  const REACHES = ['ordered', 'requested'] as const;
  const letters = PURPOSES.flatMap((purpose) =>
    ROLES.flatMap((role) => REACHES.map((reach) => ({ purpose, role, reach }))),
  );

  /** A registry operator is written to about a registrar; ICANN hears of those under contract; only who is ordered is moved against. */
  const none = ({ purpose, role, reach }: (typeof letters)[number]) =>
    (purpose === 'registry' && role !== 'registry-operator') ||
    (purpose === 'complain' && role === 'provider') ||
    (purpose === 'enforce' && reach === 'requested');

  it.each(letters)('$purpose to a $reach $role', (letter) => {
    const fitting = set.templates.filter((template) => fits(template, { ...letter, language: 'en', relief }));
    expect(fitting).toHaveLength(none(letter) ? 0 : 1);
  });

  it('is the workspace’s own where there is one', () => {
    const own = readTemplates({
      templates: [{ file: 'templates/zz-own.md', octets: registryOrder() }, ...textsIn('.')],
      partials: textsIn('partials'),
    });
    const wanted = {
      purpose: 'execute',
      role: 'registry-operator',
      reach: 'ordered',
      language: 'en',
      relief: [],
    } as const;
    expect(own.ok && templateFor(own.value, wanted)?.id).toBe('zz-own');
  });

  it('is none where a kind of relief has no words in it', () => {
    const wanted = { purpose: 'execute', role: 'registry-operator', reach: 'ordered', language: 'en' } as const;
    expect(templateFor(set, { ...wanted, relief: ['something-new'] })).toBeUndefined();
  });

  it('a short name is no other’s for the same recipient and day', () => {
    for (const { role, reach } of letters) {
      const shorts = set.templates
        .filter((one) => one.roles.includes(role) && one.reach.includes(reach))
        .map(({ short }) => short);
      expect(new Set(shorts).size).toBe(shorts.length);
    }
  });
});

describe('the digest of a template', () => {
  const digestWith = (change: (text: string) => string) => {
    const partials = textsIn('partials').map((one) =>
      one.file.endsWith('person.md')
        ? { ...one, octets: new TextEncoder().encode(change(Buffer.from(one.octets).toString())) }
        : one,
    );
    const read = readTemplates({ templates: textsIn('.'), partials });
    return read.ok ? Object.fromEntries(read.value.templates.map(({ id, digest }) => [id, digest])) : {};
  };

  it('changes with a piece that it takes in by way of another', () => {
    const [before, after] = [digestWith((text) => text), digestWith((text) => `${text} `)];
    expect(after['registry-order']).not.toBe(before['registry-order']);
    expect(after['confirmation-form']).toBe(before['confirmation-form']);
  });

  it('is the same on every system', () => {
    expect(digestWith((text) => text.replaceAll('\n', '\r\n'))).toEqual(digestWith((text) => text));
  });
});

function registryOrder(): Uint8Array {
  return textsIn('.').find(({ file }) => file.endsWith('registry-order.md'))?.octets ?? new Uint8Array();
}
