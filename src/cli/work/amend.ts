// The work half of `takedown amend`: what is typed stands in commands/amend.ts.
import { renderProblems } from '../../casefile/render-problem.ts';
import { REFUSALS } from '../../intake/sifted.ts';
import { placeWords } from '../../model/case/import.ts';
import { END_OF_TIME } from '../../model/instant.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { differenceOf } from '../../progress/order-difference.ts';
import { diffLines } from '../../reports/files/diff-text.ts';
import { lineChanges } from '../../reports/files/line-changes.ts';
import { type Amendment, amendJson } from '../../reports/orders/amend-json.ts';
import { orderDiffLines } from '../../reports/orders/diff-text.ts';
import { type Amended, amended, enteredOf, writeAmended } from '../amend/amending.ts';
import { type AmendAnswers, amendAnswers } from '../amend/answers.ts';
import { namesWith } from '../amend/names.ts';
import { keepOrigin, originEntries, originToKeep } from '../amend/origin.ts';
import { registrarsSeen } from '../amend/registrars-seen.ts';
import type { Call } from '../command.ts';
import { consentTo } from '../consent.ts';
import { EXIT } from '../exit.ts';
import { keepsDocuments } from '../import/keeping.ts';
import { personOf } from '../import/person.ts';
import { settleFirst } from '../import/settling.ts';
import { machineFor } from '../lock-holder.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { envelopeOf, journalOf } from '../view.ts';
import { caseIn, caseMeant } from '../workspace.ts';

export async function amend(call: Call): Promise<number> {
  const { context, terminal, options } = call;
  const from = context.folder;
  const [id, file] = call.arguments;
  const paths = caseMeant(call, id);
  await settleFirst(call, paths);
  const { theCase, problems } = await caseIn(paths, { quick: false, from });
  const said = await amendAnswers(call, file !== undefined);
  if (theCase.orders.some((order) => order.id === said.id)) throw orderExists(said.id);
  const entered = enteredOf(said) ?? notKnown();
  const names = await namesWith(call, { theCase, entered, said });
  if (names.document !== undefined && names.added.length + names.releases.length === 0) refuseIdle(said);
  const by = names.document === undefined ? '' : personOf(call).name;
  const who = { by, at: context.clock.now() };
  const keeping = { paths, keeps: keepsDocuments(call) };
  const made = await amended({ paths, theCase, problems, from, who }, said, names);
  const journal = await journalOf(paths, { from });
  const difference = differenceOf({
    before: { theCase, asOf: entered },
    after: { theCase: made.theCase, asOf: entered },
    registrarOf: registrarsSeen({ paths, theCase: made.theCase, journal, asOf: END_OF_TIME }),
  });
  const statedCount = said.answers['statedCount'];
  const amendment: Amendment = {
    ...{ theCase: made.theCase, to: made.order, difference, orderText: made.orderText },
    listed: names.listed,
    toCheck: names.check.map(({ printed, place }) => ({ text: printed, where: placeWords(place) })),
    refused: names.refused.map(({ printed, place, reason }) => ({
      ...{ text: printed, where: placeWords(place), reason: REFUSALS[reason] },
    })),
    ...(statedCount === undefined ? {} : { statedCount: Number(statedCount) }),
    files: [
      ...made.files.map(({ target }) => ({ file: target.label, isNew: !target.existed })),
      ...originToKeep(names, { ...keeping, from }),
    ],
  };
  if (!terminal.json) await showAmended(call, made, amendment);
  const written = options['dryRun'] !== true;
  if (written) {
    await agree(call, made);
    const copy = keepOrigin(names, keeping);
    const entries = originEntries(names, { who, copy });
    await writeAmended(paths, { files: made.files, entries }, machineFor(context));
  }
  if (terminal.json) {
    await printPieces(context.out, amendJson({ ...amendment, written }, envelopeOf(context, made.problems)));
  } else await printLines(context.out, outcome(amendment, written));
  return EXIT.done;
}

function agree(call: Call, made: Amended): Promise<void> {
  return consentTo(call, {
    ready: `The order ${made.order.id} is ready`,
    asks: `Add the order ${show(made.order.id)} to the case?`,
    does: 'write it',
    otherwise: 'nothing was written',
  });
}

async function showAmended({ context, terminal }: Call, made: Amended, amendment: Amendment): Promise<void> {
  await printLines(context.out, orderDiffLines(amendment, surfaceOf(terminal)));
  await printLines(context.out, ['', ...countLines(amendment)]);
  for (const { target, text } of made.files) {
    const changes = lineChanges(target.text, text);
    const lines = [...diffLines({ file: target.label, text: target.text, changes }, terminal.paint)];
    const most = terminal.width === undefined ? lines.length : LINES_SHOWN;
    await printLines(context.out, lines.slice(0, most));
    if (lines.length > most) await printLines(context.out, [`… and ${lines.length - most} more lines`]);
  }
  await printLines(context.out, ['']);
  if (made.problems.length > 0) await context.out.write(`${renderProblems(made.problems, terminal.width)}\n`);
}

/** Of one file, on a screen. */
const LINES_SHOWN = 60;

function countLines({ listed, statedCount, refused, toCheck }: Amendment): readonly string[] {
  const left = [
    ...toCheck.map(({ where, text }) => `  left out, ${where}: ${show(text)} has to be looked at`),
    ...refused.map(({ where, text, reason }) => `  left out, ${where}: ${show(text)} is ${reason}`),
  ];
  if (left.length > 0) left.push('');
  if (statedCount === undefined || statedCount === listed) return left;
  return [`The order states ${statedCount} names; the list has ${listed}.`, '', ...left];
}

function outcome({ to, files, theCase }: Amendment, written: boolean): readonly string[] {
  const where = files.map(({ file }) => file).join(', ');
  if (!written) return [`The order ${show(to.id)} would be added (${where}); nothing is written`];
  return [
    `The order ${show(to.id)} is added (${where})`,
    'Next:',
    `  takedown letter plan ${theCase.id}    who has to be told`,
  ];
}

function orderExists(id: string): TakedownError {
  const message = `The case has an order "${id}" already.`;
  return new TakedownError('use', { code: 'order-exists', message, hint: 'Give the new one another id with --order.' });
}

/** A list that brings nothing, of an order that says nothing else. */
function refuseIdle({ answers, written }: AmendAnswers): void {
  if (written !== undefined || answers['extends'] !== undefined) return;
  throw new TakedownError('use', {
    code: 'nothing-changes',
    message:
      'Orders cover the names of the list already, and the order would change nothing else; nothing was written.',
    hint: 'Compare the list with the order; --extends and --answers say what else the order does.',
  });
}

function notKnown(): never {
  throw new TakedownError('use', {
    code: 'missing-answers',
    message: 'When the order was entered is not known.',
    hint: 'Give --entered, or write "entered:" into the file of --answers, as an instant with its offset.',
  });
}
