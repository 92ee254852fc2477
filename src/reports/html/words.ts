// Verdicts, words and names as the page shows them: a verdict is a word with a sign beside it, and the sign only helps.
import type { FacetVerdict } from '../../model/judged/progress.ts';
import { wordRow } from '../../relief/words.ts';
import { FACET_WORDS, wordWords } from '../say.ts';
import { html, type Markup } from './markup.ts';
import type { CasePage } from './page.ts';

export function verdict(of: FacetVerdict, words: Readonly<Record<FacetVerdict, string>> = FACET_WORDS): Markup {
  return html`<span class="v ${of}">${words[of]}</span>`;
}

/** Of a finding: met, not yet, unknown. */
export const FINDING_WORDS: Readonly<Record<FacetVerdict, string>> = { ...FACET_WORDS, met: 'met' };

/** A word of the closed list, by how urgent it is. */
export function tag(word: string): Markup {
  return html`<span class="tag ${wordRow(word)?.urgency ?? 'act'}">${wordWords(word)}</span>`;
}

/** Longer than this it may have to be broken somewhere: after a dot, since half of a name that ends at a hyphen is another name. */
const WHOLE = 44;

/** The operative form. A browser that translates pages leaves it alone. */
export function bareName(name: string): Markup {
  if (name.length <= WHOLE) return html`<bdi class="n w" translate="no">${name}</bdi>`;
  const labels = name.split(/(?<=\.)/).map((label, at) => (at === 0 ? html`${label}` : html`<wbr>${label}`));
  return html`<bdi class="n" translate="no">${labels}</bdi>`;
}

/** The form that people read, where it is another one. */
export function displayed(name: string, unicode: string): Markup | undefined {
  return unicode === name ? undefined : html` <span class="u">displayed as <bdi translate="no">${unicode}</bdi></span>`;
}

export function anchorOf({ prefix }: CasePage, name: string): string {
  return `${prefix}n-${name}`;
}

/** `registrar-of-record` as people say it. */
export function reliefWords(relief: string): string {
  return relief
    .replaceAll('-', ' ')
    .replace(/\bepp\b/, 'EPP')
    .replace(/\bds\b/, 'DS');
}

export function figure(number: number): string {
  return number.toLocaleString('en-US');
}
