// What many files of tests begin with is made by the first that asks; the others, in whatever process they are, wait for it.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';

const PATIENCE = { tries: 1_600, apart: 100 };

/** `make` fills the folder that it is given. Gives back where that lies for the rest of the run: to be copied, or only read. */
export async function madeOnce(what: string, make: (folder: string) => Promise<void> | void): Promise<string> {
  const made = join(inject('sharedGround'), what);
  if (mayMake(made)) await makeWhole(made, make);
  for (let tries = 0; !existsSync(made) && tries < PATIENCE.tries; tries += 1) {
    if (existsSync(failureOf(made))) throw new Error(`${what}: ${readFileSync(failureOf(made), 'utf8')}`);
    await sleep(PATIENCE.apart);
  }
  if (!existsSync(made)) throw new Error(`nobody has made ${what}`);
  return made;
}

function mayMake(made: string): boolean {
  try {
    mkdirSync(`${made}.taken`);
    return true;
  } catch {
    return false;
  }
}

async function makeWhole(made: string, make: (folder: string) => Promise<void> | void): Promise<void> {
  const making = join(`${made}.taken`, 'making');
  mkdirSync(making);
  try {
    await make(making);
  } catch (error) {
    writeFileSync(failureOf(made), String(error));
    throw error;
  }
  renameSync(making, made);
}

const failureOf = (made: string) => `${made}.failed`;
