// Rules: whatever is named is there. A wrong name gets the nearest right one as a hint and is never taken for it. Nothing is
// said of a name that may be one that could not be read.
import type { Problem } from '../../model/problem.ts';
import type { Code } from '../codes.ts';
import {
  type Draft,
  type Located,
  type Names,
  type OrderDraft,
  orderCalled,
  ordersOf,
  paragraphCalled,
  paragraphsOf,
} from '../draft.ts';
import { suggestion } from '../nearest.ts';
import { problem, problemList } from '../problems.ts';
import { ANY } from '../yaml/lost.ts';
import type { Path } from '../yaml/tree.ts';
import { referencesOf } from './referred.ts';

interface Reference {
  readonly code: Code;
  readonly what: string;
  /** Undefined where it could not be read. */
  readonly name: string | undefined;
  readonly names: Names;
  /** Who refers: the beginning of the sentence. */
  readonly who: string;
  readonly path: Path;
}

function unknownReferences(draft: Draft, references: readonly Reference[]): readonly Problem[] {
  const problems = problemList();
  for (const { code, what, name, names, who, path } of references) {
    const { known } = names;
    if (name === undefined || known.includes(name) || names.mayBe(name)) continue;
    const article = /^[aeiou]/.test(what) ? 'an' : 'a';
    const message = `${who} ${article} ${what} "${name}" that this case does not have.`;
    const hint = () => suggestion(name, known, `${what}s`);
    problems.add(code, () => problem(code, message, { hint: hint(), place: draft.place(path) }));
  }
  return problems.all();
}

export function schedulesExist(draft: Draft): readonly Problem[] {
  const schedule = { code: 'unknown-schedule', what: 'schedule', names: draft.defined.schedules } as const;
  const applied = paragraphsOf(draft).flatMap(({ value, path }) =>
    value['applies-to'].map((name, index) => {
      const who = `${paragraphCalled(value)} applies to`;
      return { ...schedule, name, who, path: [...path, 'applies-to', index] };
    }),
  );
  const added = ordersOf(draft).flatMap(({ value, path }) =>
    value.adds.map(({ schedule: name }, index) => {
      const who = `${orderCalled(value)} adds`;
      return { ...schedule, name, who, path: [...path, 'adds', index, 'schedule'] };
    }),
  );
  return unknownReferences(draft, [...applied, ...added]);
}

export function reliefRefersToWhatIsThere(draft: Draft): readonly Problem[] {
  const { registrars, sinkholes } = draft.defined;
  const registrar = { code: 'unknown-registrar', what: 'registrar', names: registrars } as const;
  const sinkhole = { code: 'unknown-sinkhole', what: 'sinkhole', names: sinkholes } as const;
  const references = paragraphsOf(draft).flatMap(({ value, path }) =>
    value.relief.flatMap((terms, index): readonly Reference[] => {
      const named = referencesOf(terms);
      const at = [...path, 'relief', index];
      const who = `${paragraphCalled(value)} names`;
      return [
        ...named.registrars.map((name) => ({ ...registrar, name, who, path: [...at, 'registrar'] })),
        ...named.sinkholes.map((name) => ({ ...sinkhole, name, who, path: [...at, 'sinkhole'] })),
      ];
    }),
  );
  return unknownReferences(draft, references);
}

export function changedOrdersExist(draft: Draft): readonly Problem[] {
  return unknownReferences(
    draft,
    ordersOf(draft).flatMap((order) => changesOf(draft, order)),
  );
}

function changesOf(draft: Draft, { value: order, path }: Located<OrderDraft>): readonly Reference[] {
  const { orders, paragraphs } = draft.defined;
  const paragraph = { code: 'unknown-paragraph', what: 'paragraph', names: paragraphs } as const;
  const own: Names = {
    known: order.paragraphs.flatMap(({ number }) => number ?? []),
    mayBe: () => !draft.whole([...path, 'paragraphs', ANY, 'number']),
  };
  const who = orderCalled(order);
  return [
    ...order.adds.flatMap(({ to }, index) =>
      to.map((name, at) => {
        const where = [...path, 'adds', index, 'to', at];
        return { ...paragraph, name, who: `${who} adds names to`, path: where };
      }),
    ),
    ...order.replaces.flatMap(({ paragraph: name, by }, index) => {
      const at = [...path, 'replaces', index];
      return [
        { ...paragraph, name, who: `${who} replaces`, path: [...at, 'paragraph'] },
        { ...paragraph, names: own, name: by, who: `${who} puts in its place`, path: [...at, 'by'] },
      ];
    }),
    ...order.extends.map(({ order: name }, index) => {
      const where = [...path, 'extends', index, 'order'];
      return { code: 'unknown-order', what: 'order', names: orders, name, who: `${who} extends`, path: where } as const;
    }),
  ];
}
