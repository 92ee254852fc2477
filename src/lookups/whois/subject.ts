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

/** The question as the server understood it. */
export function echoed(lines: readonly string[], name: Name): readonly Name[] {
  return lines.flatMap((line) => {
    const word = ECHOES.map(({ pattern }) => pattern.exec(line)?.[1]).find((found) => found !== undefined);
    return word === undefined ? [] : (nameShown(word, name) ?? []);
  });
}
