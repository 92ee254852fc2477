// Liquid in its strictest setting: own tags and filters only, every text from memory, nothing reached but the values, bounds on
// time and memory. The one place that knows how the library is set up.
import { Liquid } from 'liquidjs';
import { FILTERS } from '../filters/index.ts';
import type { LetterValues } from '../values/values.ts';
import { markdownOf, plainOf } from './escape.ts';
import { FillError } from './fill-error.ts';
import { TAGS } from './tags.ts';

/** Milliseconds; five thousand names take a fraction of one second. */
const LONGEST = 20_000;
/** In the library's own counting of what is made on the way. */
const MOST_MEMORY = 50_000_000;
const LONGEST_TEXT = 4_000_000;

interface EngineOptions {
  readonly partials: Readonly<Record<string, string>>;
  readonly writes: 'markdown' | 'plain';
  /** Absent where a text is only read. */
  readonly values: LetterValues | undefined;
}

export function engineOf({ partials, writes, values }: EngineOptions): Liquid {
  const engine = new Liquid({
    templates: { ...partials },
    relativeReference: false,
    strictVariables: true,
    // A text that is only read has had its filters told before (structure.ts).
    strictFilters: values !== undefined,
    ownPropertyOnly: true,
    lenientIf: true,
    catchAllErrors: true,
    outputEscape: writes === 'markdown' ? markdownOf : plainOf,
    ...(values === undefined ? {} : { globals: values }),
    parseLimit: LONGEST_TEXT,
    renderLimit: LONGEST,
    memoryLimit: MOST_MEMORY,
    greedy: false,
  });
  only(engine.tags);
  only(engine.filters);
  for (const [name, tag] of Object.entries(TAGS)) engine.registerTag(name, tag);
  for (const [name, filter] of Object.entries(FILTERS)) {
    engine.registerFilter(name, {
      handler: (value: unknown, ...args: readonly unknown[]) => {
        const { takes = 0 } = filter;
        if (args.length > takes) throw tooMany(name, takes);
        return values === undefined ? undefined : filter.apply(value, { args, values });
      },
      raw: filter.isMarkdown === true && writes === 'markdown',
    });
  }
  return engine;
}

function tooMany(filter: string, takes: number): FillError {
  const what = takes === 0 ? 'nothing behind it' : `no more than ${takes} behind its colon`;
  return new FillError('filter-refused', `"${filter}" takes ${what}.`, 'Leave out what follows it.');
}

/** Empties a table of the library's own entries, inherited ones included: `constructor` is no filter. */
function only(table: Record<string, unknown>): void {
  for (const name of Object.keys(table)) delete table[name];
  Object.setPrototypeOf(table, null);
}
