// A WHOIS text in a registry's own layout made into entries: a value with its label, the heading it stands under and the
// object it belongs to. Layouts with headings (.uk .be .it .lv) and with objects apart by empty lines (RIPE's, .cz .fr .ua)
// come out alike. Nothing is interpreted here; how a line is taken apart is entry-parts.ts.
import { nameOrNone } from '../../model/name.ts';
import { BARE_HEADINGS, partsOf } from './entry-parts.ts';

export interface Entry {
  /** Lower case, without dots that fill a column; empty for a line without one. */
  readonly label: string;
  readonly value: string;
  /** The heading above it, in lower case; empty without one. */
  readonly heading: string;
  /** The first label of its block, which in layouts of objects is the object's kind. */
  readonly block: string;
  /** Counts the blocks: entries of one object share it. */
  readonly part: number;
  /** A line of its own below the one with the label: prose as often as more of the value. */
  readonly goesOn?: true;
}

interface State {
  heading: string;
  /** Blanks before the heading; what stands further right belongs to it. */
  indent: number;
  block: string;
  part: number;
  /** The block above the last empty line. */
  before: string;
  /** The label of the line before, for values that go on below it. */
  last: string;
  /** The same, before an empty line: hosts further right go on with it where every second line is empty. */
  lastBefore: string;
  /** A heading with nothing below it yet: hosts may follow after an empty line, as in .hk. */
  open: string;
}

/** Kinds of objects that begin without an empty line where a registry (.ar, .cr) or a relay leaves those out. */
const OBJECT_STARTS: ReadonlySet<string> = new Set(['contact', 'person', 'role', 'nic-hdl']);

/** In a registration they refer to such an object; behind another one they begin it. */
const LATER_STARTS: ReadonlySet<string> = new Set(['nsset', 'keyset']);

/** Goes on with the object above the empty line, as in .no. */
const MORE_OF_THE_SAME = 'additional information';

export function entriesOf(lines: readonly string[]): readonly Entry[] {
  const state: State = { heading: '', indent: 0, block: '', part: 0, before: '', last: '', lastBefore: '', open: '' };
  return lines.flatMap((line) => entryOf(line, state) ?? []);
}

function entryOf(line: string, state: State): Entry | undefined {
  const text = line.replace(/^\s*\*\*\s*/, '').trim();
  if (text === '') {
    const { block, before, last, lastBefore } = state;
    Object.assign(state, { heading: '', before: block || before, block: '', last: '', lastBefore: last || lastBefore });
    return undefined;
  }
  if (/^[%#;>]/.test(text)) return undefined;
  const indent = line.length - line.trimStart().length;
  const said = partsOf(text);
  if (said === undefined) return unlabelled(text, { state, indent });
  const { label, value } = said;
  if (value === '') return headed(label, { state, indent });
  if (state.block === '' || startsObject(label, state)) begin(label, state);
  if (indent < state.indent) state.heading = '';
  Object.assign(state, { last: label, open: '' });
  return entry(label, value, state);
}

interface At {
  readonly state: State;
  readonly indent: number;
}

function headed(label: string, { state, indent }: At): undefined {
  if (state.block === '') {
    if (label === MORE_OF_THE_SAME) state.block = state.before;
    else begin(label, state);
  }
  Object.assign(state, { heading: label, indent, last: '', open: label });
}

function unlabelled(text: string, { state, indent }: At): Entry | undefined {
  const plain = text.toLowerCase();
  if (indent === 0 && BARE_HEADINGS.has(plain)) {
    begin(plain, state);
    return void Object.assign(state, { heading: plain, indent, last: '', open: plain });
  }
  if (state.block === '' && state.open !== '') {
    begin(state.open, state);
    Object.assign(state, { heading: state.open, indent: 0 });
  }
  if (state.block === '' && indent > 0 && nameOrNone(text.split(/\s/)[0] ?? '') !== undefined)
    state.last = state.lastBefore;
  state.open = '';
  const found = entry(indent > 0 ? state.last : '', text.replace(/^[-*]\s+/, ''), state);
  return found.label === '' ? found : { ...found, goesOn: true };
}

function startsObject(label: string, { heading, block }: State): boolean {
  if (heading !== '' || block === label) return false;
  return OBJECT_STARTS.has(label) || (LATER_STARTS.has(label) && OBJECT_STARTS.has(block));
}

function begin(block: string, state: State): void {
  state.part += 1;
  state.block = block;
}

function entry(label: string, value: string, { heading, block, part }: State): Entry {
  return { label, value, heading, block, part };
}
