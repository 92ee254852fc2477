// Colours for the words of a report, by chalk. Colour only helps: every meaning is there as a word.
import { Chalk } from 'chalk';
import type { Paint } from '../../reports/paint.ts';

export function paintFor(colour: boolean): Paint {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  return { good: chalk.green, bad: chalk.red, doubt: chalk.yellow, dim: chalk.dim, bold: chalk.bold };
}
