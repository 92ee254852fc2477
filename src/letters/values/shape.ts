// The shape of values: how the list of all values of a letter is written down, and the type that ties it to LetterValues,
// so that neither can have a value that the other lacks.

export type Shape = LeafShape | GroupShape | ListShape;

interface Described {
  readonly about: string;
  /** Not every letter has it: it stands inside `{% if … %}`. */
  readonly optional?: boolean;
}

interface LeafShape extends Described {
  readonly kind: 'text' | 'number' | 'truth' | 'date' | 'instant';
  /** All that the text can be. */
  readonly choices?: readonly string[];
}

export interface GroupShape extends Described {
  readonly kind: 'group';
  readonly members: Readonly<Record<string, Shape>>;
}

interface ListShape extends Described {
  readonly kind: 'list';
  readonly item: Shape;
}

/** The shape that a type has to have: a group has exactly the type's keys, and the optional ones are marked. */
type ShapeOf<T> = [T] extends [boolean]
  ? LeafShape & { readonly kind: 'truth' }
  : [T] extends [number]
    ? LeafShape & { readonly kind: 'number' }
    : [T] extends [string]
      ? LeafShape & { readonly kind: 'text' | 'date' | 'instant' }
      : [T] extends [readonly (infer Item)[]]
        ? ListShape & { readonly item: ShapeOf<Item> }
        : GroupShape & { readonly members: MembersOf<T> };

export type MembersOf<T> = {
  readonly [Key in keyof T]-?: undefined extends T[Key]
    ? ShapeOf<Exclude<T[Key], undefined>> & { readonly optional: true }
    : ShapeOf<T[Key]> & { readonly optional?: never };
};

export const text = (about: string, choices?: readonly string[]) =>
  ({ kind: 'text', about, ...(choices === undefined ? {} : { choices }) }) as const;
export const number = (about: string) => ({ kind: 'number', about }) as const;
export const truth = (about: string) => ({ kind: 'truth', about }) as const;
export const date = (about: string) => ({ kind: 'date', about }) as const;
export const instant = (about: string) => ({ kind: 'instant', about }) as const;
export const group = <M extends Readonly<Record<string, Shape>>>(about: string, members: M) =>
  ({ kind: 'group', about, members }) as const;
export const list = <I extends Shape>(about: string, item: I) => ({ kind: 'list', about, item }) as const;
export const maybe = <S extends Shape>(shape: S) => ({ ...shape, optional: true }) as const;
