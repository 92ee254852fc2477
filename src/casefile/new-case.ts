// The first text of a case, for `takedown new`: what was answered, in the shape of the shipped example, with comments that
// teach. It is parsed like any other case file; what was not answered is said to be missing, never made up.
import type { HolidayCalendar } from '../model/case/case.ts';
import type { OrderKind } from '../model/case/order.ts';
import type { Name } from '../model/name.ts';
import { flowText, textForm } from './flow.ts';
import { expiryForm } from './new-order.ts';
import { type NewParagraph, paragraphLines, SCHEDULE } from './new-paragraphs.ts';
import { type NewRecipient, recipientLines } from './new-recipients.ts';
import { CUSTODIAN, OWN_SINKHOLE } from './relief-library.ts';

export interface NewCaseAnswers {
  readonly id: string;
  readonly title: string;
  readonly docket: string;
  readonly court: {
    readonly name: string;
    readonly short?: string;
    readonly timeZone: string;
    readonly holidays: readonly HolidayCalendar[];
    /** The state's own holidays stand in no table of the program. */
    readonly lacksStateDays?: boolean;
  };
  readonly petitioner: string;
  readonly order: {
    readonly id: string;
    readonly kind: OrderKind;
    readonly docketEntry?: number;
    /** As typed: an instant with its offset. */
    readonly entered: string;
    /** As typed: `14 days` after entry, or an instant. */
    readonly expires?: string;
  };
  /** As typed: `3 business days`, of receipt. */
  readonly due?: string;
  readonly judge?: string;
  /** As typed: a day or an instant. */
  readonly sealUntil?: string;
  /** Absent: what the registrar and the sinkhole make possible. */
  readonly paragraphs?: readonly NewParagraph[];
  /** Lines of the schedule. */
  readonly names?: { readonly source: string; readonly list: readonly Name[] };
  /** Of this case alone. */
  readonly recipients?: readonly NewRecipient[];
  readonly registrar?: { readonly name: string; readonly ianaId: number; readonly account?: string };
  readonly sinkhole?: {
    readonly operator: string;
    readonly nameServers: readonly string[];
    readonly prefixes: readonly string[];
  };
  readonly statedCount?: number;
}

interface NewCase {
  readonly caseYaml: string;
  /** By its name in the case folder; it has no name in it yet. */
  readonly schedule: { readonly file: string; readonly text: string };
}

/** An editor that knows the schema completes keys and marks mistakes. A path: the program never fetches it. */
const SCHEMA_LINE = '# yaml-language-server: $schema=../../docs/schema/case.json';

const NO_STATE_DAYS = [
  '  # The legal holidays of the state are in no table here, and periods that begin with an event count them (Fed. R. Civ. P.',
  '  # 6(a)(6)(C)). List them: closed: [{ date: …, because: … }]',
];

/** Nothing in it can be made up, and a case that writes no letters needs none of it. */
const LETTERS = [
  '# Letters need more: the judge, who signs, whom a recipient turns to, and what is said beside the paragraphs.',
  '# judge: …',
  '# counsel: { name: …, firm: …, address: […], email: …, phone: …, bar: … }',
  '# contacts: { technical: { name: …, email: …, phone: …, hours: … }, emergency: { name: …, phone: …, hours: … } }',
  '# letters:',
  '#   non-disclosure: { paragraph: tro/3, text: … }',
  '#   preservation: { what: […], period: … }',
  '#   costs: …',
  '#   objections: …',
];

export function newCase(answers: NewCaseAnswers): NewCase {
  const lines = [...heading(answers), ...definitions(answers), ...recipientLines(answers), ...orderLines(answers)];
  const { names } = answers;
  const text = [
    '# The names of the order, one a line, as the order spells them. A comment starts with #.',
    ...(names === undefined
      ? ['# "takedown import" adds names from a file.']
      : [`# Taken from ${names.source.replaceAll(/[^ -~]/g, '?')}.`, ...names.list]),
  ];
  return {
    caseYaml: `${lines.join('\n')}\n`,
    schedule: { file: `${SCHEDULE}.txt`, text: `${text.join('\n')}\n` },
  };
}

function heading({ id, title, court, docket, petitioner, judge, sealUntil }: NewCaseAnswers): readonly string[] {
  return [
    SCHEMA_LINE,
    '#',
    '# What the court ordered and what people decided. Nothing that was found out is ever written here.',
    `case: ${textForm(id)}`,
    `title: ${textForm(title)}`,
    '# Every output says so until this line is taken out: do that when the terms below have been compared with the order.',
    'illustrative: true',
    'court:',
    `  name: ${textForm(court.name)}`,
    ...(court.short === undefined ? [] : [`  short: ${textForm(court.short)}`]),
    `  time-zone: ${textForm(court.timeZone)}`,
    ...(court.lacksStateDays === true ? NO_STATE_DAYS : []),
    `  holidays: ${flowText(court.holidays)}`,
    `docket: ${textForm(docket)}`,
    ...(judge === undefined ? [] : [`judge: ${textForm(judge)}`]),
    `petitioner: { name: ${textForm(petitioner)}, address: [] }`,
    '',
    ...LETTERS.filter((line) => judge === undefined || !line.startsWith('# judge')),
    '',
    '# While a case is sealed, only those are asked whom the defendants cannot watch:',
    `${sealUntil === undefined ? '# ' : ''}seal: { until: ${sealUntil ?? '2026-01-31'}, touches: [registry, tld, sinkhole] }`,
    '',
  ];
}

function definitions({ registrar, sinkhole, statedCount }: NewCaseAnswers): readonly string[] {
  return [
    ...(registrar === undefined
      ? ['# registrars:', '#   custodian: { name: Example Registrar Inc., iana-id: 9999 }']
      : ['registrars:', `  ${CUSTODIAN}: ${registrarText(registrar)}`]),
    '',
    ...(sinkhole === undefined
      ? ['# sinkholes:', '#   own: { operator: …, name-servers: [ns1.sinkhole.example], prefixes: [192.0.2.0/24] }']
      : sinkholeLines(sinkhole)),
    '',
    'schedules:',
    '  # "stated-count" is how many names the order says that there are; it is never changed to fit the file.',
    `  ${SCHEDULE}: ${flowText({ file: `${SCHEDULE}.txt`, 'stated-count': statedCount })}`,
    '',
  ];
}

function registrarText({ name, ianaId, account }: NonNullable<NewCaseAnswers['registrar']>): string {
  return flowText({ name, 'iana-id': ianaId, account });
}

function sinkholeLines({
  operator,
  nameServers,
  prefixes,
}: NonNullable<NewCaseAnswers['sinkhole']>): readonly string[] {
  return [
    'sinkholes:',
    `  ${OWN_SINKHOLE}:`,
    `    operator: ${textForm(operator)}`,
    `    name-servers: ${flowText(nameServers)}`,
    `    prefixes: ${flowText(prefixes)}`,
  ];
}

function orderLines(answers: NewCaseAnswers): readonly string[] {
  const { id, kind, docketEntry, entered, expires } = answers.order;
  return [
    'orders:',
    `  - id: ${textForm(id)}`,
    `    kind: ${kind}`,
    ...(docketEntry === undefined ? [] : [`    docket-entry: ${docketEntry}`]),
    `    # copy: { file: orders/${id}.pdf, pages: …, sha-256: … }`,
    `    entered: ${entered}`,
    ...(expires === undefined ? [] : [`    expires: ${expiryForm(expires)}`]),
    '    paragraphs:',
    ...paragraphLines(answers),
    '  # Later orders stand below: they add names, release names, replace terms or extend dates. Nothing above is edited away.',
  ];
}
