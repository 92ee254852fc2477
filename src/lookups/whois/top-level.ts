// IANA's record of the top-level domain, where it stands in front of the registry's answer: clients that follow referrals
// print both, and relays hand that on. Its dates, status and name servers are not the name's.
import { labelled } from './clean.ts';

/** It begins with its domain, ends with this, and nothing of the registry's stands between. */
const ENDS = { label: 'source', value: 'iana' } as const;

/** The same lines where nothing follows it: then the record of the top-level domain is all that there is. */
export function withoutTopLevel(lines: readonly string[], tld: string): readonly string[] {
  const first = lines.findIndex((line) => labelled(line) !== undefined);
  const end = lines.findIndex((line) => says(line, ENDS));
  const about = lines.findIndex((line) => says(line, { label: 'domain', value: tld }));
  if (about < 0 || end < about || lines.slice(first, about).some(isRecord)) return lines;
  const rest = lines.slice(end + 1);
  return rest.some((line) => !HEAD_OF_NEXT.test(line)) ? rest : lines;
}

/** `# whois.nic.example`, in front of what that server said; or empty. */
const HEAD_OF_NEXT = /^(?:#\s*\S+)?$/;

interface Said {
  readonly label: string;
  readonly value: string;
}

function says(line: string, { label, value }: Said): boolean {
  const said = labelled(line);
  return said?.label === label && said.value.toLowerCase() === value;
}

/** A comment or an empty line is none; nor is a sentence without a label. */
function isRecord(line: string): boolean {
  return labelled(line) !== undefined;
}
