// The small pieces of what letters need: lines, mail addresses, telephone numbers, addresses of web forms, fingerprints.
// What ends up in a header or on an envelope is held to one line here, at its source.
import * as z from 'zod';
import { parseMailAddress } from '../../model/letter/mail-address.ts';
import { parsed } from './words.ts';

const ONE_LINE = /^[^\p{Cc}\u2028\u2029]+$/u;

/** No line break could begin another header, and no control character another command. */
export const line = parsed((written) => (ONE_LINE.test(written) && written.trim() !== '' ? written : undefined), {
  code: 'wrong-value',
  not: 'not one line of text',
  hint: 'Write something on one line, without control characters.',
}).meta({ description: 'One line of text.' });

export const mailAddress = parsed(parseMailAddress, {
  code: 'wrong-value',
  not: 'not one plain mail address',
  hint: 'Write it as legal@registry.example: no name, no brackets, one address.',
}).meta({ description: 'One mail address, such as legal@registry.example.' });

const PHONE = /^\+?[\d(][\d ()./-]{1,38}\d(?: ?(?:x|ext\.?|extension) ?\d{1,8})?$/i;

export const phone = parsed((written) => (PHONE.test(written) ? written : undefined), {
  code: 'wrong-value',
  not: 'not a telephone number',
  hint: 'Write it as "+1 202 555 0100", or "+1 202 555 0100 ext. 12".',
}).meta({ description: 'A telephone number as people write it.', examples: ['+1 202 555 0100'] });

export const formUrl = parsed(secureUrl, {
  code: 'wrong-value',
  not: 'not the address of a page over https',
  hint: 'Write it as https://registry.example/legal.',
}).meta({ description: 'An https address.' });

function secureUrl(written: string): string | undefined {
  if (!/^https:\/\/[^\s/\\]+/.test(written) || /[\s\p{Cc}]/u.test(written) || !URL.canParse(written)) return undefined;
  const { username, password } = new URL(written);
  return username === '' && password === '' ? written : undefined;
}

export const fingerprint = parsed(
  (written) => {
    const figures = written.replaceAll(' ', '').toUpperCase();
    return /^[0-9A-F]{40}$/.test(figures) ? figures : undefined;
  },
  {
    code: 'wrong-value',
    not: 'not the fingerprint of an OpenPGP key',
    hint: 'Write its 40 hexadecimal figures, with or without blanks; a short key id can be forged.',
  },
).meta({ description: 'The fingerprint of an OpenPGP key: 40 hexadecimal figures.' });

export const language = parsed(canonicalLanguage, {
  code: 'wrong-value',
  not: 'not the tag of a language',
  hint: 'Write it as en, de or pt-BR (BCP 47).',
}).meta({ description: 'A language (BCP 47), such as en or pt-BR.' });

function canonicalLanguage(written: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(written)[0];
  } catch {
    return undefined;
  }
}

/** A file of the case's folder, by a name that every mail program and file system takes as it is. */
export const caseFileName = z.string().regex(/^[A-Za-z0-9_-][A-Za-z0-9._ -]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._ -]*)*$/, {
  error: 'a file of the case folder is named here, such as appendix-a.txt',
});

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 has 64 hexadecimal figures' });
