// The work half of `takedown new`: what is typed stands in commands/new.ts.
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { answersFor } from '../new-answers.ts';
import { printLines } from '../print.ts';
import { startCase } from '../starting.ts';

export async function newCase(call: Call): Promise<number> {
  const answers = await answersFor(call);
  const started = await startCase(call, answers);
  await printLines(call.context.out, told(call, started));
  return EXIT.done;
}

function told(_: Call, { id, files }: { readonly id: string; readonly files: readonly string[] }): readonly string[] {
  return [
    `The case ${id} is started:`,
    ...files.map((file) => `  ${file}`),
    'Next:',
    `  takedown import ${id} names.txt    bring in its names`,
    `  takedown validate ${id}            see what is still missing`,
  ];
}
