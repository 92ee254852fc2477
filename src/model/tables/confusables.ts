// Letters that are taken for Latin ones, by what they are taken for, and the shape that is left of a name when everything that
// looks alike is made equal. Shapes are compared; nothing is ever corrected by them.

/**
 * Single letters that IDNA 2008 allows, from Unicode's confusables.txt (UTS 39) as ICU 72 has it, Unicode 15.0; read 2026-11.
 * Of scripts in use today, without letters that differ from a Latin one by a mark only.
 */
const TAKEN_FOR: Readonly<Record<string, string>> = {
  '2': 'ƻ',
  '4': 'Ꮞ',
  '6': 'бᏮ',
  '8': 'ȣ৪੪\u0b03',
  '9': '৭੧୨൭',
  a: 'ɑαаᎪ',
  aa: 'ꜳ',
  ae: 'æӕ',
  ao: 'ꜵ',
  au: 'ꜷ',
  av: 'ꜹꜻ',
  ay: 'ꜽ',
  b: 'ƀƃɓѣҍᏏᏴ',
  c: 'ȼсҫᏟᴄ',
  d: 'đƌɖɗԁᎠᏧ',
  dz: 'ʣ',
  e: 'ɇеҽҿᎬꬲ',
  f: 'ƒքᵮẝꞙꬵ',
  g: 'ƍǥɠɡցᏀᏳᶃ',
  h: 'ħɦћһհᎻᏂᏲꚕ',
  i: 'ıɨɩɪιіӏᎥᵻᵼꙇ',
  j: 'ɉϳјᎫ',
  k: 'ƙᏦ',
  l: 'łƚǀɫɭ\u05d5\u05df\u0627\u0673Ꮮ',
  ll: 'ǁ\u05f0',
  ls: 'ʪ',
  lz: 'ʫ',
  m: 'Ꮇ',
  n: 'ƞɳηոռᵰ',
  o: 'øɵθοσоѳөօ\u05e1\u0647\u06be\u06c1\u06d5\u06ff०০੦૦ଠ୦௦\u0c02౦\u0c82೦\u0d02ഠ൦๐໐ဝ၀ჿᎾᏫᴏᴑ〇ꝋꬽꬾ',
  oe: 'œ',
  oo: 'ꚙꝏ',
  p: 'ƥρрᏢᵽ',
  q: 'ʠԛգզ',
  r: 'ɍɼɽгғᎡᏒᴦᵲꭇꭈ',
  rn: 'ɱᵯ',
  s: 'ƽʂѕᏕᏚᵴꜱ',
  t: 'ŧƭᎢᵵ',
  tf: 'ꝷ',
  ts: 'ʦ',
  u: 'ʋυսᏌᴜᵾꞟꭎꭒ',
  ue: 'ᵫ',
  uo: 'ꭣ',
  v: 'νѵ\u05d8Ꮩᴠ',
  w: 'ɯѡѽԝաᎳᏔᴡꝡ',
  x: 'х',
  y: 'ƴɏɣʏγуүұყᎩᎽᶌỿꭚ',
  z: 'ƶȥʐᏃᴢᵶ',
};

/** Small letters with the shape of a capital, or near enough in the type of an address bar; ours, from names of real orders. */
const NEARLY: Readonly<Record<string, string>> = { b: 'вь', h: 'н', k: 'кκ', m: 'м', n: 'п', t: 'тτ', w: 'ω', x: 'χ' };

/** Within ASCII. Capitals are typed too: `MlCROSOFT` has a small L. Last verified 2026-11. */
const IN_ASCII: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', i: 'l', '5': 's', '-': '', _: '' };
const PAIRS: Readonly<Record<string, string>> = { rn: 'm', vv: 'w', cl: 'd' };

const ASCII = /^[\x21-\x7e]*$/;
const LETTERS = /[015i_-]/g;
const PAIR = /rn|vv|cl/g;

let table: ReadonlyMap<string, string> | undefined;

export function shapeOf(unicode: string): string {
  const plain = ASCII.test(unicode) ? unicode.toLowerCase() : latinised(unicode);
  const single = plain.replace(LETTERS, (letter) => IN_ASCII[letter] ?? letter);
  return single.replace(PAIR, (pair) => PAIRS[pair] ?? pair);
}

function latinised(unicode: string): string {
  table ??= new Map(
    [TAKEN_FOR, NEARLY].flatMap((rows) =>
      Object.entries(rows).flatMap(([latin, letters]) => [...letters].map((letter) => [letter, latin] as const)),
    ),
  );
  const known = table;
  const bare = unicode.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...bare].map((letter) => known.get(letter) ?? letter).join('');
}
