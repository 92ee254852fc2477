// What a name is before anybody moves it: a suffix that others stand under, a service that strangers use, a sinkhole's own name, a
// host of somebody else's, a name of another case.
import type { ScheduledName } from '../model/case.ts';
import { isWithin, type Name } from '../model/name.ts';
import type { PrecheckFinding } from '../model/precheck.ts';
import type { Sinkhole } from '../model/sinkhole.ts';
import { found } from './found.ts';

/** What is known of a name as a place where others have names; absent: nothing is. */
export interface Service {
  readonly kind: 'suffix' | 'shared';
  /** In words: `dynamic DNS of Example Inc.`. */
  readonly text: string;
}

export interface StandingQuestion {
  readonly scheduled: ScheduledName;
  readonly sinkholes: readonly Sinkhole[];
  /** Of the name itself. */
  readonly service?: Service;
  /** Of the domain that a host name stands under. */
  readonly above?: Service;
  /** Other cases that list it. */
  readonly alsoIn: readonly string[];
}

export function standingFindings(question: StandingQuestion): readonly PrecheckFinding[] {
  const { scheduled, service, above, alsoIn, sinkholes } = question;
  const { name, registrable } = scheduled;
  const own = ownHosts(name, sinkholes);
  const under = above === undefined ? '' : `, ${above.text}`;
  return [
    ...(service === undefined
      ? []
      : [found(service.kind === 'suffix' ? 'public-suffix' : 'shared-service', service.text)]),
    ...(own.length === 0 ? [] : [found('own-name', `${own.join(', ')} stand${own.length === 1 ? 's' : ''} under it`)]),
    ...(name === registrable ? [] : [found('under-somebody-else', `it stands under ${registrable}${under}`)]),
    ...(alsoIn.length === 0 ? [] : [found('in-another-case', `also in ${alsoIn.join(', ')}`)]),
  ];
}

/** Name servers under the name for which the case gives no addresses: whoever wants them there says so with `glue`. */
function ownHosts(name: Name, sinkholes: readonly Sinkhole[]): readonly Name[] {
  return sinkholes.flatMap(({ nameServers, glue = {} }) =>
    nameServers.filter((server) => isWithin(server, name) && !(server in glue)),
  );
}
