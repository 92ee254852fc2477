import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../../src/casefile/codes.ts';
import type { FileKind } from '../../../src/casefile/fixes/fix.ts';
import { fixable, fixedFile } from '../../../src/casefile/fixes/fixed-file.ts';
import { FIXES } from '../../../src/casefile/fixes/index.ts';
import { readSchedule } from '../../../src/casefile/schedule.ts';

function source(text: string, file = 'appendix-a.txt') {
  return { file, octets: new TextEncoder().encode(text) };
}

function fixed(text: string, { file = 'appendix-a.txt', kind = 'list' as FileKind } = {}): string {
  return fixedFile(source(text, file), kind)?.after ?? text;
}

const inCase = (text: string) => fixed(text, { file: 'case.yaml', kind: 'case' });
const inRecipients = (text: string) => fixed(text, { file: 'recipients.yaml', kind: 'recipients' });

describe('a list of names', () => {
  it('has names in small letters, without final dots and blanks around them', () => {
    expect(fixed('# As the order Spells them.\nACME.example.\n\t acme-b.example  \nacme-c.EXAMPLE  # page 3\n')).toBe(
      '# As the order Spells them.\nacme.example\nacme-b.example\nacme-c.example  # page 3\n',
    );
  });

  it('keeps letters outside ASCII, and the form that was chosen', () => {
    expect(fixed('MÜNCHEN.example.\nXN--MNCHEN-3YA.example\n')).toBe('münchen.example\nxn--mnchen-3ya.example\n');
    const both = 'münchen.example\nxn--e1afmkfd.example\n';
    expect(fixed(both)).toBe(both);
  });

  it('loses a repeated name only where its line says nothing else', () => {
    expect(fixed('a.example\nA.example\nb.example\na.example # from the motion\na.example.')).toBe(
      'a.example\nb.example\na.example # from the motion\n',
    );
  });

  it('is left alone in everything that is no name', () => {
    const text = 'evil[.]example\nhttp://a.example/\nA.example:80\n not a name \n\n   \n# X.\n';
    expect(fixed(text)).toBe(text);
  });

  it('ends its lines as most of them do', () => {
    expect(fixed('a.example\r\nb.example\nc.example\r\n')).toBe('a.example\r\nb.example\r\nc.example\r\n');
    expect(fixed('a.example\nb.example\r\nc.example\n# x\n')).toBe('a.example\nb.example\nc.example\n# x\n');
    expect(fixed('a.example\r\nb.example\r\n')).toBe('a.example\r\nb.example\r\n');
  });

  it('begins without a byte order mark', () => {
    expect(fixed('\ufeffa.example\n')).toBe('a.example\n');
    expect(fixed('\ufeffA.example\n')).toBe('a.example\n');
  });
});

describe('a CSV file', () => {
  const csv = (text: string) => fixed(text, { file: 'names.csv' });

  it('has only its names changed, quotes and blanks of other fields stay', () => {
    expect(csv('note,Name\n"x, ""Y""", ACME.example. \n  Z ,"B.example"\n')).toBe(
      'note,Name\n"x, ""Y""",acme.example\n  Z ,"b.example"\n',
    );
  });

  it('loses a row that repeats another one in everything', () => {
    expect(csv('name,page\na.example,3\nA.example.,3\na.example,4\n')).toBe('name,page\na.example,3\na.example,4\n');
  });

  it('keeps its byte order mark, and line ends inside quotes', () => {
    const text = '\ufeffname,note\r\na.example,"one\ntwo"\r\n';
    expect(csv(text)).toBe(text);
  });
});

describe('a case file', () => {
  it('has names and words of fixed lists in their form, with comments, order and quoting', () => {
    expect(
      inCase(`# Who.
sinkholes:
  own: { operator: ACME., name-servers: ["NS1.Sinkhole.example.", ' ns2.sinkhole.example '], prefixes: [192.0.2.0/24] } # ours
court: { name: The Court., time-zone: America/New_York, holidays: [US-Federal] }
illustrative: True
registrars: { custodian: { iana-id: "292", name: "292" } }
`),
    ).toBe(`# Who.
sinkholes:
  own: { operator: ACME., name-servers: ["ns1.sinkhole.example", 'ns2.sinkhole.example'], prefixes: [192.0.2.0/24] } # ours
court: { name: The Court., time-zone: America/New_York, holidays: [us-federal] }
illustrative: true
registrars: { custodian: { iana-id: 292, name: "292" } }
`);
  });

  it('keeps words that need a choice', () => {
    const text = 'illustrative: yes\nseal: { until: "2026-1-5", touches: [registrys] }\nstated: 1e3\n';
    expect(inCase(text)).toBe(text);
  });
});

describe('the recipients', () => {
  it('have top-level domains in the one form that there is', () => {
    expect(
      inRecipients(
        'recipients:\n  verisign: { name: V, role: Registry-Operator, reach: ordered, tlds: [.com, NET, рф, x.y] }\n',
      ),
    ).toBe(
      'recipients:\n  verisign: { name: V, role: registry-operator, reach: ordered, tlds: [com, net, xn--p1ai, x.y] }\n',
    );
  });
});

const LINE = fc.oneof(
  fc.constantFrom(
    ...['a.example', 'A.example.', ' b.example ', 'b.example # why', '# c', '', 'not a name', 'MÜNCHEN.example'],
    ...['xn--mnchen-3ya.example', 'c.example\t', '\u00a0c.example', 'İ.example', 'ß.example'],
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const LIST = fc
  .tuple(fc.constantFrom('', '\ufeff'), fc.array(fc.tuple(LINE, fc.constantFrom('\n', '\r\n', ''))))
  .map(([mark, lines]) => mark + lines.map(([line, end]) => line + end).join(''));

describe('every fix', () => {
  it.each(['appendix-a.txt', 'names.csv'])('changes nothing a second time, and no name of %s', (file) => {
    fc.assert(
      fc.property(LIST, (lines) => {
        const text = file.endsWith('.csv') ? `name,note\n${lines}` : lines;
        const once = fixed(text, { file });
        expect(fixed(once, { file })).toBe(once);
        expect(fixable(source(once, file), 'list')).toEqual([]);
        const names = (list: string) => {
          const read = readSchedule(source(list, file));
          return read.ok ? read.value.names.map(({ name }) => name) : [];
        };
        expect(names(once)).toEqual(names(text));
      }),
      { numRuns: 300 },
    );
  });

  it('belongs to a code that there is, each once', () => {
    const codes = FIXES.map(({ code }) => code);
    expect(codes.filter((code) => !(code in CODES))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('leaves a file alone that is no text', () => {
    expect(fixedFile({ file: 'a.txt', octets: Uint8Array.of(0xff, 0x41, 0x0a) }, 'list')).toBeUndefined();
  });
});
