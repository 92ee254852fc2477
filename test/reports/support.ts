// A hand-built case and its progress, in the shape of the sample screen of the command line's contract.
import type { Case } from '../../src/model/case/case.ts';
import type { DueItem } from '../../src/model/judged/deadline.ts';
import type { Verdict } from '../../src/model/judged/finding.ts';
import type { DatedFinding, FacetVerdict, NameProgress, Progress, Tally } from '../../src/model/judged/progress.ts';
import type { Clause } from '../../src/model/judged/requirement.ts';
import type { Name } from '../../src/model/name.ts';
import { PLAIN, type Surface } from '../../src/reports/paint.ts';
import { at, LETTER_TERMS, name } from '../support/values.ts';

export const PIPED: Surface = { width: undefined, paint: PLAIN };
export const at80: Surface = { width: 80, paint: PLAIN };
export const at200: Surface = { width: 200, paint: PLAIN };

export const CASE: Case = {
  id: 'phosphorus',
  title: 'Microsoft Corporation v. John Does 1-2',
  illustrative: true,
  rehearsal: false,
  court: {
    name: 'United States District Court for the District of Columbia',
    short: 'D.D.C.',
    timeZone: 'America/New_York',
    holidays: ['us-federal', 'us-dc'],
    closed: [],
  },
  docket: '1:19-cv-00716',
  petitioner: { name: 'Microsoft Corporation', address: [] },
  registrars: {},
  sinkholes: {},
  schedules: [],
  orders: [
    {
      id: 'tro',
      kind: 'temporary-restraining-order',
      entered: at('2019-03-15T20:00:00Z'),
      expires: at('2019-03-29T20:00:00Z'),
      action: 'transfer',
      paragraphs: [],
      changes: [],
    },
  ],
  recipients: [],
  letters: LETTER_TERMS,
  digest: 'c0ffee',
};

export function tally(met: number, unmet: number, unknown: number, notOrdered = 0): Tally {
  return { met, unmet, unknown, notOrdered };
}

export function clause(relief: string, paragraph: string): Clause {
  return {
    id: `tro/${paragraph}/${relief}`,
    order: 'tro',
    paragraph,
    relief,
    action: 'transfer',
    directedTo: ['registry-operator'],
    entered: at('2019-03-15T20:00:00Z'),
    expected: {},
  };
}

export const DEADLINE = {
  due: at('2019-03-20T21:00:00Z'),
  from: { at: at('2019-03-15T21:41:00Z'), what: 'receipt by Afilias USA, Inc.' },
  arithmetic:
    '3 business days from receipt Fri 15 Mar 2019: Mon 18, Tue 19, Wed 20 Mar; the day ends at 17:00; D.C. calendar',
};

const CLAUSES = {
  'registrar-of-record': clause('registrar-of-record', '2(a)'),
  'resolves-to': clause('resolves-to', '2(b)'),
} as const;

interface FindingWords {
  readonly relief: keyof typeof CLAUSES;
  readonly verdict: Verdict;
  readonly word: string;
  readonly reason: string;
}

function finding(of: Name, number: number, words: FindingWords): DatedFinding {
  const { relief, ...judgement } = words;
  return {
    ...judgement,
    requirement: { name: of, clause: CLAUSES[relief] },
    citations: [`20190318T141502Z-7f3a#${number}`],
    ...(words.verdict === 'met' ? {} : { deadline: DEADLINE }),
  };
}

