// The caption of a paper for the court: the court, the parties with their sides, and the docket.
import type { Caption } from '../../paper/document.ts';
import { plain } from '../paged/text.ts';
import type { CaseReport } from '../report/case-report.ts';
import { blank } from './blank.ts';
import { sidesOf } from './declaration.ts';

/** Above the parties a court's name stands in capitals, its district on a line of its own. */
const DISTRICT = /^(.*\S)\s+(for the .+)$/i;

/** A side that is more than one, as far as its words show it; a person reads it over. */
function several(side: string): boolean {
  return /\band\b|\bet al\b|\bdoes\b|;|\d\s*-\s*\d|\bdefendants\b/i.test(side);
}

export function captionOf({ title, docket, court, judge }: CaseReport): Caption {
  const [plaintiffs, defendants] = sidesOf(title) ?? [blank('plaintiff'), blank('defendants')];
  const name = plain(court.name).toUpperCase();
  const [, first, district] = DISTRICT.exec(name) ?? [];
  return {
    court: first === undefined || district === undefined ? [name] : [first, district],
    parties: [
      { text: plain(`${plaintiffs},`), step: 0 },
      { text: `${several(plaintiffs) ? 'Plaintiffs' : 'Plaintiff'},`, step: 2 },
      { text: 'v.', step: 1 },
      { text: plain(`${defendants},`), step: 0 },
      { text: several(defendants) ? 'Defendants.' : 'Defendant.', step: 2 },
    ],
    docket: [`Civil Action No. ${docket}`, ...(judge === null ? [] : [`Judge ${judge}`])].map(plain),
  };
}
