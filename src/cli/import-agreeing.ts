// The last question of an import, before it writes. --accept has answered it.
import { TakedownError } from '../model/takedown-error.ts';
import { count } from '../reports/say.ts';
import { type Person, personWords } from './import-person.ts';

export async function agreeTo(names: number, file: string, person: Person): Promise<void> {
  if (names === 0) return;
  const { confirmed } = await import('./terminal/prompts.ts');
  const agreed = await confirmed(`${count(names, 'name')} to ${file}, accepted by ${personWords(person)}: write?`);
  if (!agreed) throw new TakedownError('failed', { code: 'stopped', message: 'Stopped; nothing was written.' });
}
