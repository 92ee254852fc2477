// Numbered clauses as Word's own lists: each list of a letter has one, so that it starts where it should and renumbers itself when a
// clause is added.
import { AlignmentType, type ILevelsOptions, type INumberingOptions, LevelFormat } from 'docx';

/** Twentieths of a point, as Word counts: the text of each level stands so far in. */
export const STEP = 432;

export interface Lists {
  /** The name of a new list. */
  open(ordered: boolean, start: number): string;
  all(): INumberingOptions;
}

export function lists(): Lists {
  const made: INumberingOptions['config'][number][] = [];
  return {
    open(ordered, start) {
      const reference = `list-${made.length + 1}`;
      made.push({ reference, levels: ordered ? NUMBERS.map((level) => ({ ...level, start })) : BULLETS });
      return reference;
    },
    all: () => ({ config: made }),
  };
}

function level(at: number, format: ILevelsOptions['format'], text: string): ILevelsOptions {
  const indent = { left: STEP * (at + 1), hanging: STEP };
  return {
    level: at,
    format: format ?? LevelFormat.DECIMAL,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent } },
  };
}

const NUMBERS: readonly ILevelsOptions[] = [
  level(0, LevelFormat.DECIMAL, '%1.'),
  level(1, LevelFormat.LOWER_LETTER, '(%2)'),
  level(2, LevelFormat.LOWER_ROMAN, '(%3)'),
];
const BULLETS: readonly ILevelsOptions[] = [0, 1, 2].map((at) => level(at, LevelFormat.BULLET, '•'));
