// What a zod schema has at a path: the keys that it knows there, for "did you mean", and the schemas of what stands there.
// Follows objects, lists, maps and unions.
import type { ZodType } from 'zod';
import { isHolder, type Path } from './tree.ts';

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, ZodType>>;
  readonly catchall?: ZodType;
  readonly element?: ZodType;
  readonly valueType?: ZodType;
  readonly innerType?: ZodType;
  readonly in?: ZodType;
  readonly options?: readonly ZodType[];
  /** Of a literal. */
  readonly values?: readonly unknown[];
}

/** Of a union: the keys of all its members; where the value there says its kind, those of that kind. */
export function knownKeys(schema: ZodType, path: Path, value?: unknown): readonly string[] {
  const all = schemasAt(schema, path).flatMap(unfold);
  const ofKind = all.filter((member) => isOfKind(member, value));
  const members = ofKind.length > 0 ? ofKind : all;
  return [...new Set(members.flatMap((member) => Object.keys(definitionOf(member).shape ?? {})))];
}

function isOfKind(member: ZodType, value: unknown): boolean {
  const kind = isHolder(value) ? value['kind'] : undefined;
  const literal = definitionOf(member).shape?.['kind'];
  return kind !== undefined && literal !== undefined && definitionOf(literal).values?.includes(kind) === true;
}

/** More than one where members of a union have the path. */
export function schemasAt(schema: ZodType, path: Path): readonly ZodType[] {
  return path.reduce<readonly ZodType[]>(
    (schemas, step) => schemas.flatMap(unfold).flatMap((member) => below(member, step) ?? []),
    [schema],
  );
}

/** Takes off what only wraps: optional, default, transforms, unions. */
function unfold(schema: ZodType): readonly ZodType[] {
  const { options, innerType, in: source } = definitionOf(schema);
  if (options !== undefined) return options.flatMap(unfold);
  const inner = innerType ?? source;
  return inner === undefined ? [schema] : unfold(inner);
}

function below(schema: ZodType, step: PropertyKey): ZodType | undefined {
  const { shape, catchall, element, valueType } = definitionOf(schema);
  if (shape === undefined) return element ?? valueType;
  return Object.hasOwn(shape, step) ? shape[String(step)] : catchall;
}

function definitionOf(schema: ZodType): Definition {
  return schema.def as unknown as Definition;
}
