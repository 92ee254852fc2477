// JUnit's XML, as Jenkins, GitLab and GitHub read it: a suite a case, a test a name and piece of relief. What is late or slipped
// back fails; what is unknown is skipped with its reason; what is undone and not due yet passes, and says so in its output.
import { show } from '../model/harmless.ts';
import type { Instant } from '../model/instant.ts';
import { type CiTest, testsOf, type UnknownAs } from './ci-outcome.ts';
import type { NameRow } from './documents.ts';

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
}

interface Counts {
  tests: number;
  failed: number;
  skipped: number;
  error: number;
}

/** Schemas of the format know no other elements and attributes than these; `time` is no lookup's, since many tests share one. */
export function* junitXml(suite: JunitSuite): Iterable<string> {
  const { asOf, checked, marks, rows, toolVersion } = suite;
  const counts: Counts = { tests: 0, failed: 0, skipped: 0, error: 0 };
  for (const { outcome } of testsOf(rows, suite)) {
    counts.tests += 1;
    if (outcome !== 'passed' && outcome !== 'waiting') counts[outcome] += 1;
  }
  yield* head(suite.case, counts, checked);
  const properties = [
    ['as-of', asOf],
    ['tool', `takedown ${toolVersion}`],
    ...marks.map((mark) => ['mark', mark] as const),
  ] as const;
  yield '    <properties>\n';
  for (const [name, value] of properties) yield `      <property name="${name}" value="${xml(value)}"/>\n`;
  yield '    </properties>\n';
  for (const test of testsOf(rows, suite)) yield testCase(suite.case, test);
  if (marks.length > 0) yield `    <system-out>${xml(marks.join(', '))}</system-out>\n`;
  yield FOOT;
}

/** Where there is nothing to report, since the command was stopped: one test that says why. */
export function* junitOfStop(
  about: string,
  stop: { readonly code: string; readonly message: string },
): Iterable<string> {
  yield* head(about, { tests: 1, failed: 0, skipped: 0, error: 1 }, undefined);
  const message = `message="${xml(stop.message)}" type="${xml(stop.code)}"`;
  yield `    <testcase classname="${xml(about)}" name="takedown" time="0"><error ${message}>${xml(stop.message)}</error></testcase>\n`;
  yield FOOT;
}

function* head(
  name: string,
  { tests, failed, skipped, error }: Counts,
  checked: Instant | undefined,
): Iterable<string> {
  const counts = `tests="${tests}" failures="${failed}" errors="${error}"`;
  const stamp = checked === undefined ? '' : ` timestamp="${checked}"`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="takedown" ${counts} time="0">\n`;
  yield `  <testsuite name="${xml(name)}" ${counts} skipped="${skipped}" time="0"${stamp}>\n`;
}

const FOOT = '  </testsuite>\n</testsuites>\n';

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

/** Of what `show` leaves, XML 1.0 allows all but the last two of each plane. */
function xml(text: string): string {
  return show(text)
    .replace(/[\ufffe\uffff]/g, '?')
    .replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
}
