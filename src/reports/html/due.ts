// "Due and ending": deadlines with their counting, ends of orders and of the seal, and the paragraphs of the orders.
import { count } from '../../model/text/phrase.ts';
import { html, type Markup } from './markup.ts';
import { type CasePage, courtTime, type Part, row, section, table } from './page.ts';
import { figure } from './words.ts';

export const DUE: Part = { id: 'due', title: 'Due and ending' };
export const ORDERS: Part = { id: 'orders', title: 'Orders and their paragraphs' };

export function duePart(page: CasePage): Markup {
  const { due, expiries } = page.report;
  return section(
    page,
    DUE,
    due.length === 0 &&
      expiries.length === 0 &&
      html`<p>Nothing is due: no deadline runs and no order ends by itself.</p>`,
    due.length > 0 &&
      table({
        caption: `Deadlines, next first; instants on the clocks of ${page.report.court.timeZone}`,
        columns: [{ title: 'Due' }, { title: 'Whom' }, { title: 'Paragraph' }, { title: 'Open' }, { title: 'Counted' }],
        rows: due.map((one) => dueRow(one, page)),
      }),
    expiries.length > 0 &&
      table({
        caption: 'What ends by itself',
        columns: [{ title: 'Ends' }, { title: 'What' }, { title: 'Counted' }],
        rows: expiries.map(({ at, what, arithmetic }) =>
          row(courtTime(at, page), what, arithmetic ?? 'as the order states it'),
        ),
      }),
  );
}

function dueRow(one: CasePage['report']['due'][number], page: CasePage): Markup {
  const { due, recipientName, reach, order, paragraph, open, unknown, names, arithmetic, overdue } = one;
  const late = overdue && html` <span class="tag act">overdue</span>`;
  return row(
    due === null ? 'not running' : html`${courtTime(due, page)}${late}`,
    html`<bdi>${recipientName}</bdi> (${reach})`,
    `${order} ${paragraph}`,
    `${figure(open)} of ${count(names, 'name')}${unknown > 0 ? `, ${figure(unknown)} of them unknown` : ''}`,
    arithmetic ?? 'nothing shows when the order was served or received',
  );
}

export function ordersPart(page: CasePage): Markup {
  const { orders, paragraphs } = page.report;
  return section(
    page,
    ORDERS,
    table({
      caption: 'Orders entered by the instant of this report',
      columns: [{ title: 'Order' }, { title: 'Kind' }, { title: 'Entered' }, { title: 'Ends' }, { title: 'In force' }],
      rows: orders.map(({ id, title, docketEntry, entered, expires, inForce }) =>
        row(
          id,
          `${title}${docketEntry === null ? '' : `, Dkt. ${docketEntry}`}`,
          courtTime(entered, page),
          expires === null ? 'with a further order' : courtTime(expires, page),
          inForce ? 'yes' : 'no',
        ),
      ),
    }),
    table({
      caption: 'Every paragraph and what became of it',
      columns: [
        { title: 'Paragraph' },
        { title: 'In force' },
        { title: 'Requirements', number: true },
        { title: 'How it is accounted for' },
      ],
      rows: paragraphs.map(({ order, paragraph, inForce, requirements, how }) =>
        row(`${order} ${paragraph}`, inForce ? 'yes' : 'no', requirements, how),
      ),
    }),
  );
}
