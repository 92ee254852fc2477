// The front matter of a template: what it is for, as strict YAML between two lines of three hyphens. Split by hand, so that
// no reader can be made to run or to guess anything; its lines keep their numbers.
import * as z from 'zod';
import { oneOrMore, text } from '../../casefile/schema/words.ts';
import type { ReadableText } from '../../casefile/source.ts';
import { PURPOSES } from '../../model/letter/letter.ts';
import type { Place } from '../../model/problem.ts';
import { reliefs } from '../../relief/index.ts';
import { ENCLOSED } from './template.ts';

const kinds = reliefs.map(({ kind }) => kind);
const roles = z.enum(['registry-operator', 'registrar', 'provider']);
const reach = z.enum(['ordered', 'requested']);
const SHORT = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

export const frontMatterSchema = z
  .strictObject({
    title: text.describe('What the template is, for people who choose one.'),
    purpose: z.enum(PURPOSES).describe('What its letters are for.'),
    role: oneOrMore(roles).describe('Whom it can go to.'),
    reach: oneOrMore(reach).describe('"ordered": the orders bind the recipient. "requested": it is asked.'),
    language: z.string().regex(LANGUAGE, 'Write it as en or pt-BR.').default('en'),
    short: z
      .string()
      .regex(SHORT, 'Use small letters, figures and hyphens.')
      .max(24)
      .describe('The last part of a letter’s id.'),
    subject: text.describe('The subject, in Liquid.'),
    covers: z
      .union([z.literal('all'), z.array(z.enum(kinds)).min(1)])
      .transform((covers) => (covers === 'all' ? kinds : covers))
      .describe('Kinds of relief that it puts into words, or all.'),
    encloses: z.array(z.enum(ENCLOSED)).default([]).describe('What goes along with it.'),
  })
  .meta({ title: 'takedown: front matter of a template', description: 'What a template is for.' });

interface SplitTemplate {
  /** The front matter with an empty line in place of the one that opens it, so that its lines keep their numbers. */
  readonly matter: string;
  readonly body: string;
  /** From 1. */
  readonly bodyLine: number;
}

type Split = SplitTemplate | { readonly missing: 'opening' | 'closing'; readonly place: Place };

export function splitFrontMatter(text: ReadableText): Split {
  const lines = text.text.split('\n');
  if (!isFence(lines[0])) return { missing: 'opening', place: text.place(0, lines[0]?.length) };
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (end === -1) return { missing: 'closing', place: text.place(0, 3) };
  return {
    matter: ['', ...lines.slice(1, end), ''].join('\n'),
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
}

function isFence(line: string | undefined): boolean {
  return line !== undefined && /^---[ \t]*$/.test(line);
}
