// JUnit's XML, as Jenkins, GitLab and GitHub read it: a suite a case, a test a name and piece of relief. What is late or slipped
// back fails; what is unknown is skipped with its reason; what is undone and not due yet passes, and says so in its output.

import type { Instant } from '../../model/instant.ts';
import { show } from '../../model/text/harmless.ts';
import type { NameRow } from '../documents.ts';
import { type CiTest, testsOf, type UnknownAs } from './outcome.ts';

export interface JunitSuite {
  readonly case: string;
  /** `illustrative`, `SIMULATED NETWORK`. */
  readonly marks: readonly string[];
  readonly asOf: Instant;
  /** When the newest run ended; absent: nothing was ever looked up. */
  readonly checked?: Instant;
  readonly toolVersion: string;
  /** Gone through twice: the counts stand in front of the tests. */
  readonly rows: Iterable<NameRow>;
  readonly unknownAs: UnknownAs;
  /** What is told of the suite besides; absent: nothing. */
  readonly properties?: readonly (readonly [name: string, value: string])[];
}

/** A case of which nothing can be told, and why. */
interface JunitStop {
  readonly about: string;
  readonly code: string;
  readonly message: string;
}

interface Counts {
  tests: number;
  failed: number;
  skipped: number;
  error: number;
}

export function junitXml(suite: JunitSuite): Iterable<string> {
  return junitDocument([suite]);
}

/** Where there is nothing to report, since the command was stopped: one test that says why. */
export function junitOfStop(about: string, { code, message }: Omit<JunitStop, 'about'>): Iterable<string> {
  return junitDocument([], [{ about, code, message }]);
}

/** Schemas of the format know no other elements and attributes than these; `time` is no lookup's, since many tests share one. */
export function* junitDocument(suites: readonly JunitSuite[], stops: readonly JunitStop[] = []): Iterable<string> {
  const counted = suites.map((suite) => ({ suite, counts: countsOf(suite) }));
  const all = [...counted.map(({ counts }) => counts), ...stops.map(() => STOPPED)];
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="takedown" ${countsText(sumOf(all))} time="0">\n`;
  for (const { suite, counts } of counted) yield* suiteXml(suite, counts);
  for (const stop of stops) yield* stopXml(stop);
  yield '</testsuites>\n';
}

function* suiteXml(suite: JunitSuite, counts: Counts): Iterable<string> {
  const { asOf, checked, marks, rows, toolVersion } = suite;
  yield head(suite.case, counts, checked);
  const properties = [
    ['as-of', asOf],
    ['tool', `takedown ${toolVersion}`],
    ...marks.map((mark) => ['mark', mark] as const),
    ...(suite.properties ?? []),
  ] as const;
  yield '    <properties>\n';
  for (const [name, value] of properties) yield `      <property name="${name}" value="${xml(value)}"/>\n`;
  yield '    </properties>\n';
  for (const test of testsOf(rows, suite)) yield testCase(suite.case, test);
  if (marks.length > 0) yield `    <system-out>${xml(marks.join(', '))}</system-out>\n`;
  yield FOOT;
}

function countsOf(suite: JunitSuite): Counts {
  const counts: Counts = { tests: 0, failed: 0, skipped: 0, error: 0 };
  for (const { outcome } of testsOf(suite.rows, suite)) {
    counts.tests += 1;
    if (outcome !== 'passed' && outcome !== 'waiting') counts[outcome] += 1;
  }
  return counts;
}

const STOPPED: Counts = { tests: 1, failed: 0, skipped: 0, error: 1 };

function sumOf(all: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0);
  return { tests: sum('tests'), failed: sum('failed'), skipped: sum('skipped'), error: sum('error') };
}

function* stopXml({ about, code, message: said }: JunitStop): Iterable<string> {
  yield head(about, STOPPED, undefined);
  const message = `message="${xml(said)}" type="${xml(code)}"`;
  yield `    <testcase classname="${xml(about)}" name="takedown" time="0"><error ${message}>${xml(said)}</error></testcase>\n`;
  yield FOOT;
}

function head(name: string, counts: Counts, checked: Instant | undefined): string {
  const stamp = checked === undefined ? '' : ` timestamp="${checked}"`;
  const { skipped } = counts;
  return `  <testsuite name="${xml(name)}" ${countsText(counts)} skipped="${skipped}" time="0"${stamp}>\n`;
}

function countsText({ tests, failed, error }: Counts): string {
  return `tests="${tests}" failures="${failed}" errors="${error}"`;
}

const FOOT = '  </testsuite>\n';

function testCase(about: string, { name, group, outcome, word, reason }: CiTest): string {
  const start = `    <testcase classname="${xml(`${about}.${group}`)}" name="${xml(name)}" time="0"`;
  const said = `${word}: ${reason}`;
  switch (outcome) {
    case 'passed':
      return `${start}/>\n`;
    case 'waiting':
      return `${start}><system-out>${xml(`not yet due; ${said}`)}</system-out></testcase>\n`;
    case 'failed':
      return `${start}>${element('failure', word, said)}</testcase>\n`;
    case 'error':
      return `${start}>${element('error', word, said)}</testcase>\n`;
    case 'skipped':
      return `${start}>${element('skipped', word, said)}</testcase>\n`;
    default:
      return outcome satisfies never;
  }
}

/** The sentence twice: some readers show the attribute, some the text. */
function element(name: string, type: string, said: string): string {
  return `<${name} type="${xml(type)}" message="${xml(said)}">${xml(said)}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Printable ASCII that stands for itself, as nearly all of it is. */
const PLAIN = /^[ !#-%(-;=?-~]*$/;

/** Of what `show` leaves, XML 1.0 allows all but the last two of each plane. */
function xml(text: string): string {
  if (PLAIN.test(text)) return text;
  return show(text)
    .replace(/[\ufffe\uffff]/g, '?')
    .replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
}
