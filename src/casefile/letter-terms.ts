// What a case file says about its letters, as the program uses it; what it leaves out has been filled in by the schema.
import type { Case, LetterTerms } from '../model/case/case.ts';
import { present } from './present.ts';
import type { CaseFile } from './schema/case.ts';

export function lettersOf({ letters }: CaseFile): LetterTerms {
  const { most, preservation, costs, objections, 'non-disclosure': nonDisclosure } = letters;
  return {
    ...present({ nonDisclosure, preservation, costs, objections }),
    freshHours: letters['fresh-hours'],
    most,
    patienceHours: letters['patience-hours'],
  };
}

/** Absent where nobody is named. */
export function contactsOf({ contacts }: CaseFile): Pick<Case, 'contacts'> {
  const { technical, emergency } = contacts;
  if (technical === undefined && emergency === undefined) return {};
  return {
    contacts: present({
      technical: technical && { ...present(technical), name: technical.name },
      emergency: emergency && { ...present(emergency), name: emergency.name },
    }),
  };
}
