// "Needs attention": what is urgent comes first, each with its word, its names and a sentence; and why the unknown ones are unknown.
import type { Instant } from '../../model/instant.ts';
import { count } from '../../model/text/phrase.ts';
import { wordRow } from '../../relief/words.ts';
import { wordWords } from '../say.ts';
import { html, join, type Markup } from './markup.ts';
import { type CasePage, type Part, row, section, table, utcTime } from './page.ts';
import { anchorOf, bareName, figure, tag } from './words.ts';

export const ATTENTION: Part = { id: 'attention', title: 'Needs attention' };
export const UNKNOWN: Part = { id: 'unknown', title: 'Why names are unknown' };

/** The rest of a long line is found in the list of names. */
const MOST_NAMES = 12;

type HasName = (name: string) => boolean;

export function attentionPart(page: CasePage, isShown: HasName): Markup {
  const { attention, damaged, unfinished } = page.report;
  const items = attention.map(
    ({ word, names, text }) =>
      html`<li>${tag(word)} <div><p class="who">${namesOf(names, page, isShown)}</p><p>${text}</p></div></li>
`,
  );
  return section(
    page,
    ATTENTION,
    items.length === 0
      ? html`<p>Nothing does.</p>`
      : html`<ul class="attention">
${items}</ul>`,
    damaged.length > 0 &&
      table({
        caption: 'Files of the record that are not as they were written; nothing that they say is counted',
        columns: [{ title: 'File' }, { title: 'Reason' }],
        rows: damaged.map(({ file, reason }) => row(file, reason)),
      }),
    unfinished.length > 0 &&
      html`<p>Not finished, and not counted: ${join(
        unfinished.map(({ id, started }) => html`run ${id}, begun ${utcTime(started as Instant)}`),
        '; ',
      )}.</p>`,
  );
}

function namesOf(names: readonly string[], page: CasePage, isShown: HasName): Markup {
  const linked = names
    .slice(0, MOST_NAMES)
    .map((name) => (isShown(name) ? html`<a href="#${anchorOf(page, name)}">${bareName(name)}</a>` : bareName(name)));
  const more = names.length - linked.length;
  return html`${names.length > 1 && html`${count(names.length, 'name')}: `}${join(linked, ', ')}${more > 0 && ` and ${figure(more)} more`}`;
}

export function unknownPart(page: CasePage): Markup | undefined {
  const { unknowns } = page.report;
  if (unknowns.length === 0) return undefined;
  return section(
    page,
    UNKNOWN,
    table({
      caption: 'Why names are unknown, most names first',
      columns: [
        { title: 'Word' },
        { title: 'Names', number: true },
        { title: 'What it means' },
        { title: 'What to do' },
      ],
      rows: unknowns.map(({ word, names }) =>
        row(wordWords(word), names, wordRow(word)?.means ?? '', wordRow(word)?.ask ?? ''),
      ),
    }),
  );
}