const SAYS: Readonly<Record<Verdict, readonly [FindingWords, FindingWords]>> = {
  met: [
    {
      relief: 'registrar-of-record',
      verdict: 'met',
      word: 'as-ordered',
      reason: 'the registry shows MarkMonitor Inc. (IANA ID 292)',
    },
    { relief: 'resolves-to', verdict: 'met', word: 'as-ordered', reason: 'every server answers from 192.0.2.0/24' },
  ],
  unmet: [
    {
      relief: 'registrar-of-record',
      verdict: 'unmet',
      word: 'other-registrar',
      reason: 'the registry shows OnlineNIC, Inc. (IANA ID 82)',
    },
    {
      relief: 'resolves-to',
      verdict: 'unmet',
      word: 'outside-sinkhole',
      reason: '203.0.113.9 is outside 192.0.2.0/24',
    },
  ],
  unknown: [
    {
      relief: 'registrar-of-record',
      verdict: 'unknown',
      word: 'rate-limited',
      reason: 'the registry asks to come back later',
    },
    {
      relief: 'resolves-to',
      verdict: 'unknown',
      word: 'timeout',
      reason: 'ns1.sinkhole.example did not answer in time',
    },
  ],
};

export interface RowWish {
  readonly name: string;
  readonly transferred: Verdict;
  readonly sinkholed: Verdict;
  readonly reverted?: true;
  readonly overdue?: true;
}

export function row({ name: text, transferred, sinkholed, reverted, overdue }: RowWish, line: number): NameProgress {
  const of = name(text);
  const verdicts: readonly FacetVerdict[] = [transferred, sinkholed];
  const done = verdicts.includes('unmet') ? 'unmet' : verdicts.includes('unknown') ? 'unknown' : 'met';
  return {
    name: of,
    unicode: of,
    registry: 'verisign',
    schedule: 'appendix-a',
    line,
    action: 'transfer',
    released: false,
    transferred,
    sinkholed,
    done,
    reverted: reverted === true,
    overdue: overdue === true,
    expiring: false,
    observedAt: at('2019-03-18T14:15:30Z'),
    findings: [finding(of, line * 2, SAYS[transferred][0]), finding(of, line * 2 + 1, SAYS[sinkholed][1])],
    notes: [],
  };
}

function rows(): readonly NameProgress[] {
  const found: NameProgress[] = [];
  const add = (wish: Omit<RowWish, 'name'>, howMany: number): void => {
    for (let i = 0; i < howMany; i++)
      found.push(row({ name: `name-${found.length + 1}.example`, ...wish }, found.length + 1));
  };
  add({ transferred: 'met', sinkholed: 'met' }, 72);
  add({ transferred: 'met', sinkholed: 'unmet' }, 4);
  add({ transferred: 'unmet', sinkholed: 'met' }, 5);
  add({ transferred: 'unmet', sinkholed: 'unmet', overdue: true }, 5);
  add({ transferred: 'unknown', sinkholed: 'met' }, 8);
  add({ transferred: 'unknown', sinkholed: 'unknown' }, 4);
  return found;
}

export function dueItem(wish: Partial<DueItem>): DueItem {
  return {
    recipient: 'afilias',
    recipientName: 'Afilias USA, Inc.',
    reach: 'ordered',
    order: 'tro',
    paragraph: '2(a)',
    open: 68,
    names: 68,
    deadline: DEADLINE,
    ...wish,
  };
}

