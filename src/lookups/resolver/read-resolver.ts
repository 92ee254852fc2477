// What one resolver's answers come to: its observation's outcome out of everything that was heard from it. Pure, so that the
// same octets give the same facts again.
import type { Name } from '../../model/name.ts';
import type { AddressAnswer, Outcome, ResolverFacts, Sampled } from '../../model/seen/observation.ts';
import { extendedErrorsOf } from '../dns/codec/message.ts';
import { lowerName } from '../dns/codec/names.ts';
import { RCODES } from '../dns/codec/types.ts';
import type { Heard } from '../heard/heard.ts';
import { failedAnswer, hostAnswers, TOO_LONG } from '../heard/hosts-asked.ts';
import { isAnswered, isTelling, readAddress, readDsKept, readNameServers } from './read-resolved.ts';
import { type ResolverQuestion, resolverQuestions } from './resolver-questions.ts';

interface FromResolver {
  readonly name: Name;
  /** The random label under which it was asked. */
  readonly label: string;
  /** In the order in which it was asked. */
  readonly heard: readonly Heard[];
}

export function readResolver({ name, label, heard }: FromResolver): Outcome<'resolver'> {
  const checked = heard.filter(({ checkingDisabled }) => !checkingDisabled);
  const questions = resolverQuestions(name, label).map((question) => ({
    ...question,
    heard: checked.filter(({ type, name: asked }) => type === question.type && asked === lowered(question)),
  }));
  const answers = questions.slice(0, -2).map(answerOf);
  const [nameServers, ds] = questions.slice(-2);
  const first = questions[0]?.heard[0];
  const [apex] = answers;
  if (first === undefined || (apex?.answer === 'failure' && !isAnswered(first))) {
    const { failure, detail = '' } = apex?.answer === 'failure' ? apex : NOT_ASKED;
    return { outcome: 'failure', failure, detail };
  }
  const facts: ResolverFacts = {
    hosts: hostAnswers(answers),
    validated: first.answer.ok && first.answer.message.authenticData,
    ...uncheckedIn(heard.find(({ checkingDisabled }) => checkingDisabled)),
    ...extendedErrorsIn(checked),
    ...present('nameServers', read(nameServers, readNameServers)),
    ...present('ds', read(ds, readDsKept)),
    ...present('samples', samplesIn(questions)),
  };
  return { outcome: 'facts', facts };
}

interface Asked extends ResolverQuestion {
  /** Every answer to it; the first one is its answer, the others are samples. */
  readonly heard: readonly Heard[];
}

const NOT_ASKED = { failure: 'not-asked', detail: 'not asked' } as const;

function lowered({ name }: ResolverQuestion): string | undefined {
  return name === undefined ? undefined : lowerName(name);
}

function answerOf({ name, heard }: Asked): AddressAnswer {
  const [first] = heard;
  if (name === undefined) return TOO_LONG;
  return first === undefined ? failedAnswer(NOT_ASKED.failure, NOT_ASKED.detail) : readAddress(first);
}

function read<T>(asked: Asked | undefined, reader: (heard: Heard) => T | undefined): T | undefined {
  const first = asked?.heard[0];
  return first === undefined ? undefined : reader(first);
}

function present<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}

/** Absent when that question had no answer: then it is not known whether DNSSEC is the cause. */
function uncheckedIn(heard: Heard | undefined): Pick<ResolverFacts, 'answersUnchecked'> {
  if (heard === undefined || !heard.answer.ok) return {};
  const { rcode } = heard.answer.message;
  return { answersUnchecked: rcode === RCODES.NOERROR || rcode === RCODES.NXDOMAIN };
}

function extendedErrorsIn(heard: readonly Heard[]): Pick<ResolverFacts, 'extendedErrors'> {
  const messages = heard.flatMap(({ answer }) => (answer.ok ? [answer.message] : []));
  const codes = new Set(messages.flatMap((message) => extendedErrorsOf(message).map(({ code }) => code)));
  return codes.size === 0 ? {} : { extendedErrors: [...codes].sort((a, b) => a - b) };
}

/**
 * Every question that was answered more than once. A later answer counts as long as it says the same as the first one; silence
 * is none, and does not show that an answer is gone.
 */
function samplesIn(questions: readonly Asked[]): readonly Sampled[] | undefined {
  const samples = questions.flatMap(({ of, heard }): Sampled[] => {
    const told = heard.filter(isTelling);
    if (told.length < 2) return [];
    const values = told.map((one) => ({ at: one.at, ...contentOf(of, one) }));
    const said = values[0]?.said;
    const seen = values.map(({ at, ttl, said: text }) => ({
      at,
      ...(ttl === undefined || text !== said ? {} : { ttl }),
    }));
    return [{ of, seen }];
  });
  return samples.length === 0 ? undefined : samples;
}

function contentOf(of: Sampled['of'], heard: Heard): { readonly said?: string; readonly ttl?: number } {
  if (of === 'name-servers') return lived(readNameServers(heard), ({ names }) => names.join(' '));
  if (of === 'ds') return lived(readDsKept(heard), ({ records }) => JSON.stringify(records));
  const answer = readAddress(heard);
  return answer.answer === 'addresses' ? { said: answer.addresses.join(' '), ttl: answer.ttl } : {};
}

function lived<T extends { readonly ttl?: number }>(
  value: T | undefined,
  said: (value: T) => string,
): { readonly said?: string; readonly ttl?: number } {
  if (value === undefined) return {};
  return { said: said(value), ...(value.ttl === undefined ? {} : { ttl: value.ttl }) };
}
