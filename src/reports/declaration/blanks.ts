// What keeps a declaration a draft: what only a person can say and has not said, and what must be put right before anybody
// signs. It is listed on the first page and told to whoever makes the file.
import { count } from '../../model/text/phrase.ts';
import { MOST_ON_PAGES } from '../report/shown-names.ts';
import { type DeclarationParts, isChanged, sidesOf } from './declaration.ts';
import { isSimulated } from './simulated.ts';

export function blanksOf({ report, declarant, exhibits, sheet }: DeclarationParts): readonly string[] {
  const { name, role, basis, departures, executed } = declarant;
  const changed = exhibits.filter(isChanged);
  const hurdles: readonly (readonly [boolean, string])[] = [
    [sidesOf(report.title) === undefined, 'the parties: the title of the case does not name both sides'],
    [name === undefined, "the declarant's name (--declarant)"],
    [role === undefined, "the declarant's role (--role)"],
    [basis === undefined, "the basis of the declarant's knowledge (--basis)"],
    [departures === undefined, 'departures from the orders that the record does not show, or none (--departures)'],
    [executed === undefined, 'whether it is executed within or without the United States (--executed)'],
    [report.illustrative, 'the case is illustrative: its terms have not been compared with the text of the orders'],
    [isSimulated(report), 'a simulated network was asked: what is reported was not observed'],
    [report.unfinished.length > 0, `${count(report.unfinished.length, 'run')} begun and not finished`],
    [report.damaged.length > 0, `${count(report.damaged.length, 'file')} of the record damaged`],
    [changed.length > 0, `${count(changed.length, 'exhibit')} missing, or not as the record states`],
    [
      report.names.length > MOST_ON_PAGES && sheet === undefined,
      'the sheet with every name, Exhibit A-1, has to be attached',
    ],
  ];
  return hurdles.flatMap(([holds, what]) => (holds ? [what] : []));
}
