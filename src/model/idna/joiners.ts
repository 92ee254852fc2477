// Where the two joiners may stand (RFC 5892 appendix A.1 and A.2). JavaScript knows neither viramas nor how letters join, so the
// viramas are listed here, and between letters only those of Arabic are judged; elsewhere a name has to be given as its A-label.

/** Canonical combining class 9 in UnicodeData.txt of Unicode 15.0 (September 2022). */
const VIRAMA =
  /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u0e3a\u0eba\u0f84\u1039\u103a\u1714\u1715\u1734\u17d2\u1a60\u1b44\u1baa\u1bab\u1bf2\u1bf3\u2d7f\ua806\ua82c\ua8c4\ua953\ua9c0\uaaf6\uabed\u{10a3f}\u{11046}\u{11070}\u{1107f}\u{110b9}\u{11133}\u{11134}\u{111c0}\u{11235}\u{112ea}\u{1134d}\u{11442}\u{114c2}\u{115bf}\u{1163f}\u{116b6}\u{1172b}\u{11839}\u{1193d}\u{1193e}\u{119e0}\u{11a34}\u{11a47}\u{11a99}\u{11c3f}\u{11d44}\u{11d45}\u{11d97}\u{11f41}\u{11f42}]/u;

const ARABIC = /[\u0620-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff]/;
/** Joined to the letter before them and never to the one after (ArabicShaping.txt, types R and U). */
const ENDS =
  /[\u0621-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef]/;
const ALONE = /[\u0621\u0674]/;

export function joinersFit(label: string): boolean {
  const chars = [...label];
  return chars.every((char, at) => {
    if (char !== '\u200c' && char !== '\u200d') return true;
    return VIRAMA.test(chars[at - 1] ?? '') || (char === '\u200c' && standsBetweenLetters(chars, at));
  });
}

function standsBetweenLetters(chars: readonly string[], at: number): boolean {
  const before = chars.slice(0, at).findLast(isNoMark) ?? '';
  const after = chars.slice(at + 1).find(isNoMark) ?? '';
  return ARABIC.test(before) && !ENDS.test(before) && ARABIC.test(after) && !ALONE.test(after);
}

function isNoMark(char: string): boolean {
  return !/\p{Mn}/u.test(char);
}