export const PROGRESS: Progress = {
  caseId: 'phosphorus',
  asOf: at('2019-03-18T14:20:00Z'),
  lastRun: {
    id: '20190318T141502Z-7f3a',
    started: at('2019-03-18T14:15:02Z'),
    ended: at('2019-03-18T14:15:41Z'),
    simulated: false,
    names: 98,
    caseDigest: 'c0ffee',
    tool: 'takedown 0.1.0',
  },
  unfinished: [],
  totals: {
    ordered: 99,
    listed: 98,
    released: 0,
    transferred: tally(76, 10, 12),
    sinkholed: tally(85, 9, 4),
    done: tally(72, 14, 12),
    reverted: 1,
    overdue: 5,
    expiring: 0,
    neverChecked: 0,
  },
  unknowns: [
    { word: 'rate-limited', names: 12 },
    { word: 'timeout', names: 4 },
  ],
  names: rows(),
  attention: [
    { word: 'reverted', names: [name('microsoft-update.bid')], text: 'sinkholed on 17 Mar, now 203.0.113.9' },
    {
      word: 'stale-ds',
      names: [name('com-mailbox.com')],
      text: 'validating resolvers get SERVFAIL: ask VeriSign, Inc. to remove DS 4711',
    },
    {
      word: 'overdue',
      names: [name('confirm-identity.info')],
      text: 'transfer due Wed 20 Mar from Afilias USA, Inc. (ordered)',
    },
    {
      word: 'held',
      names: ['a.example', 'b.example', 'c.example', 'd.example', 'e.example'].map(name),
      text: 'on serverHold instead of delegated: ask Public Interest Registry to lift it',
    },
    { word: 'not-listed', names: [], text: 'appendix-a lists 98 names of the 99 that the order states' },
  ],
  registries: [
    {
      registry: 'verisign',
      title: 'VeriSign, Inc.',
      reach: 'ordered',
      names: 22,
      transferred: tally(22, 0, 0),
      sinkholed: tally(20, 2, 0),
      done: tally(20, 2, 0),
    },
    {
      registry: 'afilias',
      title: 'Afilias USA, Inc.',
      reach: 'ordered',
      names: 68,
      transferred: tally(54, 8, 6),
      sinkholed: tally(62, 4, 2),
      done: tally(52, 10, 6),
    },
    {
      registry: 'dotclub',
      title: 'Registry Services, LLC (formerly .CLUB Domains)',
      reach: 'requested',
      names: 7,
      transferred: tally(0, 2, 5),
      sinkholed: tally(3, 3, 1),
      done: tally(0, 2, 5),
    },
    {
      registry: '.test',
      title: '.test',
      reach: 'unlisted',
      names: 1,
      transferred: tally(0, 0, 1),
      sinkholed: tally(0, 0, 1),
      done: tally(0, 0, 1),
    },
  ],
  due: [
    dueItem({}),
    dueItem({ paragraph: '2(b)', open: 6 }),
    dueItem({ recipient: 'verisign', recipientName: 'VeriSign, Inc.', open: 0, names: 22 }),
    notRunning(),
  ],
  expiries: [
    {
      what: 'temporary restraining order (tro)',
      at: at('2019-03-29T20:00:00Z'),
      arithmetic: '14 days after entry Fri 15 Mar 2019',
    },
  ],
  paragraphs: [
    { order: 'tro', paragraph: '2(a)', inForce: true, requirements: 196, how: 'compiled' },
    { order: 'tro', paragraph: '2(b)', inForce: true, requirements: 196, how: 'compiled' },
    { order: 'tro', paragraph: '3', inForce: true, requirements: 0, how: 'attested by a person' },
  ],
};

function notRunning(): DueItem {
  const { deadline: _, ...item } = dueItem({
    recipient: 'dotclub',
    recipientName: 'Registry Services, LLC',
    reach: 'requested',
    open: 7,
  });
  return item;
}

/** The same case as it stands before anybody has looked anything up. */
/** Only runs of a clock that was ahead are there. */
export const stillToCome = (): Progress => ({
  ...UNCHECKED,
  ahead: { runs: { number: 1, first: at('2026-12-03T14:15:00Z') } },
  attention: [
    {
      word: 'still-to-come',
      names: [],
      text: "1 run from Thu 3 Dec 2026 14:15 UTC, not counted before then: is this machine's clock right?",
    },
  ],
});

export const UNCHECKED: Progress = (() => {
  const { lastRun: _, ...rest } = PROGRESS;
  const none = tally(0, 0, 98);
  return {
    ...rest,
    totals: {
      ...PROGRESS.totals,
      transferred: none,
      sinkholed: none,
      done: none,
      reverted: 0,
      overdue: 0,
      neverChecked: 98,
    },
    attention: [],
    registries: PROGRESS.registries.map((of) => ({
      ...of,
      transferred: tally(0, 0, of.names),
      sinkholed: tally(0, 0, of.names),
      done: tally(0, 0, of.names),
    })),
  };
})();
