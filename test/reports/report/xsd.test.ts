// The XML Schema is made from the JSON one: what each says stays said, and what has no form is refused instead of left out.
import { expect, test } from 'vitest';
import { xmlSchemas } from '../../../src/reports/report/xml-schemas.ts';
import { type JsonSchema, xsdElement } from '../../../src/reports/report/xsd.ts';

const made = (schema: JsonSchema) => xsdElement('x', schema, { indent: '' }).replace(/\n\s*/g, '');

test.each<readonly [string, JsonSchema, string]>([
  ['text', { type: 'string' }, '<xs:element name="x" type="xs:string"/>'],
  ['an instant', { type: 'string', format: 'date-time' }, '<xs:element name="x" type="xs:dateTime"/>'],
  ['a count', { type: 'integer', minimum: 0 }, '<xs:element name="x" type="xs:nonNegativeInteger"/>'],
  ['what may be null', { type: ['string', 'null'] }, '<xs:element name="x" nillable="true" type="xs:string"/>'],
  [
    'the same as a choice',
    { anyOf: [{ type: 'integer' }, { type: 'null' }] },
    '<xs:element name="x" nillable="true" type="xs:integer"/>',
  ],
  [
    'words of a list',
    { type: 'string', enum: ['a<', 'b'] },
    '<xs:element name="x"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="a&lt;"/><xs:enumeration value="b"/></xs:restriction></xs:simpleType></xs:element>',
  ],
  [
    'fields, of which some may be left out',
    { type: 'object', properties: { a: { type: 'string' }, b: { type: 'boolean' } }, required: ['a'] },
    '<xs:element name="x"><xs:complexType><xs:all><xs:element name="a" type="xs:string"/><xs:element name="b" minOccurs="0" type="xs:boolean"/></xs:all></xs:complexType></xs:element>',
  ],
  [
    'a list',
    { type: 'array', items: { type: 'string' } },
    '<xs:element name="x"><xs:complexType><xs:sequence><xs:element name="entry" minOccurs="0" maxOccurs="unbounded" type="xs:string"/></xs:sequence></xs:complexType></xs:element>',
  ],
])('%s', (_, schema, xsd) => expect(made(schema)).toBe(xsd));

test.each<readonly [string, JsonSchema]>([
  ['a choice of two', { anyOf: [{ type: 'string' }, { type: 'integer' }] }],
  ['two types', { type: ['string', 'integer'] }],
  ['fields of any name', { type: 'object' }],
])('%s has no form', (_, schema) => expect(() => made(schema)).toThrow('no form in this XML Schema'));

test('it has the seal and the marks of a case', () => {
  const xsd = xmlSchemas['report-xml']();
  expect(xsd).toContain('<xs:element name="seal" nillable="true">');
  expect(xsd).toContain('<xs:element name="marks">');
});
