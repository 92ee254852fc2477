// The filters of templates by their names. Liquid's own are not among them: its dates depend on the machine's zone and let
// through what is no date, and "raw" would switch the escaping off.
import * as dates from './dates.ts';
import type { LetterFilter } from './filter.ts';
import * as lists from './lists.ts';
import * as words from './words.ts';

export const FILTERS: Readonly<Record<string, LetterFilter>> = {
  and_list: words.andList,
  code: words.code,
  count_words: words.countWords,
  date_iso: dates.dateIso,
  date_long: dates.dateLong,
  date_us: dates.dateUs,
  datetime_court: dates.datetimeCourt,
  datetime_utc: dates.datetimeUtc,
  default: words.fallback,
  defang: words.defang,
  downcase: words.downcase,
  first: lists.first,
  join: lists.join,
  last: lists.last,
  lower_first: words.lowerFirst,
  map: lists.map,
  one_line: words.oneLine,
  plural: words.plural,
  size: lists.size,
  sort: lists.sort,
  strip: words.strip,
  upcase: words.upcase,
  upper_first: words.upperFirst,
  where: lists.where,
};
