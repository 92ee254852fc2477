// `--redacted`: what is left out of a paper for a public docket, and the log of it, a file of the team's own that is never overwritten.

import { sealInForce } from '../../model/case/seal.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { redactionLog } from '../../reports/redaction/log.ts';
import { openRedaction, type Redaction } from '../../reports/redaction/redaction.ts';
import { courtText } from '../../reports/report/report-words.ts';
import { createPrivate } from '../../store/disk/private-files.ts';
import type { Call } from '../command.ts';
import type { Standing } from '../view.ts';

/** Absent where it was not asked for. While there is a seal, each name of the schedules is under it. */
export function redactionFor(
  { options }: Pick<Call, 'options'>,
  { theCase, asOf }: Pick<Standing, 'theCase' | 'asOf'>,
): Redaction | undefined {
  if (options['redacted'] !== true) return undefined;
  const { seal, schedules, court } = theCase;
  const sealed = seal !== undefined && sealInForce(theCase, asOf.at) !== undefined;
  return openRedaction({
    names: sealed ? schedules.flatMap(({ names }) => names) : [],
    becauseNames:
      seal === undefined ? '' : `under seal until ${courtText(seal.until, { court: { ...court, short: null } })}`,
  });
}

interface KeptLog {
  readonly file: string;
  readonly marks: number;
}

/** What a paper left out that was filed must stay to be known: a log that says otherwise stops the paper. */
export function keepLog(
  redaction: Redaction,
  { file, from }: { readonly file: string; readonly from: string },
): KeptLog {
  const log = redaction.log();
  if (!createPrivate({ file, from }, redactionLog(log))) {
    throw new TakedownError('guard', {
      code: 'redaction-log-there',
      message: `${show(file)} is there already, and is the log of another redaction.`,
      hint: 'Move it to where its paper is, or choose another file with -o.',
    });
  }
  return { file, marks: log.length };
}
