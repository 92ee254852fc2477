// A schema of the published documents as an XML Schema (XSD 1.0), for the XML form of a report: made from the same schema as the JSON one,
// so that both say the same. Fields of an object may stand in any order; what may be null is nillable, as formats/xml.ts writes it.

/** What zod's JSON Schema (draft 7) has of it; what is not here is refused, since it would be left out in silence. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly (string | null)[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

interface Use {
  readonly indent: string;
  /** Such as ` minOccurs="0"`. */
  readonly occurs?: string;
}

/** `<xs:element>` with all that it holds. */
export function xsdElement(name: string, schema: JsonSchema, { indent, occurs = '' }: Use): string {
  const { of, nillable } = withoutNull(schema);
  const open = `${indent}<xs:element name="${name}"${occurs}${nillable ? ' nillable="true"' : ''}`;
  const about = annotation(schema.description ?? of.description, `${indent}  `);
  const inner = `${indent}  `;
  const plain = plainType(of);
  if (plain !== undefined && about === '') return `${open} type="${plain}"/>`;
  if (plain !== undefined) return `${open} type="${plain}">\n${about}${indent}</xs:element>`;
  return `${open}>\n${about}${ownType(of, inner)}${indent}</xs:element>`;
}

type OneType = Omit<JsonSchema, 'type' | 'anyOf' | 'enum'> & {
  readonly type?: string;
  readonly enum?: readonly string[];
};

function withoutNull(schema: JsonSchema): { readonly of: OneType; readonly nillable: boolean } {
  const { anyOf, type, enum: words, ...rest } = schema;
  if (anyOf !== undefined) {
    const [of, ...others] = anyOf.filter((one) => one.type !== 'null');
    if (of === undefined || others.length > 0) throw new Error('a choice of types has no form in this XML Schema');
    return { of: withoutNull(of).of, nillable: anyOf.length > 1 };
  }
  const types = typeof type === 'string' ? [type] : (type ?? []);
  const [only, ...others] = types.filter((one) => one !== 'null');
  if (others.length > 0) throw new Error(`the types ${types.join(', ')} have no form in this XML Schema`);
  const said = words?.filter((word) => word !== null);
  const of = { ...rest, ...(only !== undefined && { type: only }), ...(said && { enum: said }) };
  return { of, nillable: types.includes('null') || words?.includes(null) === true };
}

/** A type that XML Schema has; `undefined`: one that has to be written out. */
function plainType({ type, format, minimum, ...rest }: OneType): string | undefined {
  if (rest.enum !== undefined) return undefined;
  if (type === 'string') return format === 'date-time' ? 'xs:dateTime' : 'xs:string';
  if (type === 'boolean') return 'xs:boolean';
  if (type === 'number') return 'xs:double';
  if (type === 'integer')
    return minimum === 1 ? 'xs:positiveInteger' : minimum === 0 ? 'xs:nonNegativeInteger' : 'xs:integer';
  return undefined;
}

function ownType(schema: OneType, indent: string): string {
  if (schema.enum !== undefined) return enumeration(schema.enum, indent);
  if (schema.type === 'array' && schema.items !== undefined) {
    const entry = xsdElement('entry', schema.items, {
      indent: `${indent}    `,
      occurs: ' minOccurs="0" maxOccurs="unbounded"',
    });
    return complex(`${indent}  <xs:sequence>\n${entry}\n${indent}  </xs:sequence>\n`, indent);
  }
  if (schema.type === 'object' && schema.properties !== undefined) {
    const required = new Set(schema.required);
    const fields = Object.entries(schema.properties).map(([name, field]) =>
      xsdElement(name, field, { indent: `${indent}    `, ...(!required.has(name) && { occurs: ' minOccurs="0"' }) }),
    );
    return complex(`${indent}  <xs:all>\n${fields.join('\n')}\n${indent}  </xs:all>\n`, indent);
  }
  throw new Error(`a schema of type ${schema.type} has no form in this XML Schema`);
}

function complex(content: string, indent: string): string {
  return `${indent}<xs:complexType>\n${content}${indent}</xs:complexType>\n`;
}

function enumeration(words: readonly string[], indent: string): string {
  const rows = words.map((word) => `${indent}    <xs:enumeration value="${escaped(word)}"/>\n`).join('');
  return `${indent}<xs:simpleType>\n${indent}  <xs:restriction base="xs:string">\n${rows}${indent}  </xs:restriction>\n${indent}</xs:simpleType>\n`;
}

function annotation(text: string | undefined, indent: string): string {
  if (text === undefined) return '';
  return `${indent}<xs:annotation><xs:documentation>${escaped(text)}</xs:documentation></xs:annotation>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
