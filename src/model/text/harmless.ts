// Text from outside made harmless at a border. WHOIS, RDAP, DNS, mail and case files are hostile: they may carry escape
// sequences, control characters and bidi overrides. The raw bytes stay in the evidence file; here only what is shown.

/** ESC sequences whole, also unfinished ones: CSI, OSC, DCS, APC, PM, SOS (ECMA-48), and their 8-bit forms. */
const SEQUENCES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;

/** Bidi controls, zero-width and other invisible characters (Unicode: default ignorable), line separators, lone surrogates. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]|\p{Surrogate}/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g;

const BEYOND_PRINTABLE = /[^ -~]/;

/** For a terminal and for views of evidence: what is removed leaves a visible mark. One line in, one line out. */
export function show(text: string): string {
  // Nearly all text is plain, and of a large file of test results there are millions.
  if (!BEYOND_PRINTABLE.test(text)) return text;
  return text
    .replace(SEQUENCES, '␛')
    .replace(/\r\n|\n|\r/g, '⏎')
    .replace(CONTROLS, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replace(INVISIBLE, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
}

/**
 * JSON text that a terminal cannot be moved by: what `JSON.stringify` leaves as it is and a terminal would obey is
 * written as an escape, so that the text says the same value. Letters of all scripts stay readable.
 */
export function harmlessJson(json: string): string {
  // Nearly all text is plain, and this test is far quicker than the replacement.
  if (!BEYOND_ASCII.test(json)) return json;
  return json.replace(CONTROLS_BEYOND_JSON, escapes).replace(INVISIBLE, escapes);
}

const BEYOND_ASCII = /[\u007f-\uffff]/;
const CONTROLS_BEYOND_JSON = /[\u007f-\u009f]/g;

function escapes(characters: string): string {
  let text = '';
  for (let at = 0; at < characters.length; at += 1)
    text += `\\u${characters.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return text;
}

/** For letters, sheets and pages: the same characters are dropped, line breaks become blanks. */
export function drop(text: string): string {
  if (!BEYOND_PRINTABLE.test(text)) return text;
  return text
    .replace(SEQUENCES, '')
    .replace(/[\r\n\t]+/g, ' ')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '');
}
