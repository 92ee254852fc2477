// A letter as the rooms before this one hand it over, for the tests of documents and outputs: every value is there.
import { domainToASCII, domainToUnicode } from 'node:url';
import type { FilledText } from '../../src/letters/document/make-document.ts';
import { documentOf } from '../../src/letters/document/make-document.ts';
import type { LetterValues, NameValues, TargetValues } from '../../src/letters/values/values.ts';
import type { Instant, LocalDate } from '../../src/model/instant.ts';
import type { LetterDocument } from '../../src/paper/document.ts';
import type { House } from '../../src/paper/output.ts';
import { ownFile } from '../../src/store/disk/package-files.ts';

const instant = (text: string) => text as Instant;

/** Names of the public list's kind under reserved top-level names, with one of each script. */
export const DISPLAYED = [
  'аррӏе.example',
  '验证-账户.example',
  'حساب-123.example',
  'مثال.example',
  'עברית.example',
  'परीक्षा.example',
  'ไทย.example',
  '테스트-계정.example',
  'παράδειγμα.example',
  'パスワード確認.example',
  'աշխարհ.example',
] as const;
export const IDN_NAMES = DISPLAYED.map((name) => domainToASCII(name));

export function nameValues(name: string, line: number, more: Partial<NameValues> = {}): NameValues {
  const unicode = domainToUnicode(name) || name;
  return {
    name,
    unicode,
    is_idn: unicode !== name,
    schedule: 'appendix-a',
    line,
    action: 'transfer',
    paragraphs: ['tro/2(a)', 'tro/2(b)'],
    target: 'A',
    steps: ['lock', 'transfer to MarkMonitor Inc.'],
    remove_ds: [],
    held: false,
    open: [],
    unknown: [],
    ...more,
  };
}

export const TARGET: TargetValues = {
  registrar: { name: 'MarkMonitor Inc.', iana_id: 292, account: 'example-dcu' },
  name_servers: ['ns1.sinkhole.example', 'ns2.sinkhole.example'],
  glue: [],
  statuses: ['serverTransferProhibited', 'serverUpdateProhibited', 'serverDeleteProhibited'],
  ds_removed: true,
  stays_registered: true,
  states: [],
};

