// One line of a registry's own layout taken apart into label and value: `Label: value`, `[Label] value` as in .jp, dots that
// fill a column, sentences such as `Record created on 2000-08-29`.
import { nameOrNone } from '../../model/name.ts';
import { labelled } from './clean.ts';

interface Parts {
  readonly label: string;
  /** Empty for a heading. */
  readonly value: string;
}

/** Headings without a colon, as in .it; any other such line is prose. */
export const BARE_HEADINGS: ReadonlySet<string> = new Set([
  'registrar',
  'registrant',
  'nameservers',
  'name servers',
  'admin contact',
  'administrative contact',
  'technical contact',
  'technical contacts',
  'organization using domain name',
]);

/** `[Label] value`, also behind a letter that counts: `a. [Domain Name]` in .jp, `a [Domain Name]` in .my. */
const BRACKETED = /^(?:[a-z]\.?\s+)?\[([^\]]{1,60})\]\s*(.*)$/i;

/** No more than blanks between, as in .sk before 2017: its own labels only, since prose has blanks, too. */
const COLUMNS = /^(domain-name|dns_name|last-update|valid-date|domain-status)\s{2,}(\S.*)$/i;

/** Dots instead of a colon, with blanks between: `Registrar#. . . . . . cerist` in .dz; a time behind them has colons. */
const DOTTED = /^([^.:]{2,40}?)#?(?:\s*\.){8,}(?![\s.]*:)\s*(.*)$/;

/**
 * A sentence with a date, as NeuStar's gateway writes for .tw, and the registries of .kg and .as. `Last updated on` by itself
 * is the server's, as in .ru.
 */
const SENTENCE =
  /^((?:(?:record |domain )?(?:created|registered|expires)|(?:record|domain) last updated) on) +((?:\d|(?:mon|tue|wed|thu|fri|sat|sun) ).*)$/i;

/** A host with its addresses is a value, whatever colons they have. */
export function partsOf(text: string): Parts | undefined {
  for (const pattern of [BRACKETED, SENTENCE, DOTTED, COLUMNS]) {
    const found = pattern.exec(text);
    if (found !== null) return { label: plainLabel(found[1] ?? ''), value: found[2] ?? '' };
  }
  const [first = ''] = text.split(/\s/);
  if (!first.endsWith(':') && nameOrNone(first) !== undefined) return undefined;
  const said = labelled(text);
  return said === undefined ? undefined : { label: plainLabel(said.label), value: said.value };
}

/** Without accents; of `Estado / Status`, as in .pt, the second; without `(dd/mm/yyyy)` or `(jj/mm/aaaa)`. */
function plainLabel(label: string): string {
  return label
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\s*\([dmyja/.-]+\)$/, '')
    .replace(/[\s.#]+$/, '')
    .replace(/_/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^.* \/ /, '');
}
