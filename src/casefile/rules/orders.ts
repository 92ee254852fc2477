// Rules: every order and paragraph asks for something that can be told apart and that somebody can do.
import type { Problem } from '../../model/problem.ts';
import { type Draft, ordersOf, paragraphsOf } from '../draft.ts';
import { problem } from '../problems.ts';
import type { OrderAsWritten } from '../schema/case.ts';

export function idsAreDistinct(draft: Draft): readonly Problem[] {
  const orders = repeated(ordersOf(draft), ({ value }) => value.id).map(({ value, path }) =>
    problem('duplicate-id', `Two orders are called "${value.id}".`, { place: draft.place([...path, 'id']) }),
  );
  const paragraphs = repeated(paragraphsOf(draft), ({ order, value }) => `${order.id}/${value.number}`).map(
    ({ order, value, path }) =>
      problem('duplicate-id', `Two paragraphs of order ${order.id} have the number "${value.number}".`, {
        place: draft.place([...path, 'number']),
      }),
  );
  return [...orders, ...paragraphs];
}

/** Those that come after another one with the same key. */
function repeated<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
}

export function paragraphsAskForSomething(draft: Draft): readonly Problem[] {
  return paragraphsOf(draft)
    .filter(({ value }) => value.relief.length === 0)
    .map(({ value, path }) =>
      problem('no-relief', `Paragraph ${value.number} has no relief.`, { place: draft.place([...path, 'number']) }),
    );
}

export function ordersHaveEffect(draft: Draft): readonly Problem[] {
  return ordersOf(draft)
    .filter(({ value }) => value.paragraphs.length === 0 && !changesSomething(value))
    .map(({ value, path }) =>
      problem('order-without-effect', `Order ${value.id} has no paragraph and changes no other order.`, {
        place: draft.place([...path, 'id']),
      }),
    );
}

function changesSomething({ adds, releases, replaces, extends: extended }: OrderAsWritten): boolean {
  return adds.length + releases.length + replaces.length + extended.length > 0;
}

/** RFC 5731 section 2.3: a client, the registrar, cannot set what starts with "server". */
export function registrarsAreNotAskedForServerLocks(draft: Draft): readonly Problem[] {
  return paragraphsOf(draft)
    .filter(({ value }) => value['directed-to'].every((role) => role === 'registrar'))
    .flatMap(({ value, path }) =>
      value.relief.flatMap((terms, index) => {
        const wanted = terms.kind === 'epp-status-includes' ? serverStatuses(terms) : [];
        return wanted.map(({ status, at }) =>
          problem('server-lock-of-registrar', `Paragraph ${value.number} asks a registrar for ${status}.`, {
            place: draft.place([...path, 'relief', index, 'statuses', at]),
          }),
        );
      }),
    );
}

function serverStatuses(terms: object): readonly { status: string; at: number }[] {
  const statuses: unknown = Reflect.get(terms, 'statuses');
  if (!Array.isArray(statuses)) return [];
  return statuses.flatMap((status, at) =>
    typeof status === 'string' && status.startsWith('server') ? [{ status, at }] : [],
  );
}
