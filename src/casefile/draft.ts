// A case between its files and its value: what could be read of case.yaml and the schedules, with the places, for the
// rules to look at. What could not be read is undefined; what a file defines is known by name even where its entry is wrong.
import type { ListedRecipient } from './recipients.ts';
import type { ScheduleReading } from './schedule.ts';
import type { CaseFile, OrderAsWritten, ParagraphAsWritten } from './schema/case.ts';
import { isId } from './schema/words.ts';
import type { Suffixes } from './suffixes.ts';
import type { Partly } from './yaml/loosen.ts';
import { ANY } from './yaml/lost.ts';
import { keysAt, type Path } from './yaml/tree.ts';
import type { YamlReading } from './yaml.ts';

export interface Draft extends Pick<YamlReading<unknown>, 'place' | 'whole' | 'there'> {
  /** The name of the case's folder. */
  readonly id: string;
  readonly file: Partly<CaseFile>;
  readonly defined: Defined;
  /** By the schedule's id; one whose file could not be read is not among them. */
  readonly schedules: ReadonlyMap<string, ScheduleReading>;
  readonly recipients: readonly ListedRecipient[];
  /** The top-level domains that a listed registry operator runs; absent where that is not known of all. */
  readonly operated?: ReadonlySet<string>;
  /** The octets of an order's copy, by its file in the case folder; absent where copies are not looked at. */
  copy?(file: string): Uint8Array | undefined;
  /** Absent where no name needs the list. */
  readonly suffixes?: Suffixes;
}

/** What references of one kind can mean. */
export interface Names {
  readonly known: readonly string[];
  /** Whether a name that could not be read might be this one. */
  mayBe(name: string): boolean;
}

/** By kind; paragraphs as `tro/2(a)`. */
type Defined = Readonly<Record<Section | 'orders' | 'paragraphs', Names>>;

type Section = 'schedules' | 'registrars' | 'sinkholes';

export interface Located<T> {
  readonly value: T;
  readonly path: Path;
}

export type OrderDraft = Partly<OrderAsWritten>;
export type ParagraphDraft = Partly<ParagraphAsWritten>;

interface LocatedParagraph extends Located<ParagraphDraft> {
  readonly order: OrderDraft;
}

export function ordersOf({ file }: Pick<Draft, 'file'>): readonly Located<OrderDraft>[] {
  return file.orders.map((value, index) => ({ value, path: ['orders', index] }));
}

export function paragraphsOf(draft: Draft): readonly LocatedParagraph[] {
  return ordersOf(draft).flatMap(({ value: order, path }) =>
    order.paragraphs.map((value, index) => ({ value, order, path: [...path, 'paragraphs', index] })),
  );
}

/** `order tro`, also where its id could not be read. */
export function called({ id }: OrderDraft): string {
  return id === undefined ? 'this order' : `order ${id}`;
}

/** The same at the beginning of a sentence. */
export function orderCalled({ id }: OrderDraft): string {
  return id === undefined ? 'This order' : `Order ${id}`;
}

/** `Paragraph 2(a)`, at the beginning of a sentence. */
export function paragraphCalled({ number }: ParagraphDraft): string {
  return number === undefined ? 'This paragraph' : `Paragraph ${number}`;
}

export function definedIn(reading: YamlReading<Partly<CaseFile>>): Defined {
  const orders = ordersOf({ file: reading.value });
  const anyOrder = !reading.whole(['orders', ANY, 'id']);
  return {
    schedules: keysOf(reading, 'schedules'),
    registrars: keysOf(reading, 'registrars'),
    sinkholes: keysOf(reading, 'sinkholes'),
    orders: { known: orders.flatMap(({ value }) => value.id ?? []), mayBe: () => anyOrder },
    paragraphs: {
      known: orders.flatMap(({ value: { id, paragraphs } }) =>
        id === undefined ? [] : paragraphs.flatMap(({ number }) => (number === undefined ? [] : [`${id}/${number}`])),
      ),
      mayBe(ref) {
        const named = orders.filter(({ value: { id } }) => id !== undefined && ref.startsWith(`${id}/`));
        if (named.length === 0) return anyOrder;
        return named.some(({ path }) => !reading.whole([...path, 'paragraphs', ANY, 'number']));
      },
    },
  };
}

function keysOf({ written, there }: YamlReading<unknown>, section: Section): Names {
  const known = keysAt(written, [section]);
  const broken = !there([section]) || !known.every(isId);
  return { known, mayBe: () => broken };
}
