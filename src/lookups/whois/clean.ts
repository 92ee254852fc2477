// WHOIS octets made into lines that a reader may see: decoded, bounded and harmless. The octets themselves stay in the
// evidence. Each step answers a reply that brought a known parser down; see design/field/registration.md.

import { type Name, nameOrNone } from '../../model/name.ts';
import { drop } from '../../model/text/harmless.ts';
import { decode } from './decode.ts';

/** Longer lines are no record; some parsers need seconds for one of 200,000 blanks. */
const LONGEST_LINE = 1000;

/** A label that names a property of every object makes careless parsers lose the record. */
const PROTOTYPE_LABELS: ReadonlySet<string> = new Set(
  Object.getOwnPropertyNames(Object.prototype).map((k) => k.toLowerCase()),
);

/** Lines that name another server: the answer of this one must not change with them. */
const REFERRAL_LABELS: ReadonlySet<string> = new Set([
  'registrar whois server',
  'registry whois server',
  'registrar whois',
  'whois server',
  'whois',
  'referralserver',
  'referral server',
  'refer',
]);

export interface CleanText {
  /** Without line ends; never two empty ones in a row. */
  readonly lines: readonly string[];
  /** False when the text stops in the middle of a line. */
  readonly endsWithLine: boolean;
  /** An empty line below the last one shows that its list was at an end, as in .it. */
  readonly endsWithEmptyLine: boolean;
  /** Hosts that the record names as its registrar's WHOIS server: a statement, which nothing here follows. */
  readonly registrarHosts: readonly Name[];
}

export function cleanText(octets: Uint8Array): CleanText {
  const text = decode(octets);
  const lines: string[] = [];
  const registrarHosts = new Set<Name>();
  for (const raw of undoubled(text.split(LINE_END))) {
    const line = drop(raw.slice(0, LONGEST_LINE)).replaceAll('\u00a0', ' ').trimEnd();
    if (line === '' && (lines.at(-1) ?? '') === '') continue;
    if (!isTrap(line)) lines.push(line);
    else for (const host of registrarHostsIn(line)) registrarHosts.add(host);
  }
  const [ending = ''] = /[\r\n]\s*$/.exec(text.slice(-LONGEST_LINE)) ?? [];
  const ends = { endsWithLine: ending !== '', endsWithEmptyLine: ending.split(LINE_END).length > 2 };
  return { lines, ...ends, registrarHosts: [...registrarHosts] };
}

/** Some servers end a line with `\r\r\n`. */
const LINE_END = /\r?\r?\n|\r/;

/** Fewer lines than these may stand apart on purpose. */
const FEW_LINES = 8;

/**
 * Where every second line is empty, none of these means anything: what belongs together would come apart at each, and a
 * list of name servers would end with its first.
 */
function undoubled(lines: readonly string[]): readonly string[] {
  const full = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  const apart = full.slice(0, -1).every((at) => lines[at + 1]?.trim() === '');
  if (!apart || full.length < FEW_LINES) return lines;
  const doubling = new Set(full.map((at) => at + 1));
  return lines.filter((_, at) => !doubling.has(at));
}

/** What clients write in front of a server's answer, `[Querying whois.nic.example]`: as a label it would head the whole record. */
const OF_A_CLIENT = /^\[(?:(?:querying|redirected to) \S+|[a-z0-9-]+(?:\.[a-z0-9-]+)+)\]$/i;

function isTrap(line: string): boolean {
  if (OF_A_CLIENT.test(line.trim())) return true;
  const colon = line.indexOf(':');
  if (colon < 0) return false;
  const label = line.slice(0, colon).trim().toLowerCase();
  return PROTOTYPE_LABELS.has(label) || REFERRAL_LABELS.has(label);
}

/** The label of ICANN's registry agreement, specification 4, section 1.5, and no other. */
function registrarHostsIn(line: string): readonly Name[] {
  const said = labelled(line);
  return said?.label === 'registrar whois server' ? [nameOrNone(said.value) ?? []].flat() : [];
}

export interface LabelledLine {
  /** Lower case. */
  readonly label: string;
  /** Never empty space around it; may be empty. */
  readonly value: string;
}

/** `Label: value` and the `Label:value` of older layouts; `undefined` for prose, comments and URLs. */
export function labelled(line: string): LabelledLine | undefined {
  const colon = line.indexOf(':');
  if (colon < 1 || /^\s*[%#;*>]/.test(line) || line.startsWith('//', colon + 1)) return undefined;
  const label = line.slice(0, colon).trim().toLowerCase().replace(/\s+/g, ' ');
  // Some layouts fill the column with dots behind the colon.
  return label === ''
    ? undefined
    : {
        label,
        value: line
          .slice(colon + 1)
          .replace(/^\s*\.{2,}/, '')
          .trim(),
      };
}
