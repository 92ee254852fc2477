// What a lookup offers where nobody is listed: the abuse desk that the registry names for the registrar. It is told with its
// source, as somebody to ask. It is not the desk for orders, and no letter ever goes there by itself.
import { fullDateWords } from '../../calendar/local-date.ts';
import { localTime } from '../../calendar/zone.ts';
import type { Case } from '../../model/case/case.ts';
import type { LetterName } from '../../model/letter/letter.ts';
import { drop } from '../../model/text/harmless.ts';

/** Empty where no lookup names one. */
export function abuseDeskWords(names: readonly LetterName[], { court }: Pick<Case, 'court'>): string {
  const desk = names.map(({ seen }) => seen.abuseDesk).find((one) => one !== undefined);
  if (desk === undefined) return '';
  const ways = [desk.email, desk.phone].filter((way) => way !== undefined).map(drop);
  const day = fullDateWords(localTime(desk.at, court.timeZone).date);
  return `To ask whom to write to: ${ways.join(', ')}, its abuse desk in ${drop(desk.source)} on ${day}.`;
}
