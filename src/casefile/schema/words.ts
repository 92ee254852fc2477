// The small pieces of every schema: texts, ids, instants, names, addresses. Each turns what was written into the type of
// the model, or says what is wrong with a code of its own.
import * as z from 'zod';
import { parseAddress, parsePrefix } from '../../model/address.ts';
import { parseDate, parseInstant } from '../../model/instant.ts';
import { parseName } from '../../model/name.ts';
import type { Code } from '../codes.ts';

// Code made on the fly pays off after hundreds of readings; a run of the program reads three files.
z.config({ jitless: true });

/** A text with something in it. */
export const text = z.string().min(1);

/** A text that may run over many lines. */
export const prose = z.string().min(1);

interface Wording {
  readonly code: Code;
  /** Ends the sentence `"x" is …`. */
  readonly not: string;
  readonly hint?: string;
}

/** A text that `parse` makes something of; `undefined` from it is a problem. */
export function parsed<T>(parse: (text: string) => T | undefined, { code, not, hint }: Wording) {
  return z.string().transform((written, context): T => {
    const value = parse(written);
    if (value !== undefined) return value;
    const params = hint === undefined ? { code } : { code, hint };
    context.addIssue({ code: 'custom', message: `"${written}" is ${not}.`, params });
    return z.NEVER;
  });
}

export const instant = parsed(parseInstant, { code: 'not-an-instant', not: 'not an instant with an offset' }).meta({
  description: 'An instant with its offset from UTC (RFC 3339), such as 2019-03-15T16:00:00-04:00.',
});

export const date = parsed(parseDate, { code: 'not-a-date', not: 'not a day of the calendar' }).meta({
  description: 'A day of the calendar, such as 2019-03-15.',
});

export const name = z
  .string()
  .transform((written, context) => {
    const reading = parseName(written);
    if (reading.ok) return reading.name;
    const params = { code: 'not-a-name' satisfies Code, hint: 'Write one domain name.' };
    context.addIssue({ code: 'custom', message: `"${written}" ${reading.reason}.`, params });
    return z.NEVER;
  })
  .meta({ description: 'A domain name, in its ASCII form or with its own letters.' });

export const address = parsed(parseAddress, { code: 'wrong-value', not: 'not an IP address' }).meta({
  description: 'An IPv4 or IPv6 address.',
});

export const prefix = parsed(parsePrefix, {
  code: 'wrong-value',
  not: 'not a prefix of addresses',
  hint: 'Write it as 192.0.2.0/24 or "2001:db8:5::/48".',
}).meta({ description: 'A prefix of addresses, such as 192.0.2.0/24.' });

const ID = /^[a-z0-9]+(?:[-._][a-z0-9]+)*$/;

export function isId(written: string): boolean {
  return ID.test(written);
}

export const id = parsed((written) => (isId(written) ? written : undefined), {
  code: 'wrong-value',
  not: 'not a short name of the kind that is wanted here',
  hint: 'Use small letters, figures and hyphens, such as appendix-a.',
}).meta({ description: 'A short name: small letters, figures and hyphens.', pattern: ID.source });

/** Keys of a map that are ids. They stay what was written, so that problems can name their place. */
export function mapById<T extends z.ZodType>(value: T) {
  return z.record(z.string().regex(ID), value);
}

export const tld = parsed((written) => (/^[a-z0-9-]{2,63}$/.test(written) ? written : undefined), {
  code: 'wrong-value',
  not: 'not a top-level domain',
  hint: 'Write it without a dot and in its ASCII form, such as com or xn--p1ai.',
}).meta({ description: 'A top-level domain without a dot, in its ASCII form.' });

/** One or several of a thing, written alone or as a list; always a list afterwards. */
export function oneOrMore<T extends z.ZodType>(item: T) {
  return z
    .union([item, z.array(item).min(1)])
    .transform((value): readonly z.output<T>[] => (Array.isArray(value) ? value : [value as z.output<T>]));
}
