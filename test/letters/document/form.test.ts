import { describe, expect, it } from 'vitest';
import { formText } from '../../../src/letters/document/form.ts';
import type { FormField } from '../../../src/model/case/party.ts';
import { FORM_CONTENTS } from '../../../src/model/case/party.ts';
import { sampleDocument, sampleValues } from '../sample-letter.ts';

const document = sampleDocument();
const values = sampleValues();

function made(fields: readonly FormField[]): string {
  const contacts = { address: [], email: [], form: { url: 'https://registry.example/legal', fields } };
  const octets = formText({ recipient: { name: 'Example Registry', contacts }, document, values });
  return new TextDecoder().decode(octets);
}

describe('the text for a web form', () => {
  it('is there only for those who have one', () => {
    const recipient = { name: 'x', contacts: { address: [], email: [] } };
    expect(formText({ recipient, document, values })).toBeUndefined();
  });

  it('has every field by its own label, marked', () => {
    const text = made(FORM_CONTENTS.map((holds) => ({ label: `The ${holds}`, holds })));
    for (const holds of FORM_CONTENTS) expect(text).toContain(`===== The ${holds} =====\n`);
    expect(text).toContain('ILLUSTRATIVE');
    expect(text).toContain('===== The case-number =====\n1:19-cv-00716\n');
    expect(text).toContain('===== The deadline =====\n20 March 2019, 23:59 EDT\n');
    expect(text).toContain('account-verification-1.example\naccount-verification-2.example\n');
    expect(text).not.toContain('\u00a0');
  });

  it('says how long a text is, and refuses one that is too long', () => {
    expect(made([{ label: 'No.', holds: 'case-number', longest: 13 }])).toContain('(13 of at most 13 characters)');
    expect(() => made([{ label: 'No.', holds: 'case-number', longest: 12 }])).toThrow(
      expect.objectContaining({ kind: 'guard', code: 'form-text-too-long' }),
    );
  });
});
