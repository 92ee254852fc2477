// JSON documents of the program against their published schemas in docs/schema.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { expect } from 'vitest';

/** Parses a document and expects it to be one that its schema allows. */
export function documentOf<T = Record<string, unknown>>(text: string, schema: string): T {
  const document: T = JSON.parse(text);
  const file = fileURLToPath(new URL(`../../docs/schema/${schema}.json`, import.meta.url));
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  const valid = validate(document);
  expect(validate.errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  return document;
}

export interface ErrorDocument {
  readonly code: string;
  readonly kind: string;
  readonly message: string;
  readonly hint?: string;
  readonly problems: readonly { readonly code: string; readonly place?: { readonly line: number } }[];
}

/** The one line on standard error that an error is with `--json`. */
export function errorOf(err: string): ErrorDocument {
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  return documentOf<ErrorDocument>(err, 'error');
}
