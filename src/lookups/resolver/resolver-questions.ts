// What a resolver is asked about a name: its six host questions, whom it takes for the name's servers, and the DS that it
// goes by. Each has one word by which it can be asked again.
import type { Name } from '../../model/name.ts';
import type { SampledQuestion } from '../../model/seen/observation.ts';
import { TYPES } from '../dns/codec/types.ts';
import { hostQuestions } from '../heard/hosts-asked.ts';

export interface ResolverQuestion {
  readonly of: SampledQuestion;
  /** Absent when the name would be longer than a name may be. */
  readonly name?: string;
  readonly type: number;
}

/** Why a question is put with checking disabled (CD); kept with its exchange. */
export const UNCHECKED = 'SERVFAIL: asked again with checking disabled';

/** Apex A first: whoever does not answer that is asked nothing more. */
export function resolverQuestions(name: Name, label: string): readonly ResolverQuestion[] {
  const hosts = hostQuestions(name, label).map(({ host, field, ...question }): ResolverQuestion => {
    return { of: `${host} ${field}`, ...question };
  });
  return [...hosts, { of: 'name-servers', name, type: TYPES.NS }, { of: 'ds', name, type: TYPES.DS }];
}
