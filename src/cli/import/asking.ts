// A sitting at the terminal: every doubtful name with its lines, one after the other. Each answer is kept as it is given.
import { TakedownError } from '../../model/takedown-error.ts';
import type { ImportedDoubt } from '../../reports/import/report.ts';
import { doubtLines } from '../../reports/import/text.ts';
import { hang } from '../../reports/layout.ts';
import type { AnswersFile } from '../../store/case/import-answers.ts';
import type { Call } from '../command.ts';
import { printLines, surfaceOf } from '../print.ts';
import { type Answer, type Answers, answerLine } from './decisions.ts';

interface Sitting {
  readonly doubts: readonly ImportedDoubt[];
  readonly answers: Answers;
  readonly kept: AnswersFile;
  mayBeBroken(doubt: ImportedDoubt): boolean;
}

export async function sit(
  { context, terminal }: Call,
  { doubts, answers: before, kept, mayBeBroken }: Sitting,
): Promise<Answers> {
  const answers = new Map(before);
  const left = doubts.filter((one) => !answers.has(one));
  if (left.length === 0) return answers;
  const { askAbout, keyWords } = await import('../terminal/import-prompts.ts');
  const steps: { readonly at: number; readonly doubts: readonly ImportedDoubt[] }[] = [];
  for (let at = 0; at < left.length; ) {
    const doubt = left[at];
    if (doubt === undefined || answers.has(doubt)) {
      at += 1;
      continue;
    }
    const surface = surfaceOf({ ...terminal, width: context.err.columns });
    await printLines(context.err, [
      '',
      ...doubtLines(doubt, surface),
      ...hang('    ', terminal.paint.dim(keyWords(doubt)), surface.width),
    ]);
    const said = await askAbout(doubt, `${at + 1} of ${left.length}`, context.interruption);
    if (said.kind === 'stop' || said.kind === 'interrupted') throw stopped(said.kind, answers, kept);
    if (said.kind === 'back') {
      const last = steps.pop();
      for (const one of last?.doubts ?? []) answers.delete(one);
      at = last?.at ?? at;
    } else {
      const meant = meantBy(said, { doubt, left: left.slice(at), mayBeBroken });
      for (const [one, answer] of meant) answers.set(one, answer);
      steps.push({ at, doubts: meant.map(([one]) => one) });
    }
    kept.keep([...answers].map(([one, answer]) => answerLine(one, answer)));
  }
  return answers;
}

interface Said {
  readonly doubt: ImportedDoubt;
  readonly left: readonly ImportedDoubt[];
  mayBeBroken(doubt: ImportedDoubt): boolean;
}

function meantBy(
  said: Answer | { readonly kind: 'rest' },
  { doubt, left, mayBeBroken }: Said,
): readonly (readonly [ImportedDoubt, Answer])[] {
  if (said.kind !== 'rest') return [[doubt, said]];
  // Of a broken name the rest may be a stranger's: those are asked about one by one.
  const alike = left.filter((one) => one === doubt || (one.doubts[0] === doubt.doubts[0] && !mayBeBroken(one)));
  return alike.flatMap((one) => {
    const name = one.candidates[0]?.name;
    return name === undefined ? [] : [[one, { kind: 'take', name }] as const];
  });
}

function stopped(how: 'stop' | 'interrupted', answers: Answers, kept: AnswersFile): TakedownError {
  const count = answers.size === 1 ? 'One answer is' : `${answers.size} answers are`;
  return new TakedownError(how === 'stop' ? 'failed' : 'interrupted', {
    code: 'stopped',
    message: 'Stopped; nothing was written.',
    ...(answers.size === 0 ? {} : { hint: `${count} kept in ${kept.label}: the same command goes on with them.` }),
  });
}
