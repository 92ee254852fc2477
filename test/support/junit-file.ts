// A JUnit file held against what its readers know. The table is ours, after the schema that Jenkins publishes for the format
// (xunit plugin, junit-10.xsd, 2026-11); GitLab and GitHub read the same elements. And a reader of XML that takes nothing but
// what is well formed: no schema says more than that a text is XML.
import { expect } from 'vitest';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface Allowed {
  readonly attributes: readonly string[];
  readonly required: readonly string[];
  readonly children: readonly string[];
}

const MESSAGE: Allowed = { attributes: ['type', 'message'], required: [], children: [] };
const ALLOWED: Readonly<Record<string, Allowed>> = {
  testsuites: { attributes: ['name', 'time', 'tests', 'failures', 'errors'], required: [], children: ['testsuite'] },
  testsuite: {
    attributes: [
      'name',
      'tests',
      'failures',
      'errors',
      'skipped',
      'time',
      'timestamp',
      'hostname',
      'id',
      'package',
      'file',
    ],
    required: ['name', 'tests', 'failures', 'errors'],
    children: ['properties', 'testcase', 'system-out', 'system-err'],
  },
  properties: { attributes: [], required: [], children: ['property'] },
  property: { attributes: ['name', 'value'], required: ['name', 'value'], children: [] },
  testcase: {
    attributes: ['name', 'classname', 'time', 'group'],
    required: ['name'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  skipped: MESSAGE,
  error: MESSAGE,
  failure: MESSAGE,
  'system-out': { attributes: [], required: [], children: [] },
  'system-err': { attributes: [], required: [], children: [] },
};

/** The tests of the one suite; everything about the file that is not as it must be fails. */
export function junitIn(text: string): { readonly suite: XmlElement; readonly tests: readonly XmlElement[] } {
  const root = xmlIn(text);
  expect(root.name).toBe('testsuites');
  hold(root);
  const [suite, ...more] = root.children;
  if (suite === undefined) throw new Error('no suite');
  expect(more).toEqual([]);
  const tests = suite.children.filter(({ name }) => name === 'testcase');
  const having = (child: string) => tests.filter(({ children }) => children.some(({ name }) => name === child)).length;
  expect(suite.attributes).toMatchObject({
    tests: `${tests.length}`,
    failures: `${having('failure')}`,
    errors: `${having('error')}`,
    skipped: `${having('skipped')}`,
  });
  const names = tests.map(({ attributes }) => `${attributes['classname']} ${attributes['name']}`);
  expect(new Set(names).size).toBe(names.length);
  return { suite, tests };
}

function hold({ name, attributes, children }: XmlElement): void {
  const allowed = ALLOWED[name];
  if (allowed === undefined) throw new Error(`<${name}>`);
  for (const key of Object.keys(attributes)) expect(allowed.attributes, name).toContain(key);
  for (const key of allowed.required) expect(attributes, name).toHaveProperty(key);
  if (attributes['time'] !== undefined) expect(attributes['time']).toMatch(/^\d+(\.\d+)?$/);
  for (const child of children) {
    expect(allowed.children, name).toContain(child.name);
    hold(child);
  }
}

/** What XML 1.0 (section 2.2) allows as a character. */
const CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const PIECE = /<(\/?)([a-z-]+)((?: [a-z-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|apos);[^"<&]*)*")*)(\/?)>\n?|([^<]+)/y;

function xmlIn(text: string): XmlElement {
  expect(text).toMatch(CHARACTERS);
  const start = '<?xml version="1.0" encoding="UTF-8"?>\n';
  expect(text.startsWith(start)).toBe(true);
  interface Open {
    name: string;
    attributes: Record<string, string>;
    children: XmlElement[];
    text: string;
  }
  const top: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [top];
  PIECE.lastIndex = start.length;
  while (PIECE.lastIndex < text.length) {
    const at = PIECE.lastIndex;
    const found = PIECE.exec(text);
    if (found === null) throw new Error(`not XML at ${at}: ${text.slice(at, at + 80)}`);
    const [, closing, name = '', attributes = '', empty, said] = found;
    const last = open.at(-1) ?? top;
    if (said !== undefined) last.text += plain(said);
    else if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> at ${at}`);
    } else {
      const element: Open = { name, attributes: attributesIn(attributes), children: [], text: '' };
      last.children.push(element);
      if (empty === '') open.push(element);
    }
  }
  const [root] = top.children;
  if (root === undefined || open.length !== 1) throw new Error('not closed');
  return root;
}

function attributesIn(text: string): Record<string, string> {
  const all = [...text.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(
    ([, key = '', value = '']) => [key, plain(value)] as const,
  );
  expect(new Set(all.map(([key]) => key)).size).toBe(all.length);
  return Object.fromEntries(all);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  expect(text.replace(/&(?:amp|lt|gt|quot|apos);/g, '')).not.toContain('&');
  return text.replace(/&([a-z]+);/g, (_, name: string) => ENTITIES[name] ?? '');
}
