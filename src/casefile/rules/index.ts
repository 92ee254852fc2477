// The rules that hold between the parts of a case, in three lists by what they need. A new rule is one function in the
// file of its theme and one line here.
import type { Problem } from '../../model/problem.ts';
import type { Draft } from '../draft.ts';
import { changesComeLater, instantsCanHaveHappened, restraintsAreShort, timeZoneExists } from './dates.ts';
import { caseIsThatOfItsFolder, definitionsAreUsed, registriesAreListed, sinkholesAreReady } from './definitions.ts';
import {
  glueIsOfItsServers,
  glueIsThereWhereItIsNeeded,
  nonDisclosureIsOrdered,
  orderCopiesAreThoseStated,
  providersStandUnderSuffixes,
} from './letters.ts';
import { internationalNamesAreShownInBothForms, lookAlikesArePointedOut } from './look-alikes.ts';
import {
  idsAreDistinct,
  ordersHaveEffect,
  paragraphsAskForSomething,
  registrarsAreNotAskedForServerLocks,
} from './orders.ts';
import { changedOrdersExist, reliefRefersToWhatIsThere, schedulesExist } from './references.ts';
import { hostsAreNotAskedToMove, namesAreNoSuffixes } from './registrable.ts';
import {
  countsAreThoseStated,
  namesStandInOneSchedule,
  releasedNamesAreListed,
  schedulesAreUsed,
  schedulesHaveNames,
} from './schedules.ts';

export type Rule = (draft: Draft) => readonly Problem[];

/** What would make the value of the case wrong. Each looks at what could be read, whatever else is wrong. */
export const ALWAYS: readonly Rule[] = [
  caseIsThatOfItsFolder,
  timeZoneExists,
  idsAreDistinct,
  schedulesExist,
  reliefRefersToWhatIsThere,
  changedOrdersExist,
  registrarsAreNotAskedForServerLocks,
  instantsCanHaveHappened,
  changesComeLater,
  schedulesHaveNames,
  namesStandInOneSchedule,
  countsAreThoseStated,
  nonDisclosureIsOrdered,
  glueIsOfItsServers,
  orderCopiesAreThoseStated,
];

/** What can be told only of a file that could be read whole: what is left out might be what is missed. */
export const OF_WHOLE_FILES: readonly Rule[] = [
  paragraphsAskForSomething,
  ordersHaveEffect,
  restraintsAreShort,
  schedulesAreUsed,
  definitionsAreUsed,
  sinkholesAreReady,
  releasedNamesAreListed,
];

/** What takes time on a hundred thousand names and changes no value; left out where only the value is wanted. */
export const THOROUGH: readonly Rule[] = [
  registriesAreListed,
  namesAreNoSuffixes,
  hostsAreNotAskedToMove,
  lookAlikesArePointedOut,
  internationalNamesAreShownInBothForms,
  glueIsThereWhereItIsNeeded,
  providersStandUnderSuffixes,
];
