// Rules: whatever is named is there. A wrong name gets the nearest right one as a hint and is never taken for it. Nothing is
// said of a name that may be one that could not be read.
import type { Problem } from '../../model/problem.ts';
import type { Code } from '../codes.ts';
import { type Draft, type Names, orderCalled, ordersOf, paragraphCalled, paragraphsOf } from '../draft.ts';
import { suggestion } from '../nearest.ts';
import { problem } from '../problems.ts';
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

function unknownReference(draft: Draft, { code, what, name, names, who, path }: Reference): readonly Problem[] {
  const { known } = names;
  if (name === undefined || known.includes(name) || names.mayBe(name)) return [];
  const article = /^[aeiou]/.test(what) ? 'an' : 'a';
  const message = `${who} ${article} ${what} "${name}" that this case does not have.`;
  return [problem(code, message, { hint: suggestion(name, known, `${what}s`), place: draft.place(path) })];
}

export function schedulesExist(draft: Draft): readonly Problem[] {
  const schedule = { code: 'unknown-schedule', what: 'schedule', names: draft.defined.schedules } as const;
  const applied = paragraphsOf(draft).flatMap(({ value, path }) =>
    value['applies-to'].flatMap((name, index) => {
      const who = `${paragraphCalled(value)} applies to`;
      return unknownReference(draft, { ...schedule, name, who, path: [...path, 'applies-to', index] });
    }),
  );
  const added = ordersOf(draft).flatMap(({ value, path }) =>
    value.adds.flatMap(({ schedule: name }, index) => {
      const who = `${orderCalled(value)} adds`;
      return unknownReference(draft, { ...schedule, name, who, path: [...path, 'adds', index, 'schedule'] });
    }),
  );
  return [...applied, ...added];
}

export function reliefRefersToWhatIsThere(draft: Draft): readonly Problem[] {
  const { registrars, sinkholes } = draft.defined;
  const registrar = { code: 'unknown-registrar', what: 'registrar', names: registrars } as const;
  const sinkhole = { code: 'unknown-sinkhole', what: 'sinkhole', names: sinkholes } as const;
  return paragraphsOf(draft).flatMap(({ value, path }) =>
    value.relief.flatMap((terms, index) => {
      const references = referencesOf(terms);
      const at = [...path, 'relief', index];
      const who = `${paragraphCalled(value)} names`;
      return [
        ...references.registrars.flatMap((name) =>
          unknownReference(draft, { ...registrar, name, who, path: [...at, 'registrar'] }),
        ),
        ...references.sinkholes.flatMap((name) =>
          unknownReference(draft, { ...sinkhole, name, who, path: [...at, 'sinkhole'] }),
        ),
      ];
    }),
  );
}

export function changedOrdersExist(draft: Draft): readonly Problem[] {
  const { orders, paragraphs } = draft.defined;
  const paragraph = { code: 'unknown-paragraph', what: 'paragraph', names: paragraphs } as const;
  return ordersOf(draft).flatMap(({ value: order, path }) => {
    const who = orderCalled(order);
    const own: Names = {
      known: order.paragraphs.flatMap(({ number }) => number ?? []),
      mayBe: () => !draft.whole([...path, 'paragraphs', ANY, 'number']),
    };
    const references: readonly Reference[] = [
      ...order.adds.flatMap(({ to }, index) =>
        to.map((name, at) => ({
          ...paragraph,
          name,
          who: `${who} adds names to`,
          path: [...path, 'adds', index, 'to', at],
        })),
      ),
      ...order.replaces.flatMap(({ paragraph: name, by }, index) => {
        const at = [...path, 'replaces', index];
        return [
          { ...paragraph, name, who: `${who} replaces`, path: [...at, 'paragraph'] },
          { ...paragraph, names: own, name: by, who: `${who} puts in its place`, path: [...at, 'by'] },
        ];
      }),
      ...order.extends.map(({ order: name }, index) => ({
        ...({ code: 'unknown-order', what: 'order', names: orders } as const),
        name,
        who: `${who} extends`,
        path: [...path, 'extends', index, 'order'],
      })),
    ];
    return references.flatMap((reference) => unknownReference(draft, reference));
  });
}
