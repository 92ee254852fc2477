// JUnit files held against a schema by libxml2. The schema is ours: elements, attributes and their order as the one that Jenkins
// publishes for the format has them (xunit plugin, junit-10.xsd, 2026-11), written down from what it allows.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { junitOfStop, junitXml } from '../../src/reports/ci/junit.ts';
import { render } from '../../src/reports/formats/junit.ts';
import { hostileReport } from '../reports/hostile-report.ts';
import { caseReport, reportsOf } from '../reports/reports.ts';
import { at } from '../support/values.ts';
import { readersHere } from './readers.ts';

const { asked, missing, reason } = readersHere(['xmllint'], {});

const MESSAGE =
  '<xs:complexType mixed="true"><xs:attribute name="type" type="xs:string"/><xs:attribute name="message" type="xs:string"/></xs:complexType>';
const SCHEMA = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
  <xs:simpleType name="time"><xs:restriction base="xs:string"><xs:pattern value="(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\\.[0-9]{0,3})?"/></xs:restriction></xs:simpleType>
  <xs:element name="failure">${MESSAGE}</xs:element>
  <xs:element name="error">${MESSAGE}</xs:element>
  <xs:element name="skipped">${MESSAGE}</xs:element>
  <xs:element name="system-out" type="xs:string"/>
  <xs:element name="system-err" type="xs:string"/>
  <xs:element name="property"><xs:complexType>
    <xs:attribute name="name" type="xs:string" use="required"/><xs:attribute name="value" type="xs:string" use="required"/>
  </xs:complexType></xs:element>
  <xs:element name="properties"><xs:complexType><xs:sequence><xs:element ref="property" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
  <xs:element name="testcase"><xs:complexType>
    <xs:choice minOccurs="0" maxOccurs="unbounded">
      <xs:element ref="skipped"/><xs:element ref="error"/><xs:element ref="failure"/><xs:element ref="system-out"/><xs:element ref="system-err"/>
    </xs:choice>
    <xs:attribute name="name" type="xs:string" use="required"/>
    <xs:attribute name="time" type="time"/><xs:attribute name="classname" type="xs:string"/><xs:attribute name="group" type="xs:string"/>
  </xs:complexType></xs:element>
  <xs:element name="testsuite"><xs:complexType>
    <xs:choice minOccurs="0" maxOccurs="unbounded">
      <xs:element ref="testsuite"/><xs:element ref="properties"/><xs:element ref="testcase"/><xs:element ref="system-out"/><xs:element ref="system-err"/>
    </xs:choice>
    <xs:attribute name="name" type="xs:string" use="required"/>
    <xs:attribute name="tests" type="xs:string" use="required"/>
    <xs:attribute name="failures" type="xs:string" use="required"/>
    <xs:attribute name="errors" type="xs:string" use="required"/>
    <xs:attribute name="time" type="time"/><xs:attribute name="skipped" type="xs:string"/>
    <xs:attribute name="timestamp" type="xs:string"/><xs:attribute name="hostname" type="xs:string"/>
  </xs:complexType></xs:element>
  <xs:element name="testsuites"><xs:complexType>
    <xs:sequence><xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:attribute name="name" type="xs:string"/><xs:attribute name="time" type="time"/>
    <xs:attribute name="tests" type="xs:string"/><xs:attribute name="failures" type="xs:string"/><xs:attribute name="errors" type="xs:string"/>
  </xs:complexType></xs:element>
</xs:schema>
`;

it('the laboratory asks for its programs', () => {
  if (asked) expect(missing).toEqual([]);
});

describe.skipIf(!asked || missing.length > 0)(`JUnit by libxml2 (${reason})`, () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'takedown-junit-'));
    writeFileSync(join(folder, 'junit.xsd'), SCHEMA);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const check = (pieces: Iterable<string>) => {
    writeFileSync(join(folder, 'out.xml'), [...pieces].join(''));
    const words = ['--noout', '--nonet', '--schema', 'junit.xsd', 'out.xml'];
    return execFileSync('xmllint', words, { cwd: folder, encoding: 'utf8', stdio: 'pipe', timeout: 60_000 });
  };
  const empty = { case: 'acme', marks: [], asOf: at('2019-03-21T00:00:00Z'), toolVersion: '1', rows: [] };

  it.each([
    ['a report', () => render(reportsOf(caseReport()))],
    ['one that is full of attacks', () => render(reportsOf(hostileReport()))],
    ['one of no case', () => render({ toolVersion: '1', cases: [], all: true, unread: [] })],
    [
      'one of a case that cannot be read',
      () => render({ ...reportsOf(caseReport()), unread: [{ case: 'acme', problems: [] }] }),
    ],
    ['a run of no name', () => junitXml({ ...empty, unknownAs: 'skipped' })],
    ['a command that was stopped', () => junitOfStop('acme', { code: 'x', message: '<&"\'>\u0000' })],
  ] as const)('takes %s', (_, pieces) => {
    expect(check(pieces())).toBe('');
  });

  it('refuses what is none', () => {
    expect(() => check(['<testsuites><testsuite name="x"/></testsuites>'])).toThrow(/required/);
  });
});
