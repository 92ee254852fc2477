// Which name a reply is about where it is not written out behind a label: in the sentence that introduces the record, by its
// first label alone, or as the question that the server says back in a comment. A reply to another question is then seen for
// what it is.
import { type Name, nameOrNone, topLabel } from '../../model/name.ts';
import { labelled } from './clean.ts';

/** `Domain SEIZED.KG (ACTIVE)` in .kg, `Informations about 'seized.pf' :` in .pf. */
const INTRODUCED = /^\s*(?:domain\s+|informations? (?:about|on)\s+|whois results for\s+)["'`]?([^\s"'`]+)["'`]?/i;

/** Comments that say the question back, it being the last word. Last verified 2026-11. */
const ECHOES: readonly { readonly pattern: RegExp; readonly seen: string }[] = [
  { pattern: /^%+ \[.{1,60} REQUEST\] >> (?:.* )?(\S+)$/, seen: 'AFNIC .fr .re .pm .tf .wf .yt' },
  { pattern: /^% WHOIS (\S+)$/, seen: 'EURid .eu, DNS Belgium .be; with or without the top-level label' },
  { pattern: /^% You queried for (\S+) but\b/, seen: 'IANA .int .arpa' },
  { pattern: /^% Information related to '([^']+)'$/, seen: 'IRNIC .ir' },
  { pattern: /^The domain (\S+) is premium\b/, seen: 'Radix .tech' },
];

/** The name that the reply introduces, where that is another one than was asked about. */
export function otherSubject(lines: readonly string[], name: Name): string | undefined {
  const [head = ''] = lines.filter((line) => line.trim() !== '');
  // By itself on the first line, as at Communigal.
  const introduced = [head.trim(), ...lines.map((line) => INTRODUCED.exec(line)?.[1] ?? '')].flatMap(
    (word) => nameOrNone(word) ?? [],
  );
  const same = introduced.filter((other) => topLabel(other) === topLabel(name));
  if (same.length > 0 && !same.includes(name)) return same[0];
  return otherFirstLabel(lines, name);
}

/** `Domain: seized` in .eu before 2015 and in .sx: the name without its top-level label. */
function otherFirstLabel(lines: readonly string[], name: Name): string | undefined {
  const named = lines.flatMap((line) => {
    const said = labelled(line);
    return said?.label === 'domain' ? (nameShown(said.value, name) ?? []) : [];
  });
  return named.includes(name) ? undefined : named[0];
}

/** The name behind a label for names: whole, or without what follows the first dot. */
export function nameShown(value: string, name: Name): Name | undefined {
  const word = value.split(/\s/)[0] ?? '';
  const whole = nameOrNone(word);
  if (whole !== undefined || word !== value || word.includes('.')) return whole;
  // IANA's record of the top-level domain itself is told apart elsewhere.
  return word.toLowerCase() === topLabel(name) ? undefined : nameOrNone(`${word}${name.slice(name.indexOf('.'))}`);
}

/** The question as the server understood it; as it stands there where it is no name. */
export function echoed(lines: readonly string[], name: Name): readonly string[] {
  return lines.flatMap((line) => {
    const word = ECHOES.map(({ pattern }) => pattern.exec(line)?.[1]).find((found) => found !== undefined);
    return word === undefined ? [] : (nameShown(word, name) ?? word);
  });
}

/** What a server says of the labels below which it knows names: `ONLY .COM, .NET, .EDU domains`. */
const ONLY = /^[\s>]*th(?:e|is) registry(?: database)? contains only\b/i;

/** What it says of labels that another server knows: `Por informacion sobre dominios bajo COM.UY dirigirse a …`. */
const ELSEWHERE = /\bdominios bajo (\S+) dirigirse a\b/i;

/** The line by which a registry of other labels shows that its "no match" says nothing of this name. */
export function otherRegistry(lines: readonly string[], name: Name): string | undefined {
  const sent = lines.find((line) => name.endsWith(`.${ELSEWHERE.exec(line)?.[1]?.toLowerCase() ?? ' '}`));
  if (sent !== undefined) return sent.trim();
  const at = lines.findIndex((line) => ONLY.test(line));
  if (at < 0) return undefined;
  const known = lines
    .slice(at, at + 2)
    .flatMap((line) => line.toLowerCase().match(/\.[a-z][a-z0-9.-]*[a-z0-9]/g) ?? []);
  return known.length === 0 || known.some((label) => name.endsWith(label)) ? undefined : lines[at]?.trim();
}
