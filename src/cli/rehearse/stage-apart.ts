// The stage of a rehearsal in a thread of its own: the program under practice then waits for servers that are elsewhere, as it
// does in earnest, and has a core to itself. A thread that ends too soon, or falls silent, is told as what it is.
import type { Worker } from 'node:worker_threads';
import type { Network } from '../../model/asking/network.ts';
import type { KeptMail } from '../../rehearsal/mail.ts';
import type { Entered } from '../../rehearsal/open.ts';
import type { Load } from '../../rehearsal/sockets.ts';
import type { Sharing } from '../context.ts';
import { startThread } from '../threads/thread.ts';
import type { Stage, StageWanted } from './staging.ts';

export type Question = readonly ['enter', number] | readonly ['load'] | readonly ['mails'];

export interface Asked {
  readonly number: number;
  readonly question: Question;
}

type Outcome = { readonly answer: unknown } | { readonly error: unknown };

/** Each question is answered once. What nobody asked has the number 0: that the servers are up, and the network with them. */
export type Told = { readonly number: number } & Outcome;

/** Seconds. A hundred servers are opened in one, and everything else is quicker: who takes so long will never answer. */
const LONGEST = 60;

export async function openStageApart(wanted: StageWanted, sharing: Sharing, longest = LONGEST): Promise<Stage> {
  const line = openLine(startThread(sharing, 'stage', { workerData: wanted }), longest);
  const { gone, close } = line;
  try {
    const network = (await line.opened) as Network;
    return {
      network,
      gone,
      enter: async (day) => (await line.ask(['enter', day])) as Entered,
      load: async () => (await line.ask(['load'])) as readonly Load[],
      mails: async () => (await line.ask(['mails'])) as readonly KeptMail[],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Line {
  readonly opened: Promise<unknown>;
  readonly gone: AbortSignal;
  ask(question: Question): Promise<unknown>;
  close(): Promise<void>;
}

function openLine(thread: Worker, longest: number): Line {
  const gone = new AbortController();
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let closing = false;
  const giveUp = (error: Error) => {
    for (const settle of waiting.values()) settle({ error });
  };
  const end = (error: Error) => {
    if (closing) return;
    giveUp(error);
    gone.abort(error);
  };
  const answerTo = (number: number) =>
    new Promise<unknown>((resolve, reject) => {
      const late = setTimeout(
        () => end(new Error(`the simulated internet said nothing for ${longest} s`)),
        longest * 1000,
      );
      waiting.set(number, (outcome) => {
        clearTimeout(late);
        waiting.delete(number);
        if ('error' in outcome) reject(outcome.error);
        else resolve(outcome.answer);
      });
    });
  thread.on('message', (told: Told) => waiting.get(told.number)?.(told));
  thread.on('messageerror', end);
  thread.on('error', end);
  thread.on('exit', (code) => end(new Error(`the simulated internet ended by itself, with ${code}`)));
  let asked = 0;
  return {
    opened: answerTo(asked),
    gone: gone.signal,
    ask(question) {
      gone.signal.throwIfAborted();
      asked += 1;
      thread.postMessage({ number: asked, question } satisfies Asked);
      return answerTo(asked);
    },
    async close() {
      // From here on the end is no surprise. Its sockets go with the thread.
      closing = true;
      giveUp(new Error('the simulated internet is being closed'));
      await thread.terminate();
    },
  };
}
