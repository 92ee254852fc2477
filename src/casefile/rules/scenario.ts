// Whether a scenario is about this case: its registries, its names, its counts and its sinkhole's servers.
import { parseAddress } from '../../model/address.ts';
import type { Case } from '../../model/case/case.ts';
import { registryOperatorOf } from '../../model/case/party.ts';
import { registryHosts, type Scenario, type ScenarioStep } from '../../model/case/scenario.ts';
import { sinkholeDomainsOf } from '../../model/case/sinkhole.ts';
import { topLabel } from '../../model/name.ts';
import type { Problem } from '../../model/problem.ts';
import { suggestion } from '../nearest.ts';
import { problem } from '../problems.ts';
import type { ScenarioFile } from '../schema/scenario.ts';
import type { YamlReading } from '../yaml.ts';

type Reading = YamlReading<ScenarioFile>;

export function checkAgainstCase(scenario: Scenario, theCase: Case, reading: Reading): readonly Problem[] {
  const names = new Map(
    theCase.schedules.flatMap((schedule) =>
      schedule.names.map(({ registrable }) => [registrable, topLabel(registrable)]),
    ),
  );
  const sinkholes = new Set<string>(sinkholeDomainsOf(theCase).map(({ name }) => name));
  return [
    ...strangersBefore(scenario, new Set([...names.keys(), ...sinkholes]), reading),
    ...wrongSubjects(scenario, theCase, { names, sinkholes, reading }),
  ];
}

function strangersBefore(scenario: Scenario, names: ReadonlySet<string>, reading: Reading): readonly Problem[] {
  const strangers = Object.keys(scenario.before).filter((name) => !names.has(name));
  return strangers.map((name) =>
    problem('unknown-key', `"${name}" is no name of this case.`, {
      hint: suggestion(name, [...names], 'names'),
      place: reading.place(['before', name], 'key'),
    }),
  );
}

interface Known {
  /** Top-level label by name. */
  readonly names: ReadonlyMap<string, string>;
  /** Registrations that the sinkholes stand on: things happen to them too, each by itself. */
  readonly sinkholes: ReadonlySet<string>;
  readonly reading: Reading;
}

function wrongSubjects(scenario: Scenario, theCase: Case, { names, sinkholes, reading }: Known): readonly Problem[] {
  // A server whose name could not be read may be the one that is meant.
  const hosts = reading.whole(['registries']) ? hostsOf(scenario, theCase, names) : undefined;
  return scenario.days.flatMap(({ steps }, index) =>
    steps.flatMap((step) => {
      if (step.step === 'names' && sinkholes.has(step.subject)) return [];
      const place = reading.place(['days', index, step.subject], 'key');
      return wrongSubject(step, theCase, { names, hosts }).map(({ says, hint }) =>
        problem('unknown-key', says, hint === undefined ? { place } : { place, hint }),
      );
    }),
  );
}

interface Subjects {
  readonly names: ReadonlyMap<string, string>;
  /** Absent where they are not all known. */
  readonly hosts: readonly string[] | undefined;
}

interface Wrong {
  readonly says: string;
  readonly hint?: string;
}

function wrongSubject(step: ScenarioStep, theCase: Case, { names, hosts: known }: Subjects): readonly Wrong[] {
  const { subject } = step;
  if (step.step === 'server') return [...strangers(step, names), ...wrongHost(subject, known)];
  if (names.has(subject)) return [];
  const tlds = [...new Set(names.values())];
  const registries = theCase.recipients.filter(({ role }) => role === 'registry-operator').map(({ id }) => id);
  const subjects = [...registries, ...tlds.map((tld) => `.${tld}`)];
  if (!subjects.includes(subject)) {
    const known = subject.includes('.') && !subject.startsWith('.') ? [...names.keys()] : subjects;
    return [
      { says: `"${subject}" is no registry and no name of this case.`, hint: suggestion(subject, known, 'subjects') },
    ];
  }
  const own = [...names].filter(([, tld]) => isRunBy(theCase, subject, tld)).length;
  return [...strangers(step, names), ...wrongCount(step, own)];
}

/** Servers that the case or the scenario names. */
function hostsOf(scenario: Scenario, theCase: Case, names: ReadonlyMap<string, string>): readonly string[] {
  const sinkholes = Object.values(theCase.sinkholes).flatMap(({ nameServers }) => nameServers);
  const registries = [...new Set(names.values())].flatMap((tld) => {
    const operator = registryOperatorOf(theCase.recipients, tld);
    const setup = scenario.registries[operator?.id ?? `.${tld}`];
    return Object.values(registryHosts(setup, operator?.tlds[0] ?? tld));
  });
  return [...new Set([...sinkholes, ...registries])];
}

/** Reserved names and addresses are the rehearsal's own servers; which there are is its affair. */
function wrongHost(host: string, known: readonly string[] | undefined): readonly Wrong[] {
  if (
    known === undefined ||
    known.includes(host) ||
    /\.(?:example|test)$/.test(host) ||
    parseAddress(host) !== undefined
  )
    return [];
  return [{ says: `"${host}" is no server of this rehearsal.`, hint: suggestion(host, known, 'servers') }];
}

function isRunBy(theCase: Case, subject: string, tld: string): boolean {
  return subject === `.${tld}` || registryOperatorOf(theCase.recipients, tld)?.id === subject;
}

function strangers(step: ScenarioStep, names: ReadonlyMap<string, string>): readonly Wrong[] {
  const named = step.names.choice === 'named' ? step.names.names : [];
  return [...named, ...step.but]
    .filter((name) => !names.has(name))
    .map((name) => ({
      says: `"${name}" is no name of this case.`,
      hint: suggestion(name, [...names.keys()], 'names'),
    }));
}

function wrongCount({ subject, names }: ScenarioStep, own: number): readonly Wrong[] {
  if (names.choice !== 'first' || names.of === undefined || names.of === own) return [];
  return [
    { says: `"${subject}" has ${own} names in this case, not ${names.of}.`, hint: `Write ${names.count} of ${own}.` },
  ];
}
