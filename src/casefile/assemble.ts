// A draft without errors to a Case: what people wrote becomes what the program uses. Nothing is checked here any more.
import type { Case, Schedule, ScheduledName } from '../model/case/case.ts';
import type { Action, Order, OrderChange, OrderCopy, Paragraph } from '../model/case/order.ts';
import type { Sinkhole } from '../model/case/sinkhole.ts';
import { nameOrNone } from '../model/name.ts';
import type { Registrar } from '../model/registrar.ts';
import type { Draft } from './draft.ts';
import { expiryOf, sealEnd } from './instants.ts';
import { contactsOf, lettersOf } from './letter-terms.ts';
import { present } from './present.ts';
import { soundOf } from './recipients.ts';
import { registrableOf } from './rules/registrable.ts';
import type { ScheduleReading } from './schedule.ts';
import type { CaseFile, OrderAsWritten } from './schema/case.ts';
import type { Path } from './yaml/tree.ts';

/** A draft of which nothing had to be left out. */
interface SoundDraft extends Draft {
  readonly file: CaseFile;
}

export function assembleCase(draft: SoundDraft, digest: string): Case {
  const { file, id } = draft;
  const { court, petitioner, counsel } = file;
  const until = sealEnd(file, court['time-zone']);
  return {
    id,
    title: file.title,
    illustrative: file.illustrative,
    rehearsal: file.rehearsal,
    court: courtOf(court),
    docket: file.docket,
    petitioner: { name: petitioner.name, address: petitioner.address, ...present({ domains: petitioner.domains }) },
    ...present({ judge: file.judge }),
    ...(counsel === undefined ? {} : { counsel: { address: [], ...present(counsel) } }),
    ...contactsOf(file),
    ...(until === undefined ? {} : { seal: { until, touches: file.seal?.touches ?? [] } }),
    registrars: mapped(file.registrars, registrarOf),
    sinkholes: mapped(file.sinkholes, (sinkhole) => sinkholeOf(sinkhole, draft.suffixes)),
    schedules: schedulesOf(draft),
    orders: assembledOrders(draft),
    recipients: soundOf(draft.recipients),
    letters: lettersOf(file),
    digest,
  };
}

function courtOf({ 'time-zone': timeZone, 'day-ends': dayEnds, short, ...court }: CaseFile['court']): Case['court'] {
  return { ...court, timeZone, ...present({ dayEnds, short }) };
}

function registrarOf({ name, 'iana-id': ianaId, account, email }: CaseFile['registrars'][string]): Registrar {
  return { name, ianaId, ...present({ account, email }) };
}

function sinkholeOf(written: CaseFile['sinkholes'][string], suffixes: Draft['suffixes']): Sinkhole {
  const { 'name-servers': nameServers, glue, operator, prefixes } = written;
  const registered = [...new Set(nameServers.flatMap((server) => registrableOf(server, suffixes) ?? []))];
  const byServer =
    glue && Object.entries(glue).map(([server, addresses]) => [nameOrNone(server) ?? server, addresses] as const);
  return { operator, nameServers, prefixes, registered, ...(byServer && { glue: Object.fromEntries(byServer) }) };
}

function schedulesOf({ file, schedules, suffixes }: SoundDraft): readonly Schedule[] {
  return Object.entries(file.schedules).flatMap(([id, { file: name, 'stated-count': statedCount }]) => {
    const reading = schedules.get(id);
    if (reading === undefined) return [];
    return [{ id, file: name, ...present({ statedCount }), names: scheduled(reading, suffixes) }];
  });
}

function scheduled({ names }: ScheduleReading, suffixes: Draft['suffixes']): readonly ScheduledName[] {
  return names.map(({ name, unicode, line }) => ({
    name,
    unicode,
    registrable: registrableOf(name, suffixes) ?? name,
    line,
  }));
}

function assembledOrders(draft: SoundDraft): readonly Order[] {
  const actions = new Map<string, Action>();
  return draft.file.orders.map((value, index) => {
    const action = value.action ?? actionOf(value, actions);
    actions.set(value.id, action);
    const expires = expiryOf(value, draft.file.court['time-zone']);
    return {
      id: value.id,
      kind: value.kind,
      entered: value.entered,
      ...present({ docketEntry: value['docket-entry'], expires, copy: copyOf(value) }),
      action,
      paragraphs: assembledParagraphs(draft, value, ['orders', index]),
      changes: changesOf(value),
    };
  });
}

function copyOf({ copy }: OrderAsWritten): OrderCopy | undefined {
  if (copy === undefined) return undefined;
  const { file, pages, 'sha-256': digest } = copy;
  return { file, pages, sha256: digest };
}

function assembledParagraphs(draft: Draft, order: OrderAsWritten, path: Path): readonly Paragraph[] {
  return order.paragraphs.map((written, index) => ({
    number: written.number,
    text: written.text,
    directedTo: written['directed-to'],
    appliesTo: written['applies-to'],
    ...present({ due: written.due }),
    relief: written.relief.map((terms) => ({ kind: terms.kind, terms })),
    line: draft.place([...path, 'paragraphs', index]).line,
  }));
}

function changesOf(order: OrderAsWritten): readonly OrderChange[] {
  return [
    ...order.adds.map(({ schedule, to }) => ({ change: 'adds', schedule, to }) as const),
    ...order.releases.map(({ names, because }) => ({ change: 'releases', names, ...present({ because }) }) as const),
    ...order.replaces.map(({ paragraph, by }) => ({ change: 'replaces', paragraph, by }) as const),
    ...order.extends.map(({ order: extended, until }) => ({ change: 'extends', order: extended, until }) as const),
  ];
}

/** Which relief makes which action, the strongest first. */
const ACTION_OF_RELIEF: readonly (readonly [string, Action])[] = [
  ['registrar-of-record', 'transfer'],
  ['registrant-is', 'transfer'],
  ['delegated-to', 'redirect'],
  ['resolves-to', 'redirect'],
  ['held', 'hold'],
  ['not-registrable', 'block'],
];

/** What the relief amounts to; an order that only changes others does to their names what those do. */
function actionOf(order: OrderAsWritten, earlier: ReadonlyMap<string, Action>): Action {
  const kinds = new Set(order.paragraphs.flatMap(({ relief }) => relief.map(({ kind }) => kind)));
  const found = ACTION_OF_RELIEF.find(([kind]) => kinds.has(kind));
  if (found !== undefined) return found[1];
  const changed = [...order.extends.map((one) => one.order), ...order.adds.flatMap(({ to }) => to.map(orderIn))];
  const inherited = changed.map((id) => earlier.get(id)).find((action) => action !== undefined);
  return inherited ?? (order.paragraphs.length === 0 ? ([...earlier.values()][0] ?? 'preserve') : 'preserve');
}

function orderIn(ref: string): string {
  return ref.slice(0, ref.indexOf('/'));
}

function mapped<A, B>(table: Readonly<Record<string, A>>, change: (value: A) => B): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]));
}
