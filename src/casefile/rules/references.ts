// Rules: whatever is named is there. A wrong name gets the nearest right one as a hint and is never taken for it.
import type { Problem } from '../../model/problem.ts';
import { reliefOf } from '../../relief/index.ts';
import type { Code } from '../codes.ts';
import { type Draft, ordersOf, paragraphsOf } from '../draft.ts';
import { suggestion } from '../nearest.ts';
import { problem } from '../problems.ts';
import type { Path } from '../yaml/tree.ts';

interface Reference {
  readonly code: Code;
  readonly what: string;
  readonly name: string;
  readonly known: readonly string[];
  /** Who refers: the beginning of the sentence. */
  readonly who: string;
  readonly path: Path;
}

function unknownReference(draft: Draft, { code, what, name, known, who, path }: Reference): readonly Problem[] {
  if (known.includes(name)) return [];
  const article = /^[aeiou]/.test(what) ? 'an' : 'a';
  const message = `${who} ${article} ${what} "${name}" that this case does not have.`;
  return [problem(code, message, { hint: suggestion(name, known, `${what}s`), place: draft.place(path) })];
}

/** A list may be written as one text: then the place is that text's. */
function itemPath(path: Path, index: number, count: number): Path {
  return count === 1 ? path : [...path, index];
}

export function schedulesExist(draft: Draft): readonly Problem[] {
  const known = draft.defined.schedules;
  const applied = paragraphsOf(draft).flatMap(({ value, path }) => {
    const who = `Paragraph ${value.number} applies to`;
    const ids = value['applies-to'];
    return ids.flatMap((name, index) => {
      const where = itemPath([...path, 'applies-to'], index, ids.length);
      return unknownReference(draft, { code: 'unknown-schedule', what: 'schedule', name, known, who, path: where });
    });
  });
  const added = ordersOf(draft).flatMap(({ value, path }) =>
    value.adds.flatMap(({ schedule: name }, index) => {
      const where = [...path, 'adds', index, 'schedule'];
      const who = `Order ${value.id} adds`;
      return unknownReference(draft, { code: 'unknown-schedule', what: 'schedule', name, known, who, path: where });
    }),
  );
  return [...applied, ...added];
}

export function reliefRefersToWhatIsThere(draft: Draft): readonly Problem[] {
  return paragraphsOf(draft).flatMap(({ value, path }) =>
    value.relief.flatMap((terms, index) => {
      const references = reliefOf(terms.kind)?.references?.(terms) ?? {};
      const at = [...path, 'relief', index];
      const who = `Paragraph ${value.number} names`;
      const { registrars, sinkholes } = draft.defined;
      return [
        ...(references.registrars ?? []).flatMap((name) =>
          unknownReference(draft, {
            code: 'unknown-registrar',
            what: 'registrar',
            name,
            known: registrars,
            who,
            path: [...at, 'registrar'],
          }),
        ),
        ...(references.sinkholes ?? []).flatMap((name) =>
          unknownReference(draft, {
            code: 'unknown-sinkhole',
            what: 'sinkhole',
            name,
            known: sinkholes,
            who,
            path: [...at, 'sinkhole'],
          }),
        ),
      ];
    }),
  );
}

export function changedOrdersExist(draft: Draft): readonly Problem[] {
  const { orders, paragraphs } = draft.defined;
  const paragraph = { code: 'unknown-paragraph', what: 'paragraph', known: paragraphs } as const;
  return ordersOf(draft).flatMap(({ value: order, path }) => [
    ...order.adds.flatMap(({ to }, index) =>
      to.flatMap((name, at) => {
        const where = itemPath([...path, 'adds', index, 'to'], at, to.length);
        return unknownReference(draft, { ...paragraph, name, who: `Order ${order.id} adds names to`, path: where });
      }),
    ),
    ...order.replaces.flatMap(({ paragraph: name }, index) =>
      unknownReference(draft, {
        ...paragraph,
        name,
        who: `Order ${order.id} replaces`,
        path: [...path, 'replaces', index, 'paragraph'],
      }),
    ),
    ...order.replaces.flatMap(({ by }, index) => {
      const own = order.paragraphs.map(({ number }) => number);
      const where = [...path, 'replaces', index, 'by'];
      const who = `Order ${order.id} puts in its place`;
      return unknownReference(draft, {
        code: 'unknown-paragraph',
        what: 'paragraph',
        name: by,
        known: own,
        who,
        path: where,
      });
    }),
    ...order.extends.flatMap(({ order: name }, index) =>
      unknownReference(draft, {
        code: 'unknown-order',
        what: 'order',
        name,
        known: orders,
        who: `Order ${order.id} extends`,
        path: [...path, 'extends', index, 'order'],
      }),
    ),
  ]);
}