export function sampleValues(more: Partial<LetterValues> = {}): LetterValues {
  const names =
    more.names ??
    [...Array(87).keys()]
      .map((at) => nameValues(`account-verification-${at + 1}.example`, at + 1))
      .concat(
        IDN_NAMES.map((name, at) =>
          nameValues(name, 88 + at, at === 1 ? { held: true, remove_ds: ['4711 8 2 3F2A09BBCC11223344556677'] } : {}),
        ),
      );
  const due = {
    due: instant('2019-03-21T03:59:59Z'),
    arithmetic: '3 business days from receipt Fri 15 Mar 2019: Mon 18, Tue 19, Wed 20 Mar; D.C. calendar',
  };
  return {
    letter: { id: '2019-03-15-verisign-order', date: '2019-03-15' as LocalDate, purpose: 'execute', language: 'en-US' },
    case: {
      id: 'sample',
      title: 'Example Corporation v. John Does 1-2',
      docket: '1:19-cv-00716',
      court: 'United States District Court for the District of Columbia',
      court_short: 'D.D.C.',
      judge: 'Hon. Jane Q. Sample',
      time_zone: 'America/New_York',
      petitioner: { name: 'Example Corporation', address: ['One Example Way', 'Redmond, WA 98052'] },
      illustrative: true,
      rehearsal: false,
      sealed: true,
      seal_until: instant('2019-03-27T13:00:00Z'),
    },
    counsel: {
      name: 'Robin R. Counsel',
      firm: 'Sample & Example LLP',
      address: ['1200 Reserved Street NW, Suite 500', 'Washington, DC 20005'],
      email: 'counsel@lawfirm.example',
      phone: '+1 202 555 0142',
      bar: 'D.C. Bar No. 000000',
    },
    technical_contact: {
      name: 'Sam Operator',
      email: 'noc@lawfirm.example',
      phone: '+1 202 555 0143',
      hours: '24 hours a day',
    },
    recipient: {
      id: 'verisign',
      name: 'Example Registry, Inc.',
      role: 'registry operator',
      because: 'a company in the United States, within the court’s reach',
      attention: 'Legal Department, Court Orders',
      address: ['12061 Example Way', 'Reston, VA 20190', 'United States'],
      email: ['legal@registry.example', 'orders@registry.example'],
      tlds: ['example'],
      registered_agent: 'Agent of Process, Inc., 251 Little Falls Drive, Wilmington, DE 19808',
      general_counsel: { name: 'Alex General', email: 'gc@registry.example' },
    },
    reach: 'ordered',
    orders: [
      {
        id: 'tro',
        title: 'temporary restraining order',
        docket_entry: 11,
        entered: instant('2019-03-15T20:00:00Z'),
        in_force_until: instant('2019-03-29T20:00:00Z'),
        copy: { file: 'orders/tro.pdf', pages: 12, sha256: 'ab'.repeat(32) },
      },
    ],
    clauses: ['2(a)', '2(b)'].map((paragraph, at) => ({
      ref: `tro/${paragraph}`,
      order: 'tro',
      paragraph,
      text: 'The operators of the registries shall make the petitioner’s registrar the registrar of record.',
      asks: ['make MarkMonitor Inc. the registrar of record'],
      relief: at === 0 ? ['registrar-of-record', 'epp-status-includes'] : ['delegated-to'],
      rule: '3 business days of receipt',
      deadline: due,
      count: names.length,
    })),
    names,
    actions: [{ action: 'transfer', count: names.length }],
    schedules: [{ id: 'appendix-a', title: 'Appendix A', count: names.length }],
    target: { ...TARGET, registrar_differs: false, name_servers_differ: false },
    targets: [{ ...TARGET, id: 'A', count: names.length }],
    deadline: due,
    earlier: [],
    answers: [],
    enclosures: [
      { title: 'Temporary restraining order', file: 'tro.pdf', pages: 12, sha256: 'ab'.repeat(32) },
      { title: 'The names of this letter, for machines', file: 'schedule.csv', sha256: 'cd'.repeat(32) },
      { title: 'Confirmation form', file: 'confirmation.docx' },
    ],
    ...more,
  };
}

export const FILLED: FilledText = {
  subject: 'Temporary restraining order of 15 March 2019: action on ninety-eight (98) domain names',
  markdown: `Dear Counsel:

We represent Example Corporation. On 15 March 2019 the Court entered the enclosed order in the action *Example Corporation v. John Does 1-2*, No. 1:19-cv-00716. It is "in force" until 29 March 2019, 16:00 EDT; see 28 U.S.C. § 1746 and Fed. R. Civ. P. 65(b)(2).

## What the order requires

1. **Paragraph 2(a).** The order directs you to make the petitioner's registrar the registrar of record:

   > The operators of the registries shall make the petitioner's registrar the registrar of record of the names in Appendix A, and shall lock them so that they are neither transferred nor changed nor deleted.

   1. Set the statuses \`serverTransferProhibited\`, \`serverUpdateProhibited\` and \`serverDeleteProhibited\`.
   2. Make MarkMonitor Inc. (IANA ID 292) the registrar of record:
      1. account \`example-dcu\`;
      2. authorisation from dcu\\@registrar.example.

2. **Paragraph 2(b).** Delegate each name to \`ns1.sinkhole.example\` and \`ns2.sinkhole.example\`, and to no others.

### Order of work

| Step | What | Why |
|---|---|---|
| 1 | Lock each name | A stall leaves the name safe |
| 2 | Preserve your records | Nothing is lost by the move |
| 3 | Change name servers; remove DS | Validating resolvers follow |

## Non-disclosure

- Do not tell the registrants.
- Do not change anything that they could see -- before the time above.

***

Please write or call at any hour. Nothing in this letter waives any right.

Respectfully submitted,
`,
};

export function sampleDocument(more: Partial<LetterValues> = {}, filled: FilledText = FILLED): LetterDocument {
  const made = documentOf({ filled, values: sampleValues(more), template: { title: 'Notice of order' } });
  if (!made.ok) throw new Error(made.problems.map(({ message }) => message).join('\n'));
  return made.value;
}

export const HOUSE: House = { fonts: [], own: ownFile };
