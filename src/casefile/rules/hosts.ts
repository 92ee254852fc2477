// Rules: a host name under somebody else's domain is no registration. What concerns a registration is not asked of it, and
// there is a provider to write to.
import { isWithin, type Name } from '../../model/name.ts';
import type { Problem } from '../../model/problem.ts';
import { servicesOf, serviceWords } from '../../model/tables/services.ts';
import { reliefOf } from '../../relief/index.ts';
import { type Draft, type ParagraphDraft, paragraphsOf } from '../draft.ts';
import { problem, problemList } from '../problems.ts';
import type { ListedName, ScheduleReading } from '../schedule.ts';
import { registrableOf } from './registrable.ts';
import { allSchedulesAreRead } from './schedules.ts';

interface Host {
  readonly id: string;
  readonly reading: ScheduleReading;
  readonly listed: ListedName;
  /** The registered domain that it stands under, which no schedule has. */
  readonly owner: Name;
}

export function hostsAreNotAskedToMove(draft: Draft): readonly Problem[] {
  const asked = schedulesWith(draft, ({ relief }) =>
    relief.some(({ kind = '' }) => reliefOf(kind)?.appliesTo === 'registrable-name'),
  );
  const problems = problemList();
  for (const { id, reading, listed, owner } of hostsOf(draft, asked)) {
    const message = `${listed.name} is a host under ${ownerWords(listed.name, owner)}: what ${asked.get(id)} asks of registrations cannot apply to it.`;
    problems.add('host-name', () => problem('host-name', message, { place: reading.place(listed) }));
  }
  return problems.all();
}

/** One problem a domain, at the first of its hosts: an order may list dozens of one provider's. */
export function hostsHaveProviders(draft: Draft): readonly Problem[] {
  const { recipients } = draft;
  if (recipients.length === 0 || !recipients.every(({ whole }) => whole(['role']) && whole(['hosts']))) return [];
  const served = recipients.flatMap(({ recipient: { role, hosts } }) => (role === 'provider' ? hosts : []));
  const directed = schedulesWith(draft, (paragraph) => paragraph['directed-to'].includes('provider'));
  const all = schedulesWith(draft, () => true);
  const lacking = new Map<string, { readonly first: Host; count: number; readonly says: string }>();
  for (const host of hostsOf(draft, all)) {
    const says = whatIsMissing(host, { served, directed });
    if (says === undefined) continue;
    const key = `${host.id} ${host.owner}`;
    const seen = lacking.get(key);
    if (seen === undefined) lacking.set(key, { first: host, count: 1, says });
    else seen.count += 1;
  }
  const problems = problemList();
  for (const { first, count, says } of lacking.values()) {
    const who =
      count === 1 ? `${first.listed.name}` : `${first.listed.name} and ${count - 1} more under ${first.owner}`;
    problems.add('provider-missing', () =>
      problem('provider-missing', `Nobody is written to about ${who}: ${says}.`, {
        place: first.reading.place(first.listed),
      }),
    );
  }
  return problems.all();
}

function whatIsMissing(
  { id, listed, owner }: Host,
  { served, directed }: { readonly served: readonly Name[]; readonly directed: ReadonlyMap<string, string> },
): string | undefined {
  if (!directed.has(id)) return 'no paragraph that applies to it is directed to a provider';
  if (served.some((domain) => isWithin(listed.name, domain))) return undefined;
  return `no provider is listed with "hosts: [${servicesOf(listed.name)[0]?.domain ?? owner}]"`;
}

function ownerWords(name: Name, owner: Name): string {
  const [service] = servicesOf(name);
  return service === undefined ? owner : `${service.domain} (${serviceWords(service)})`;
}

/** Host names of the schedules given whose own domain no schedule has: a domain that is seized takes its hosts with it. */
function* hostsOf(draft: Draft, schedules: ReadonlyMap<string, string>): Generator<Host> {
  // Its domain may stand in a schedule that could not be read.
  if (schedules.size === 0 || !allSchedulesAreRead(draft)) return;
  let listedNames: ReadonlySet<Name> | undefined;
  for (const [id, reading] of draft.schedules) {
    if (!schedules.has(id)) continue;
    for (const listed of reading.names) {
      const owner = registrableOf(listed.name, draft.suffixes);
      if (owner === undefined || owner === listed.name) continue;
      listedNames ??= new Set([...draft.schedules.values()].flatMap(({ names }) => names.map(({ name }) => name)));
      if (!listedNames.has(owner)) yield { id, reading, listed, owner };
    }
  }
}

/** Each schedule with the first paragraph of that kind, as a sentence calls it. */
function schedulesWith(draft: Draft, wanted: (paragraph: ParagraphDraft) => boolean): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { value } of paragraphsOf(draft)) {
    if (!wanted(value)) continue;
    const called = value.number === undefined ? 'a paragraph' : `paragraph ${value.number}`;
    for (const id of value['applies-to']) if (!found.has(id)) found.set(id, called);
  }
  return found;
}
