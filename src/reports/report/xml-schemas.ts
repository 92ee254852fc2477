// The XML Schema of the XML report, as `takedown schema report-xml` prints it; docs/schema has a copy.
import * as z from 'zod';
import { REPORT_NAMESPACE } from '../formats/xml.ts';
import { caseReport, reportAllSchema } from '../schema/report.ts';
import { type JsonSchema, xsdElement } from './xsd.ts';

export const xmlSchemas = { 'report-xml': reportXsd } as const satisfies Record<string, () => string>;

function reportXsd(): string {
  const unread = reportAllSchema.shape.unread.element;
  const many = { indent: '        ', occurs: ' minOccurs="0" maxOccurs="unbounded"' };
  return `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${REPORT_NAMESPACE}" elementFormDefault="qualified">
  <xs:annotation><xs:documentation>The document takedown/report/1 as XML. A later minor version adds elements, and has a schema of its own.</xs:documentation></xs:annotation>
  <xs:element name="reports">
    <xs:complexType>
      <xs:sequence>
${xsdElement('report', jsonOf(caseReport), many)}
${xsdElement('unread', jsonOf(unread), many)}
      </xs:sequence>
      <xs:attribute name="tool-version" type="xs:string" use="required"/>
    </xs:complexType>
  </xs:element>
</xs:schema>
`;
}

function jsonOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'throw',
    reused: 'inline',
  }) as JsonSchema;
}
