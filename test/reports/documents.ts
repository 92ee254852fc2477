// Holds a printed document against its schema in both ways: another validator accepts it, and it has no field that the
// schema does not name.
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect } from 'vitest';
import { documentSchemas, reportSchemas } from '../../src/reports/schemas.ts';

export function expectDocument(name: keyof typeof documentSchemas, text: string): unknown {
  const document: unknown = JSON.parse(text);
  const ajv = new Ajv({ allErrors: true, strict: true });
  formats.default(ajv);
  const validate = ajv.compile(reportSchemas[name]() as object);
  expect(validate(document) ? [] : validate.errors).toEqual([]);
  expect(documentSchemas[name].parse(document)).toEqual(document);
  return document;
}
