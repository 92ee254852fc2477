// `--where`: which names a report shows. Keys are a closed list, and so are most values; what is misspelt shows the nearest one,
// since a condition that nobody meets would read as "there is none".
import { nearest } from '../../casefile/nearest.ts';
import { ACTIONS } from '../../model/case/order.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { WORDS } from '../../relief/words.ts';
import type { ReportRow } from '../../reports/documents.ts';
import type { Selection } from '../../reports/report/selection.ts';

const FACETS = ['met', 'unmet', 'unknown', 'not-ordered'] as const;
const YES_NO = ['yes', 'no'] as const;

interface Key {
  /** What a name has under this key; several, where it has several. In lower case. */
  of(row: ReportRow): readonly string[];
  /** Absent: what the names of the case have. */
  readonly values?: readonly string[];
}

const flag = (of: (row: ReportRow) => boolean): Key => ({ of: (row) => [of(row) ? 'yes' : 'no'], values: YES_NO });
const facet = (of: (row: ReportRow) => string): Key => ({ of: (row) => [of(row)], values: FACETS });

const WHERE_KEYS: Readonly<Record<string, Key>> = {
  verdict: facet((row) => row.doneVerdict),
  transferred: facet((row) => row.transferred),
  sinkholed: facet((row) => row.sinkholed),
  registry: { of: ({ registry }) => [registry] },
  registrar: { of: registrarOf },
  schedule: { of: ({ schedule }) => [schedule] },
  tld: { of: ({ name }) => [name.slice(name.lastIndexOf('.') + 1)] },
  action: { of: ({ action }) => [action], values: ACTIONS },
  word: { of: ({ findings }) => findings.map(({ word }) => word), values: Object.keys(WORDS) },
  reverted: flag(({ reverted }) => reverted),
  overdue: flag(({ overdue }) => overdue),
  expiring: flag(({ expiring }) => expiring),
  released: flag(({ released }) => released),
};

/** By its IANA ID and by its name. */
function registrarOf({ registrar, registered }: ReportRow): readonly string[] {
  if (registrar === null) return [registered === null || registered === 'registered' ? 'unknown' : 'none'];
  const { name, ianaId } = registrar;
  return [...(ianaId === null ? [] : [`${ianaId}`]), ...(name === null ? [] : [name])];
}

interface Condition {
  readonly key: string;
  readonly negated: boolean;
  readonly values: readonly string[];
}

interface Where {
  readonly selection: Selection;
  /** Takes note of what the names of a case have, where a value is not one of a closed list. */
  learn(rows: Iterable<ReportRow>): void;
  /** Stops at a value that no name of any case has. */
  refuseUnheard(): void;
}

export function whereIn(typed: string): Where {
  const conditions = merged(typed.split(',').map(conditionIn));
  const open = conditions.filter(({ key }) => WHERE_KEYS[key]?.values === undefined);
  const heard = new Map(open.map(({ key }) => [key, new Map<string, string>()]));
  return {
    selection: {
      where: conditions
        .map(({ key, negated, values }) => `${key}${negated ? '!=' : '='}${values.join('|')}`)
        .join(', '),
      holds: (row) => conditions.every((condition) => isMet(condition, row)),
    },
    learn(rows) {
      if (open.length === 0) return;
      for (const row of rows) {
        for (const [key, values] of heard) {
          for (const value of WHERE_KEYS[key]?.of(row) ?? []) values.set(value.toLowerCase(), value);
        }
      }
    },
    refuseUnheard() {
      for (const { key, values } of open) {
        const known = heard.get(key) ?? new Map<string, string>();
        for (const value of values) if (!known.has(value.toLowerCase())) throw unheard(key, value, [...known.values()]);
      }
    },
  };
}

function isMet({ key, negated, values }: Condition, row: ReportRow): boolean {
  const own = (WHERE_KEYS[key]?.of(row) ?? []).map((value) => value.toLowerCase());
  return values.some((value) => own.includes(value.toLowerCase())) !== negated;
}

const CONDITION = /^([a-z-]+)(!?=)(.+)$/;

function conditionIn(text: string): Condition {
  const [, key = '', sign, list = ''] = CONDITION.exec(text.trim()) ?? [];
  const values = list.split('|').map((value) => value.trim());
  if (key === '' || values.includes(''))
    throw misuse('bad-condition', `--where: "${show(text.trim())}" is no condition.`, FORM);
  const known = WHERE_KEYS[key];
  if (!Object.hasOwn(WHERE_KEYS, key) || known === undefined) throw unheardKey(key);
  const closed = known.values;
  for (const value of closed === undefined ? [] : values)
    if (!closed?.includes(value.toLowerCase())) throw unheard(key, value, closed ?? []);
  return { key, negated: sign === '!=', values };
}

/** `registry=a,registry=b` is either of them, as nobody has two. */
function merged(conditions: readonly Condition[]): readonly Condition[] {
  const found = new Map<string, Condition>();
  for (const condition of conditions) {
    const id = `${condition.key}${condition.negated}`;
    const known = found.get(id);
    found.set(id, known === undefined ? condition : { ...known, values: [...known.values, ...condition.values] });
  }
  return [...found.values()];
}

const FORM = 'Such as registry=verisign,verdict=unmet or word!=redacted|timeout.';

function unheardKey(key: string): TakedownError {
  const keys = Object.keys(WHERE_KEYS);
  const near = nearest(key, keys);
  const there = `Keys: ${keys.join(', ')}.`;
  return misuse(
    'no-such-key',
    `--where: there is no "${show(key)}".`,
    near === undefined ? there : `Did you mean ${near}? ${there}`,
  );
}

/** So many values stand in a hint. */
const MOST = 24;

function unheard(key: string, value: string, known: readonly string[]): TakedownError {
  const near = nearest(value, known);
  const some = known.slice(0, MOST).map(show).join(', ');
  const more = known.length > MOST ? `, and ${known.length - MOST} more` : '';
  const there = known.length === 0 ? 'There is none.' : `There is: ${some}${more}.`;
  return misuse(
    'no-such-value',
    `--where: no name has ${key} "${show(value)}".`,
    near === undefined ? there : `Did you mean ${show(near)}? ${there}`,
  );
}

function misuse(code: string, message: string, hint: string): TakedownError {
  return new TakedownError('use', { code, message, hint });
}
