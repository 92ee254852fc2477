// How later orders changed earlier ones, as the case file states it, and what the declarant says of departures from them.
import type { OrderChange } from '../../model/case/order.ts';
import { count } from '../../model/text/phrase.ts';
import { paragraph } from '../paged/text.ts';
import { courtText } from '../report/report-words.ts';
import { blank } from './blank.ts';
import type { DeclarationParts } from './declaration.ts';
import type { Part } from './numbered.ts';

export function departuresPart({ report, theCase, declarant }: DeclarationParts): Part {
  const entered = new Set(report.orders.map(({ id }) => id));
  const said = theCase.orders
    .filter(({ id }) => entered.has(id))
    .flatMap(({ id, changes }) =>
      changes.map((one) => [paragraph(`The order "${id}" ${changeWords(one, (at) => courtText(at, report))}.`)]),
    );
  const departures = declarant.departures ?? blank('state them, or that there are none');
  return {
    title: 'Changes of the orders, and departures from them',
    paragraphs: [...said, [paragraph(`Departures from the orders that the record does not show: ${departures}.`)]],
  };
}

function changeWords(change: OrderChange, when: (at: string) => string): string {
  switch (change.change) {
    case 'adds':
      return `adds the schedule ${change.schedule} to ${change.to.join(', ')}`;
    case 'releases':
      return `releases ${count(change.names.length, 'name')}${change.because === undefined ? '' : `: ${change.because}`}`;
    case 'replaces':
      return `replaces the paragraph ${change.paragraph} by its own ${change.by}`;
    case 'extends':
      return `extends the order "${change.order}" ${change.until === 'further-order' ? 'until a further order' : `until ${when(change.until)}`}`;
  }
}
