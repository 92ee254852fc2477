// What registrars, registries and defendants may call themselves: each would do something somewhere if it were not printed as text.

export const HOSTILE: readonly string[] = [
  '"><script>alert(1)</script>',
  "=cmd|'/C calc'!A0",
  'abc\u202egnp.exe',
  '#panic("x") *b* $x$ \\u{41} @ref <label> // /* ',
  '{{body}} {% raw %} {{ 7 | x }}',
  '\u0000\u0007\u001b[31mred\u001b[0m\u009b2J',
  'lone \ud800 surrogate \udfff',
  '😀 ꦀ \u{10380} \ufffe \uffff',
  ']]> &amp; &#x202e; <![CDATA[ <!-- --',
  '\\href{x}{y} \\input{/etc/passwd}',
  'https://evil.example/ [x](javascript:y)',
];
