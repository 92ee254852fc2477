// A value put to a schema: unquoted figures are taken as the texts they were written as where a text is wanted, and of what
// is refused every reason is told, also below keys that are refused themselves.
import type { ZodType } from 'zod';
import { flatten, type Issue } from './issues.ts';
import { schemasAt } from './known-keys.ts';
import { isHolder, type Path, valueAt } from './tree.ts';

export type Settled<T> =
  | { readonly parsed: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly parsed: false; readonly issues: readonly Issue[] };

/** The text of an unquoted scalar as it stands in the file. */
type PlainText = (path: Path) => string | undefined;

/** Changes the draft where the text is what was written. */
export function settle<T>(schema: ZodType<T>, draft: unknown, plainText: PlainText): Settled<T> {
  for (;;) {
    const result = schema.safeParse(draft);
    if (result.success) return { parsed: true, value: result.data, issues: [] };
    const issues = flatten(result.error.issues).flatMap((issue) => [issue, ...belowKey(schema, draft, issue)]);
    const changed = issues.filter((issue) => takeAsText(draft, issue, plainText));
    if (changed.length === 0) return { parsed: false, issues };
  }
}

/** zod does not look at what stands under a key that it refuses. */
function belowKey(schema: ZodType, draft: unknown, { code, path }: Issue): readonly Issue[] {
  if (code !== 'invalid_key') return [];
  const value = valueAt(draft, path);
  return schemasAt(schema, path).flatMap((below) => {
    const { error } = below.safeParse(value);
    return error === undefined ? [] : flatten(error.issues, path);
  });
}

function takeAsText(draft: unknown, issue: Issue, plainText: PlainText): boolean {
  if (issue.code !== 'invalid_type' || issue.expected !== 'string') return false;
  const text = plainText(issue.path);
  const key = issue.path[issue.path.length - 1];
  const holder = valueAt(draft, issue.path.slice(0, -1));
  if (text === undefined || key === undefined || !isHolder(holder)) return false;
  // What was left out stays out, though the file still has it.
  if (!Object.hasOwn(holder, key)) return false;
  if (typeof holder[key] === 'string' || holder[key] === null) return false;
  holder[key] = text;
  return true;
}
