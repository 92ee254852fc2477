// A WHOIS text in a registry's own layout made into entries: a value with its label, the heading it stands under and the
// kind of object it belongs to. Layouts with headings (.uk .be .it .lv) and with objects apart by empty lines (RIPE's, .cz
// .fr .ua) come out alike. Nothing is interpreted here.
import { nameOrNone } from '../../model/name.ts';
import { labelled } from './clean.ts';

export interface Entry {
  /** Lower case, without dots that fill a column; empty for a line without one. */
  readonly label: string;
  readonly value: string;
  /** The heading above it, in lower case; empty without one. */
  readonly heading: string;
  /** The first label of its block, which in layouts of objects is the object's kind. */
  readonly block: string;
}

/** Headings without a colon, as in .it; any other such line is prose. */
const BARE_HEADINGS: ReadonlySet<string> = new Set([
  'registrar',
  'registrant',
  'nameservers',
  'name servers',
  'admin contact',
  'technical contacts',
]);

interface State {
  heading: string;
  /** Blanks before the heading; what stands further right belongs to it. */
  indent: number;
  block: string;
  /** The label of the line before, for values that go on below it. */
  last: string;
}

export function entriesOf(lines: readonly string[]): readonly Entry[] {
  const state: State = { heading: '', indent: 0, block: '', last: '' };
  return lines.flatMap((line) => entryOf(line, state) ?? []);
}

function entryOf(line: string, state: State): Entry | undefined {
  const text = line.replace(/^\s*\*\*\s*/, '').trim();
  if (text === '') return void Object.assign(state, { heading: '', block: '', last: '' });
  if (/^[%#;>]/.test(text)) return undefined;
  const indent = line.length - line.trimStart().length;
  const said = partsOf(text);
  if (said === undefined) return unlabelled(text, { state, indent });
  const { label, value } = said;
  if (value === '') return void Object.assign(state, { heading: label, indent, block: state.block || label, last: '' });
  if (indent < state.indent) state.heading = '';
  if (state.block === '') state.block = label;
  state.last = label;
  return { label, value, heading: state.heading, block: state.block };
}

interface At {
  readonly state: State;
  readonly indent: number;
}

function unlabelled(text: string, { state, indent }: At): Entry | undefined {
  const plain = text.toLowerCase();
  if (indent === 0 && BARE_HEADINGS.has(plain)) {
    return void Object.assign(state, { heading: plain, indent, block: plain, last: '' });
  }
  const label = indent > 0 ? state.last : '';
  return { label, value: text, heading: state.heading, block: state.block };
}

/** `Label: value`, `[Label] value` as in .jp, `[Heading]` as in .lv. A host with its addresses is a value, whatever colons they have. */
function partsOf(text: string): { readonly label: string; readonly value: string } | undefined {
  const bracketed = /^(?:[a-z]\.\s*)?\[([^\]]{1,60})\]\s*(.*)$/i.exec(text);
  if (bracketed !== null) return { label: plainLabel(bracketed[1] ?? ''), value: bracketed[2] ?? '' };
  const [first = ''] = text.split(/\s/);
  if (!first.endsWith(':') && nameOrNone(first) !== undefined) return undefined;
  const said = labelled(text);
  return said === undefined ? undefined : { label: plainLabel(said.label), value: said.value };
}

function plainLabel(label: string): string {
  return label
    .toLowerCase()
    .replace(/[\s.#]+$/, '')
    .replace(/_/g, ' ');
}
