// Filters of texts and numbers.
import { codeOf, foldedText } from '../filling/escape.ts';
import { defineFilter, kindOf, listIn, refuse, textIn } from './filter.ts';
import { numberWords } from './number-words.ts';

export const countWords = defineFilter({
  about: 'A number in words and figures: `ninety-eight (98)`.',
  example: ['{{ 98 | count_words }}', 'ninety-eight (98)'],
  apply: (value) => {
    const count = wholeNumber(value, 'count_words');
    return `${numberWords(count) ?? refuse(`"count_words" counts to a million, and this is ${count}.`)} (${count})`;
  },
});

export const plural = defineFilter({
  about: 'The word for so many: one of it, or more. A second word is for those whose plural is not made with an s.',
  example: ['{{ 2 | plural: "name" }}, {{ 1 | plural: "registry", "registries" }}', 'names, registry'],
  takes: 2,
  apply: (value, { args }) => {
    const count = Array.isArray(value) ? value.length : wholeNumber(value, 'plural');
    const [one, many] = args;
    if (typeof one !== 'string' || one === '') return refuse('"plural" needs a word after a colon: plural: "name".');
    return count === 1 ? one : typeof many === 'string' && many !== '' ? many : `${one}s`;
  },
});

export const andList = defineFilter({
  about: 'A list of texts as prose: `2(a), 2(b) and 2(c)`.',
  example: ['{{ target.name_servers | and_list }}', 'ns1.sinkhole.example and ns2.sinkhole.example'],
  apply: (value) => {
    const texts = listIn(value, 'and_list').map((item) => textIn(item, 'and_list'));
    if (texts.length === 0) return refuse('"and_list" was given an empty list.', 'Ask with if whether there is one.');
    return [texts.slice(0, -1).join(', '), texts.at(-1)].filter(Boolean).join(' and ');
  },
});

export const defang = defineFilter({
  about: 'A name or address in prose, so that nothing makes a link of it: `outlook-verify[.]net`.',
  example: ['{{ "http://outlook-verify.net/login" | defang }}', 'hxxp[:]//outlook-verify[.]net/login'],
  apply: (value) =>
    textIn(value, 'defang')
      .replace(/\bh(tt|xx)p(s?):\/\//gi, 'hxxp$2[:]//')
      .replace(/(?<=[^\s.[\]])\.(?=[^\s.[\]])/g, '[.]')
      .replace(/(?<=\S)@(?=\S)/g, '[@]'),
});

export const code = defineFilter({
  about: 'In even type and exactly as it is, for names that are copied. It stands last.',
  example: ['{{ target.name_servers.first | code }}', '`ns1.sinkhole.example`'],
  apply: (value) => codeOf(value),
  isMarkdown: true,
});

export const oneLine = defineFilter({
  about: 'A text without its line breaks.',
  example: ['{{ clauses.first.paragraph | one_line }}', '2(a)'],
  apply: (value) => foldedText(textIn(value, 'one_line')),
});

export const upperFirst = defineFilter({
  about: 'With a capital letter at its beginning, for the beginning of a sentence.',
  example: ['{{ orders.first.title | upper_first }}', 'Temporary restraining order'],
  apply: (value) => withFirst(textIn(value, 'upper_first'), (letter) => letter.toUpperCase()),
});

export const lowerFirst = defineFilter({
  about: 'With a small letter at its beginning.',
  example: ['{{ "The order" | lower_first }}', 'the order'],
  apply: (value) => withFirst(textIn(value, 'lower_first'), (letter) => letter.toLowerCase()),
});

export const upcase = defineFilter({
  about: 'In capitals.',
  example: ['{{ "filed under seal" | upcase }}', 'FILED UNDER SEAL'],
  apply: (value) => textIn(value, 'upcase').toUpperCase(),
});

export const downcase = defineFilter({
  about: 'In small letters.',
  example: ['{{ "Appendix A" | downcase }}', 'appendix a'],
  apply: (value) => textIn(value, 'downcase').toLowerCase(),
});

export const strip = defineFilter({
  about: 'Without blanks at its ends.',
  example: ['{{ " 2(a) " | strip }}', '2(a)'],
  apply: (value) => textIn(value, 'strip').trim(),
});

export const fallback = defineFilter({
  about: 'What stands in the place of a value that this letter does not have.',
  example: ['{{ recipient.attention | default: "Legal Department" }}', 'Legal Department'],
  takes: 1,
  apply: (value, { args }) => {
    const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    return empty ? textIn(args[0], 'default') : value;
  },
});

function wholeNumber(value: unknown, filter: string): number {
  const whole = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
  return whole ? value : refuse(`"${filter}" takes a whole number, and this is ${kindOf(value)}.`);
}

function withFirst(text: string, change: (letter: string) => string): string {
  const [first = ''] = text;
  return `${change(first)}${text.slice(first.length)}`;
}
