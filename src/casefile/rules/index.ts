// The rules that hold between the parts of a case, in two lists by what they cost. A new rule is one function in the file of
// its theme and one line here.
import type { Problem } from '../../model/problem.ts';
import type { Draft } from '../draft.ts';
import { changesComeLater, instantsCanHaveHappened, restraintsAreShort, timeZoneExists } from './dates.ts';
import { caseIsThatOfItsFolder, definitionsAreUsed, registriesAreListed, sinkholesAreReady } from './definitions.ts';
import { hostsAreNotAskedToMove, hostsHaveProviders } from './hosts.ts';
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
import { looksOfMarksArePointedOut, ownDomainsAreNotListed } from './own-names.ts';
import { changedOrdersExist, reliefRefersToWhatIsThere, schedulesExist } from './references.ts';
import { namesAreNoSuffixes } from './registrable.ts';
import {
  countsAreThoseStated,
  namesStandInOneSchedule,
  releasedNamesAreListed,
  schedulesAreUsed,
  schedulesHaveNames,
} from './schedules.ts';

export type Rule = (draft: Draft) => readonly Problem[];

/**
 * Each looks at what could be read, whatever else is wrong. One that misses something asks first whether it may have been
 * left out (`whole`, `there`).
 */
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
  hostsHaveProviders,
  lookAlikesArePointedOut,
  internationalNamesAreShownInBothForms,
  ownDomainsAreNotListed,
  looksOfMarksArePointedOut,
  glueIsThereWhereItIsNeeded,
  providersStandUnderSuffixes,
];
