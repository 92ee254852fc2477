// Which name a reply is about where no label says so: by the sentence that introduces the record, or by its first label alone.
import { type Name, nameOrNone, topLabel } from '../../model/name.ts';
import { labelled } from './clean.ts';

/** `Domain SEIZED.KG (ACTIVE)` in .kg, `Informations about 'seized.pf' :` in .pf. */
const INTRODUCED = /^\s*(?:domain\s+|informations? (?:about|on)\s+|whois results for\s+)["'`]?([^\s"'`]+)["'`]?/i;

/** The name that the reply introduces, where that is another one than was asked about. */
export function otherSubject(lines: readonly string[], name: Name): string | undefined {
  const introduced = lines.flatMap((line) => nameOrNone(INTRODUCED.exec(line)?.[1] ?? '') ?? []);
  const same = introduced.filter((other) => topLabel(other) === topLabel(name));
  if (same.length > 0 && !same.includes(name)) return same[0];
  return otherFirstLabel(lines, name);
}

/** `Domain: seized` in .eu before 2015 and in .sx: the name without its top-level label. */
function otherFirstLabel(lines: readonly string[], name: Name): string | undefined {
  const parent = name.slice(name.indexOf('.') + 1);
  const labels = lines.flatMap((line) => {
    const said = labelled(line);
    return said?.label === 'domain' && /^[^\s.]+$/.test(said.value) ? said.value : [];
  });
  const named = labels.flatMap((label) => nameOrNone(`${label}.${parent}`) ?? []);
  return named.includes(name) ? undefined : named[0];
}
