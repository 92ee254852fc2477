import { expect, test } from 'vitest';
import { xmlSchemas } from '../../src/reports/report/xml-schemas.ts';
import { documentSchemas, reportSchemas } from '../../src/reports/schemas.ts';
import { expectPublished } from '../support/schemas.ts';
import { expectDocument } from './documents.ts';

test.each(Object.keys(reportSchemas) as (keyof typeof reportSchemas)[])(
  'docs/schema/%s.json is what is published',
  (name) => expectPublished(name, reportSchemas[name]()),
);

test('docs/schema/report.xsd is what is published for the XML report', () =>
  expect(xmlSchemas['report-xml']()).toMatchFileSnapshot('../../docs/schema/report.xsd'));

test('every document has a published schema', () => {
  expect(Object.keys(reportSchemas)).toEqual(Object.keys(documentSchemas));
});

test('a reader of today accepts a field of tomorrow', () => {
  const schema = JSON.stringify(reportSchemas.status());
  expect(schema).not.toContain('"additionalProperties":false');
});

test('an error', () => {
  expectDocument(
    'error',
    JSON.stringify({
      code: 'unknown-case',
      kind: 'use',
      message: 'There is no case "acme"',
      hint: 'takedown list',
      problems: [
        {
          code: 'unknown-key',
          severity: 'error',
          message: 'x',
          place: { file: 'case.yaml', line: 1, column: 2, length: 1, excerpt: 'x' },
        },
      ].map(({ place: { file, line, column }, ...rest }) => ({ ...rest, place: { file, line, column } })),
    }),
  );
});
