// One host at one delegated server, judged against the sinkhole's prefixes: a step of `resolves-to`.
import type { Address } from '../model/address.ts';
import { FAILURES, type FailureKind } from '../model/seen/failure.ts';
import type { AddressAnswer, Host, HostAnswers } from '../model/seen/observation.ts';

export type HostVerdict =
  | { readonly says: 'inside' }
  | { readonly says: 'outside'; readonly address: Address }
  /** Neither A nor AAAA. */
  | { readonly says: 'nothing' }
  | { readonly says: 'unclear'; readonly failure: FailureKind; readonly type: 'A' | 'AAAA' };

const INSIDE: HostVerdict = { says: 'inside' };
const NOTHING: HostVerdict = { says: 'nothing' };

/** An address outside is definite whatever the other type did; a missing answer hides what it would have said. */
export function judgeHost(answers: HostAnswers[Host], holds: (address: Address) => boolean): HostVerdict {
  const outside = outsider(answers.a, holds) ?? outsider(answers.aaaa, holds);
  if (outside !== undefined) return { says: 'outside', address: outside };
  if (answers.a.answer === 'failure') return { says: 'unclear', failure: answers.a.failure, type: 'A' };
  if (answers.aaaa.answer === 'failure') return { says: 'unclear', failure: answers.aaaa.failure, type: 'AAAA' };
  return hasAddress(answers.a) || hasAddress(answers.aaaa) ? INSIDE : NOTHING;
}

export function hostText(host: Host): string {
  return host === 'random' ? 'a random label' : host === 'apex' ? 'the name itself' : host;
}

export function failureText(verdict: HostVerdict & { readonly says: 'unclear' }): string {
  return `${FAILURES[verdict.failure]} (${verdict.type})`;
}

function outsider(answer: AddressAnswer, holds: (address: Address) => boolean): Address | undefined {
  return answer.answer === 'addresses' ? answer.addresses.find((address) => !holds(address)) : undefined;
}

function hasAddress(answer: AddressAnswer): boolean {
  return answer.answer === 'addresses' && answer.addresses.length > 0;
}
