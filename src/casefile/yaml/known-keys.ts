// The keys that a zod schema knows at a path, for "did you mean". Follows objects, lists, maps and unions.
import type { ZodType } from 'zod';
import type { Path } from './tree.ts';

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, ZodType>>;
  readonly element?: ZodType;
  readonly valueType?: ZodType;
  readonly innerType?: ZodType;
  readonly in?: ZodType;
  readonly options?: readonly ZodType[];
}

/** Of a union: the keys of all its members. */
export function knownKeys(schema: ZodType, path: Path): readonly string[] {
  const keys = membersAt(schema, path).flatMap((member) => Object.keys(definitionOf(member).shape ?? {}));
  return [...new Set(keys)];
}

function membersAt(schema: ZodType, path: Path): readonly ZodType[] {
  return path.reduce<readonly ZodType[]>(
    (members, step) => members.flatMap((member) => unfold(below(member, step))),
    unfold(schema),
  );
}

/** Takes off what only wraps: optional, default, transforms, unions. */
function unfold(schema: ZodType | undefined): readonly ZodType[] {
  if (schema === undefined) return [];
  const { options, innerType, in: source } = definitionOf(schema);
  if (options !== undefined) return options.flatMap(unfold);
  return innerType === undefined && source === undefined ? [schema] : unfold(innerType ?? source);
}

function below(schema: ZodType, step: PropertyKey): ZodType | undefined {
  const { shape, element, valueType } = definitionOf(schema);
  return shape === undefined ? (element ?? valueType) : shape[String(step)];
}

function definitionOf(schema: ZodType): Definition {
  return schema.def as unknown as Definition;
}
