// Rules: every order and paragraph asks for something that can be told apart and that somebody can do.
import type { Problem } from '../../model/problem.ts';
import { called, type Draft, type OrderDraft, orderCalled, ordersOf, paragraphCalled, paragraphsOf } from '../draft.ts';
import { problem } from '../problems.ts';

export function idsAreDistinct(draft: Draft): readonly Problem[] {
  const orders = repeated(ordersOf(draft), ({ value }) => value.id).map(({ value, path }) =>
    problem('duplicate-id', `Two orders are called "${value.id}".`, { place: draft.place([...path, 'id']) }),
  );
  const numbers = ordersOf(draft).flatMap(({ value: order, path }) => {
    const paragraphs = order.paragraphs.map(({ number }, index) => ({ number, path: [...path, 'paragraphs', index] }));
    return repeated(paragraphs, ({ number }) => number).map((one) =>
      problem('duplicate-id', `Two paragraphs of ${called(order)} have the number "${one.number}".`, {
        place: draft.place([...one.path, 'number']),
      }),
    );
  });
  return [...orders, ...numbers];
}

/** Those that come after another one with the same key. What has none repeats nothing. */
function repeated<T>(items: readonly T[], keyOf: (item: T) => string | undefined): readonly T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (key === undefined) return false;
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
}

export function paragraphsAskForSomething(draft: Draft): readonly Problem[] {
  return paragraphsOf(draft)
    .filter(({ value, path }) => value.relief.length === 0 && draft.whole([...path, 'relief']))
    .map(({ value, path }) =>
      problem('no-relief', `${paragraphCalled(value)} has no relief.`, { place: draft.place([...path, 'number']) }),
    );
}

/** What an order can do, one key each. */
const EFFECTS = ['paragraphs', 'adds', 'releases', 'replaces', 'extends'] as const satisfies (keyof OrderDraft)[];

export function ordersHaveEffect(draft: Draft): readonly Problem[] {
  return ordersOf(draft)
    .filter(({ value, path }) => EFFECTS.every((key) => value[key].length === 0 && draft.whole([...path, key])))
    .map(({ value, path }) =>
      problem('order-without-effect', `${orderCalled(value)} has no paragraph and changes no other order.`, {
        place: draft.place([...path, 'id']),
      }),
    );
}

/** RFC 5731 section 2.3: a client, the registrar, cannot set what starts with "server". */
export function registrarsAreNotAskedForServerLocks(draft: Draft): readonly Problem[] {
  return paragraphsOf(draft)
    .filter(({ value, path }) => draft.whole([...path, 'directed-to']) && value['directed-to'].every(isRegistrar))
    .flatMap(({ value, path }) =>
      value.relief.flatMap((terms, index) => {
        const wanted = terms.kind === 'epp-status-includes' ? serverStatuses(terms) : [];
        return wanted.map(({ status, at }) =>
          problem('server-lock-of-registrar', `${paragraphCalled(value)} asks a registrar for ${status}.`, {
            place: draft.place([...path, 'relief', index, 'statuses', at]),
          }),
        );
      }),
    );
}

function isRegistrar(role: string): boolean {
  return role === 'registrar';
}

function serverStatuses(terms: object): readonly { readonly status: string; readonly at: number }[] {
  const statuses: unknown = Reflect.get(terms, 'statuses');
  if (!Array.isArray(statuses)) return [];
  return statuses.flatMap((status, at) =>
    typeof status === 'string' && status.startsWith('server') ? [{ status, at }] : [],
  );
}
