// A schema that lets things be missing: for what remains of a file when what another schema refused was left out. What is
// missing is undefined, and a list is the shorter, so that the types make each rule say what it does then.
import * as z from 'zod';

type Scalar = string | number | boolean | undefined;

/** What may remain of a value. Lists are there in any case, and so are the values of a map that has their keys. */
export type Partly<T> = T extends Scalar
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Partly<Item>[]
    : { readonly [Key in keyof T]: string extends keyof T ? Partly<T[Key]> : PartlyAt<T[Key]> };

type PartlyAt<T> = T extends readonly unknown[] ? Partly<T> : Partly<T> | undefined;

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly discriminator?: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
}

/** Made once a schema. */
const LOOSENED = new WeakMap<z.ZodType, z.ZodType>();

export function loosened<T>(schema: z.ZodType<T>): z.ZodType<Partly<T>> {
  const made = LOOSENED.get(schema) ?? loose(schema);
  LOOSENED.set(schema, made);
  return made as z.ZodType<Partly<T>>;
}

/** `kept`: the key by which the members of a union are told apart, which has to be there. */
function loose(schema: z.ZodType, kept?: string): z.ZodType {
  const definition = schema.def as unknown as Definition;
  const { shape, catchall, element, valueType, options, innerType, in: source } = definition;
  const changed = (parts: object) => schema.clone({ ...definition, ...parts } as unknown as z.ZodType['def']);
  if (shape !== undefined) {
    const entries = Object.entries(shape).map(([key, value]) => [key, key === kept ? value : dispensable(value)]);
    return changed({ shape: Object.fromEntries(entries), catchall: catchall && loose(catchall) });
  }
  // What checks a list counts its items.
  if (element !== undefined) return changed({ element: loose(element), checks: [] });
  if (valueType !== undefined) return changed({ keyType: z.string(), valueType: loose(valueType) });
  if (options !== undefined) return changed({ options: options.map((one) => loose(one, definition.discriminator)) });
  if (innerType !== undefined) return changed({ innerType: loose(innerType) });
  return source === undefined ? schema : changed({ in: loose(source) });
}

function dispensable(schema: z.ZodType): z.ZodType {
  const rest = loose(schema);
  return rest.safeParse([]).success && !rest.safeParse(undefined).success ? z.prefault(rest, []) : z.optional(rest);
}
