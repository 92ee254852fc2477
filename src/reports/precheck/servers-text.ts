// The sinkhole's servers before service: what each answered of the names it was asked about, over TCP too, and how long it took.

import type { SinkholeServer } from '../../model/judged/precheck.ts';
import { show } from '../../model/text/harmless.ts';
import { hang } from '../layout.ts';
import type { Surface } from '../paint.ts';
import { utcDateWords } from '../say.ts';
import { tableLines } from '../table.ts';
import type { PrecheckReport } from './report.ts';

export function serverLines({ table: { servers, readied } }: PrecheckReport, surface: Surface): Iterable<string> {
  if (servers.length === 0) return [];
  const title = `Sinkhole, asked about ${readied.asked} of ${readied.of}`;
  return tableLines(
    [
      { title, titlePaint: surface.paint.bold },
      { title: 'answers', align: 'right' },
      { title: 'over TCP', align: 'right', drop: 2 },
      { title: 'median', align: 'right', drop: 3 },
      { title: 'slowest', align: 'right', drop: 1 },
      { title: 'does not', drop: 4 },
    ],
    servers.map(cellsOf),
    { ...surface, indent: 0 },
  );
}

/** The registrations that they stand on. */
export function domainLines({ table: { domains } }: PrecheckReport, surface: Surface): readonly string[] {
  return domains.flatMap(({ name, expires, statuses }) => {
    const until = expires === undefined ? 'until when is not known' : `until ${utcDateWords(expires)}`;
    const locks = statuses === undefined ? 'locks not known' : statuses.join(', ') || 'no locks';
    return hang(`Stands on ${show(name)}  `, `registered ${until}; ${locks}`, surface.width);
  });
}

function cellsOf({ server, asked, answered, overTcp, median, slowest, failures }: SinkholeServer): readonly string[] {
  return [
    `  ${show(server)}`,
    `${answered} of ${asked}`,
    `${overTcp}`,
    median === undefined ? '–' : `${median} ms`,
    slowest === undefined ? '–' : `${slowest} ms`,
    failureWords(failures) || '–',
  ];
}

export function failureWords(failures: SinkholeServer['failures']): string {
  return Object.entries(failures)
    .map(([why, names]) => `${why} ${names}`)
    .join(', ');
}
