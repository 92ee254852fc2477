// What a name is before anybody moves it: a suffix that others stand under, a service that strangers use, a sinkhole's own name, a
// host of somebody else's, a name of another case.
import type { ScheduledName } from '../model/case/case.ts';
import type { Sinkhole } from '../model/case/sinkhole.ts';
import type { PrecheckFinding } from '../model/judged/precheck.ts';
import { isWithin, type Name } from '../model/name.ts';
import { servicesOf, serviceWords } from '../model/tables/services.ts';
import { found } from './found.ts';

/** By the public suffix list. */
export type StandingOf = (name: Name) => 'suffix' | 'shared' | 'ordinary';

interface StandingQuestion {
  readonly scheduled: ScheduledName;
  readonly sinkholes: readonly Sinkhole[];
  readonly standingOf: StandingOf;
  /** Other cases that list it. */
  readonly alsoIn: readonly string[];
}

export function standingFindings(question: StandingQuestion): readonly PrecheckFinding[] {
  const { scheduled, alsoIn, sinkholes } = question;
  const { name, registrable } = scheduled;
  const own = ownHosts(name, sinkholes);
  const [above] = servicesOf(name);
  const under = above === undefined ? '' : `: ${serviceWords(above)}`;
  return [
    ...shared(question),
    ...(own.length === 0 ? [] : [found('own-name', `${own.join(', ')} stand${own.length === 1 ? 's' : ''} under it`)]),
    ...(name === registrable ? [] : [found('under-somebody-else', `it stands under ${registrable}${under}`)]),
    ...(alsoIn.length === 0 ? [] : [found('in-another-case', `also in ${alsoIn.join(', ')}`)]),
  ];
}

function shared({ scheduled: { name }, standingOf }: StandingQuestion): readonly PrecheckFinding[] {
  const standing = standingOf(name);
  if (standing === 'suffix') return [found('public-suffix', 'the public suffix list names it as a registry’s own')];
  const service = servicesOf(name).find(({ domain }) => domain === name);
  if (service !== undefined) return [found('shared-service', `${serviceWords(service)} (${service.source})`)];
  if (standing !== 'shared') return [];
  return [found('shared-service', 'the public suffix list says that strangers have names under it')];
}

/** Name servers under the name for which the case gives no addresses: whoever wants them there says so with `glue`. */
function ownHosts(name: Name, sinkholes: readonly Sinkhole[]): readonly Name[] {
  return sinkholes.flatMap(({ nameServers, glue = {} }) =>
    nameServers.filter((server) => isWithin(server, name) && !(server in glue)),
  );
}
