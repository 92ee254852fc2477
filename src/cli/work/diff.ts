// The work half of `takedown diff`: what is typed stands in commands/diff.ts.
import type { Case } from '../../model/case/case.ts';
import type { Order } from '../../model/case/order.ts';
import { END_OF_TIME } from '../../model/instant.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { differenceOf } from '../../progress/order-difference.ts';
import { orderDiffJson } from '../../reports/orders/diff-json.ts';
import { orderDiffLines } from '../../reports/orders/diff-text.ts';
import { registrarsSeen } from '../amend/registrars-seen.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { envelopeOf, journalOf } from '../view.ts';
import { caseIn, caseMeant } from '../workspace.ts';

export async function diff(call: Call): Promise<number> {
  const { context, terminal } = call;
  const [id, first = '', second = ''] = call.arguments;
  const paths = caseMeant(call, id);
  const { theCase, problems } = await caseIn(paths, { quick: true, from: context.folder });
  const [from, to] = [orderMeant(theCase, first), orderMeant(theCase, second)];
  const journal = await journalOf(paths, { from: context.folder });
  const difference = differenceOf({
    before: { theCase, asOf: from.entered },
    after: { theCase, asOf: to.entered },
    registrarOf: registrarsSeen({ paths, theCase, journal, asOf: END_OF_TIME }),
  });
  const shown = { theCase, from, to, difference };
  if (terminal.json) await printPieces(context.out, orderDiffJson(shown, envelopeOf(context, problems)));
  else await printLines(context.out, orderDiffLines(shown, surfaceOf(terminal)));
  return EXIT.done;
}

function orderMeant({ orders }: Case, id: string): Order {
  const found = orders.find((order) => order.id === id);
  if (found !== undefined) return found;
  throw new TakedownError('use', {
    code: 'no-such-order',
    message: `The case has no order "${id}".`,
    hint: `Orders: ${orders.map((order) => order.id).join(', ')}.`,
  });
}
