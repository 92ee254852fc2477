// Text as it is set: composed (NFC), without anything that a printer could stumble over, and in prose with the quotes, dashes
// and unbreakable blanks that a typist would have put. Names, addresses and figures that a machine may read are left alone.
import { drop } from '../../model/text/harmless.ts';

/** For text that must stay what it is: names, addresses, digests, code. */
export function plain(text: string): string {
  return drop(text).normalize('NFC');
}

const NO_BREAK = '\u00a0';

/** What stays on one line with what follows it. */
const KEEPS_NEXT =
  /(?<![\p{L}\d])(§§?|¶¶?|Nos?\.|Dkt\.|Art\.|Rules?|[Pp]aragraphs?|[Ee]ntry|Mr\.|Ms\.|Mrs\.|Dr\.|Hon\.|IANA ID|Page|v\.) (?=[\p{L}\d(])/gu;
/** `28 U.S.C. § 1746`, `Fed. R. Civ. P. 65(b)` */
const CITATION =
  /(?<=\d) (?=U\.S\.C\.)|(?<=U\.S\.C\.) (?=§)|(?<=Fed\.) (?=R\.)|(?<=R\.) (?=Civ\.)|(?<=Civ\.) (?=P\.)|(?<=P\.) (?=\d)/g;
const MONTH =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const DAY_OF_MONTH = new RegExp(`(?<=\\b\\d{1,2}) (?=(?:${MONTH})\\b)|(?<=\\b(?:${MONTH})) (?=\\d{1,2}\\b)`, 'g');
const CLOCK = /(?<=\b\d\d:\d\d) (?=[A-Z])/g;
const DOTS = /(?<![.…])\.\.\.(?!\.)/g;
/** Only between blanks: two hyphens stand in every `xn--` name. */
const DASH = /(?<=\s)---?(?=\s)/g;
/** Words with these in them are for machines. */
const FOR_MACHINES = /[@\\/=]|^xn--|\.xn--/;
const OPENS_AFTER = /[\s([{\u2013\u2014\u2018\u201c/]/;

/** For sentences. `before` is the character that stands in front, where the sentence goes on from emphasised words. */
export function prose(text: string, before = ''): string {
  return quoted(plain(text), before)
    .replace(DOTS, '…')
    .replace(DASH, '—')
    .replace(KEEPS_NEXT, `$1${NO_BREAK}`)
    .replace(CITATION, NO_BREAK)
    .replace(DAY_OF_MONTH, NO_BREAK)
    .replace(CLOCK, NO_BREAK);
}

function quoted(text: string, before: string): string {
  if (!/["']/.test(text)) return text;
  let made = '';
  for (const word of text.split(/(?<=\s)/)) {
    const isForMachines = FOR_MACHINES.test(word);
    for (const character of word) {
      const last = made.at(-1) ?? before;
      made += isForMachines ? character : quoteAfter(last, character);
    }
  }
  return made;
}

function quoteAfter(last: string, character: string): string {
  if (character !== '"' && character !== "'") return character;
  const opens = last === '' || OPENS_AFTER.test(last);
  if (character === '"') return opens ? '“' : '”';
  return opens ? '‘' : '’';
}
