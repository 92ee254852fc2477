// A case between its files and its value: what could be read of case.yaml and the schedules, with the places, for the
// rules to look at. What a file defines is known by name even where its entry has problems of its own.
import type { Place } from '../model/problem.ts';
import type { ListedRecipient } from './recipients.ts';
import type { ScheduleReading } from './schedule.ts';
import type { CaseFile, OrderAsWritten, ParagraphAsWritten } from './schema/case.ts';
import type { Suffixes } from './suffixes.ts';
import type { Path } from './yaml/tree.ts';
import type { YamlReading } from './yaml.ts';

export interface Draft {
  /** The name of the case's folder. */
  readonly id: string;
  readonly file: CaseFile;
  place(path: Path, part?: 'key' | 'value'): Place;
  readonly defined: Defined;
  /** By the schedule's id; one whose file could not be read is not among them. */
  readonly schedules: ReadonlyMap<string, ScheduleReading>;
  readonly recipients: readonly ListedRecipient[];
  /** The octets of an order's copy, by its file in the case folder; absent where copies are not looked at. */
  copy?(file: string): Uint8Array | undefined;
  /** Absent where no name needs the list. */
  readonly suffixes?: Suffixes;
}

/** Everything that references can mean, well written or not. */
export interface Defined {
  readonly schedules: readonly string[];
  readonly registrars: readonly string[];
  readonly sinkholes: readonly string[];
  readonly orders: readonly string[];
  /** `tro/2(a)` */
  readonly paragraphs: readonly string[];
}

export interface Located<T> {
  readonly value: T;
  readonly path: Path;
}

export interface LocatedParagraph extends Located<ParagraphAsWritten> {
  readonly order: OrderAsWritten;
}

export function ordersOf({ file }: Draft): readonly Located<OrderAsWritten>[] {
  return file.orders.map((value, index) => ({ value, path: ['orders', index] }));
}

export function paragraphsOf(draft: Draft): readonly LocatedParagraph[] {
  return ordersOf(draft).flatMap(({ value: order, path }) =>
    order.paragraphs.map((value, index) => ({ value, order, path: [...path, 'paragraphs', index] })),
  );
}

export function definedIn(reading: YamlReading<CaseFile>): Defined {
  const { written } = reading;
  const orders = listAt(written, 'orders').map((order) => ({
    id: textAt(order, 'id'),
    numbers: listAt(order, 'paragraphs').map((paragraph) => textAt(paragraph, 'number')),
  }));
  return {
    schedules: keysAt(written, 'schedules'),
    registrars: keysAt(written, 'registrars'),
    sinkholes: keysAt(written, 'sinkholes'),
    orders: orders.flatMap(({ id }) => id ?? []),
    paragraphs: orders.flatMap(({ id, numbers }) =>
      numbers.flatMap((number) => (number && id ? [`${id}/${number}`] : [])),
    ),
  };
}

function memberOf(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? Reflect.get(holder, key)
    : undefined;
}

function listAt(holder: unknown, key: string): readonly unknown[] {
  const list = memberOf(holder, key);
  return Array.isArray(list) ? list : [];
}

function keysAt(holder: unknown, key: string): readonly string[] {
  const map = memberOf(holder, key);
  return typeof map === 'object' && map !== null && !Array.isArray(map) ? Object.keys(map) : [];
}

function textAt(holder: unknown, key: string): string | undefined {
  const text = memberOf(holder, key);
  return typeof text === 'string' || typeof text === 'number' ? String(text) : undefined;
}
