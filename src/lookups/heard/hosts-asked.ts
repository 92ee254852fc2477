// The six address questions about a name: A and AAAA of the name itself, of `www` under it and of a random label, which
// shows a wildcard. The same for authoritative servers and for resolvers.

import type { Name } from '../../model/name.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import {
  type AddressAnswer,
  type AddressPair,
  HOSTS,
  type Host,
  type HostAnswers,
} from '../../model/seen/observation.ts';
import { TYPES } from '../dns/codec/types.ts';

export interface HostQuestion {
  readonly host: Host;
  readonly field: 'a' | 'aaaa';
  /** Absent when the name would be longer than a name may be (RFC 1035 section 2.3.4). */
  readonly name?: string;
  readonly type: number;
}

/** As text, without the root. */
const LONGEST_NAME = 253;

/** Apex A first: whoever does not answer that is asked nothing more. */
export function hostQuestions(name: Name, label: string): readonly HostQuestion[] {
  const names: Readonly<Record<Host, string>> = { apex: name, www: `www.${name}`, random: `${label}.${name}` };
  return HOSTS.flatMap((host) =>
    (['a', 'aaaa'] as const).map((field) => ({
      host,
      field,
      type: field === 'a' ? TYPES.A : TYPES.AAAA,
      ...(names[host].length > LONGEST_NAME ? {} : { name: names[host] }),
    })),
  );
}

/** A second label made of the first, so that whoever knows one knows both. */
function otherLabel(label: string): string {
  return [...label].reverse().join('');
}

/** The two questions about a second random label. */
export function otherQuestions(name: Name, label: string): readonly HostQuestion[] {
  return hostQuestions(name, otherLabel(label)).filter(({ host }) => host === 'random');
}

export function questionText(name: Name, label: string): string {
  return `A AAAA ${name} www.${name} ${label}.${name}`;
}

export const TOO_LONG: AddressAnswer = failedAnswer('not-asked', 'the host name would be too long');

export function failedAnswer(failure: FailureKind, detail: string): AddressAnswer {
  return { answer: 'failure', failure, detail };
}

/** Answers in the order of `otherQuestions`. */
export function otherAnswers([a, aaaa]: readonly AddressAnswer[]): AddressPair {
  const none = failedAnswer('not-asked', 'not asked');
  return { a: a ?? none, aaaa: aaaa ?? none };
}

/** Answers in the order of `hostQuestions`. */
export function hostAnswers(answers: readonly AddressAnswer[]): HostAnswers {
  const at = (index: number) => answers[index] ?? failedAnswer('not-asked', 'not asked');
  const pair = (index: number) => ({ a: at(index), aaaa: at(index + 1) });
  return { apex: pair(0), www: pair(2), random: pair(4) };
}

/** The random label, out of the words of `questionText`. */
export function labelIn(question: string, name: Name): string | undefined {
  const hosts = question.split(/[\s;]+/).filter((word) => word.endsWith(`.${name}`) && word !== `www.${name}`);
  return hosts[0]?.slice(0, -(name.length + 1));
}
