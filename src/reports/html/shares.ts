// Who has done how much: by registry, whoever is ordered before whoever is only requested, and by registrar of record.
import type { Tally } from '../../model/judged/progress.ts';
import { registrarOfRow, registrarParts } from '../report/report-words.ts';
import { html, type Markup, type Piece } from './markup.ts';
import { type CasePage, type Column, type Part, row, section, table } from './page.ts';

export const REGISTRIES: Part = { id: 'registries', title: 'By registry' };
export const REGISTRARS: Part = { id: 'registrars', title: 'By registrar of record' };

const COUNTS: readonly Column[] = [
  { title: 'names', number: true },
  { title: 'transferred', number: true },
  { title: 'sinkholed', number: true },
  { title: 'done', number: true },
  { title: 'not yet', number: true },
  { title: 'unknown', number: true },
];

export function registriesPart(page: CasePage): Markup {
  return section(
    page,
    REGISTRIES,
    table({
      caption: 'Names by registry; released names are not counted here',
      columns: [{ title: 'Registry' }, { title: 'Bound' }, ...COUNTS],
      rows: page.report.registries.map((one) => row(html`<bdi>${one.title}</bdi>`, REACH[one.reach], ...counts(one))),
    }),
  );
}

const REACH = { ordered: 'ordered', requested: 'requested', unlisted: 'no recipient' } as const;

export function registrarsPart(page: CasePage): Markup {
  return section(
    page,
    REGISTRARS,
    table({
      caption: 'Names by registrar of record as last seen; released names are not counted here',
      columns: [{ title: 'Registrar' }, { title: 'IANA ID' }, ...COUNTS],
      rows: page.report.registrars.map((one) => {
        const { name } = registrarParts(registrarOfRow(one));
        return row(html`<bdi>${name}</bdi>`, one.registrar?.ianaId?.toString() ?? '–', ...counts(one));
      }),
    }),
  );
}

interface Counted {
  readonly names: number;
  readonly transferred: Tally;
  readonly sinkholed: Tally;
  readonly done: Tally;
}

function counts({ names, transferred, sinkholed, done }: Counted): readonly Piece[] {
  const facet = (tally: Tally) =>
    tally.notOrdered === names ? html`<span class="right">not ordered</span>` : tally.met;
  return [names, facet(transferred), facet(sinkholed), facet(done), done.unmet, done.unknown];
}
