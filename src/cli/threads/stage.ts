// Where the thread begins in which the simulated internet lives. What goes wrong with it as a whole ends the thread, and
// rehearse/stage-apart.ts tells of it. The work is loaded as the first thread would load it, for the reason that part.ts gives.
import { parentPort, workerData } from 'node:worker_threads';
import type { Asked, Question, Told } from '../rehearse/stage-apart.ts';
import type { Stage, StageWanted } from '../rehearse/staging.ts';

async function serve(): Promise<void> {
  const { openStage } = await import('../rehearse/staging.ts');
  const stage = await openStage(workerData as StageWanted);
  const tell = (told: Told) => parentPort?.postMessage(told);
  parentPort?.on('message', ({ number, question }: Asked) => {
    answerTo(question, stage).then(
      (answer) => tell({ number, answer }),
      (error: unknown) => tell({ number, error }),
    );
  });
  tell({ number: 0, answer: stage.network });
}

function answerTo(question: Question, stage: Stage): Promise<unknown> {
  switch (question[0]) {
    case 'enter':
      return stage.enter(question[1]);
    case 'load':
      return stage.load();
    case 'mails':
      return stage.mails();
    default:
      return question satisfies never;
  }
}

void serve();
