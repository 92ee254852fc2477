// Names under seal found in any text: in either form, in part of a longer host or file name, with dots of every kind. A paper for a
// public docket must not have them in any way, so this looks for more than `hideNames` does and says what it found.
import type { SealedName } from '../../model/case/sealed-names.ts';

/** Dots, the forms of them that IDNA takes for dots, and those that people write so that nothing can be clicked. */
const DOT = '(?:\\s?[\\[({]\\s?(?:\\.|dot)\\s?[\\])}]\\s?|[.\\u3002\\uff0e\\uff61])';
const LABEL = '[\\p{L}\\p{M}\\p{N}_-]+';
const HOST = new RegExp(`${LABEL}(?:${DOT}${LABEL})+`, 'giu');
const DOTS = new RegExp(DOT, 'giu');
const WORD = /[\p{L}\p{M}\p{N}_-]{6,}/gu;
/** A label of which nobody would think that it is a word of the language. */
const UNMISTAKABLE = /^(?=.{6,})(?=.*[\d-])/;

interface Hidden {
  /** `name 12`; `domain of name 12` for the domain of a host name. */
  readonly as: string;
  readonly name: string;
}

type Replace = (found: string, hidden: Hidden) => string;

/** The numbers follow from the order of the schedules, so that every paper of a case has the same. */
export function findSealed(names: Iterable<SealedName>): (text: string, replace: Replace) => string {
  const forms = new Map<string, Hidden>();
  const labels = new Map<string, Hidden>();
  let [number, most] = [0, 0];
  const learn = (form: string, hidden: Hidden) => {
    const key = keyOf(form);
    if (!forms.has(key)) forms.set(key, hidden);
    most = Math.max(most, key.split('.').length);
    const [first = ''] = key.split('.');
    if (UNMISTAKABLE.test(first) && !labels.has(first)) labels.set(first, hidden);
  };
  const all = [...names];
  for (const { name, unicode } of all) {
    if (forms.has(keyOf(name))) continue;
    number += 1;
    const hidden = { as: `name ${number}`, name };
    learn(name, hidden);
    learn(unicode, hidden);
  }
  for (const { name, registrable } of all) {
    const of = forms.get(keyOf(name));
    if (of !== undefined && !forms.has(keyOf(registrable))) {
      learn(registrable, { as: `domain of ${of.as}`, name: registrable });
    }
  }
  if (forms.size === 0) return (text) => text;
  return (text, replace) =>
    text
      .replace(HOST, (host) => withoutNames(host, { forms, most, replace }))
      .replace(WORD, (word) => {
        const hidden = labels.get(keyOf(word));
        return hidden === undefined ? word : replace(word, hidden);
      });
}

interface Looking {
  readonly forms: ReadonlyMap<string, Hidden>;
  /** Labels of the longest form. */
  readonly most: number;
  readonly replace: Replace;
}

function withoutNames(host: string, { forms, most, replace }: Looking): string {
  const labels = labelsOf(host);
  let [said, told] = ['', 0];
  for (let at = 0; at < labels.length - 1; ) {
    const found = foundAt(labels, at, { forms, most });
    if (found === undefined) {
      at += 1;
      continue;
    }
    said += host.slice(told, found.from) + replace(host.slice(found.from, found.to), found.hidden);
    told = found.to;
    at += found.labels;
  }
  return said + host.slice(told);
}

interface Label {
  readonly text: string;
  readonly from: number;
}

function labelsOf(host: string): readonly Label[] {
  const labels: Label[] = [];
  let from = 0;
  for (const dot of host.matchAll(DOTS)) {
    labels.push({ text: host.slice(from, dot.index), from });
    from = dot.index + dot[0].length;
  }
  return [...labels, { text: host.slice(from), from }];
}

interface Found {
  readonly hidden: Hidden;
  readonly from: number;
  readonly to: number;
  readonly labels: number;
}

/** The longest name that begins in the label: the whole of it, or what stands in it behind a hyphen. */
function foundAt(labels: readonly Label[], at: number, { forms, most }: Omit<Looking, 'replace'>): Found | undefined {
  const [first] = labels.slice(at, at + 1);
  if (first === undefined) return undefined;
  for (let count = Math.min(most, labels.length - at); count > 1; count -= 1) {
    const inside = labels.slice(at + 1, at + count - 1).map(({ text }) => text);
    const [last] = labels.slice(at + count - 1, at + count);
    if (last === undefined) continue;
    for (const begin of beginnings(first.text)) {
      for (const end of endings(last.text)) {
        const hidden = forms.get(keyOf([first.text.slice(begin), ...inside, last.text.slice(0, end)].join('.')));
        if (hidden !== undefined) return { hidden, from: first.from + begin, to: last.from + end, labels: count };
      }
    }
  }
  return undefined;
}

/** So many parts of a label are tried: a real one has at most 63 characters. */
const MOST_PARTS = 32;

function beginnings(label: string): readonly number[] {
  return [0, ...cuts(label).map((at) => at + 1)];
}

function endings(label: string): readonly number[] {
  return [label.length, ...cuts(label).toReversed()];
}

function cuts(label: string): readonly number[] {
  return [...label.matchAll(/[-_]/g)].slice(0, MOST_PARTS).map(({ index }) => index);
}

function keyOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u3002\uff0e\uff61]/g, '.');
}
