// A case before service as literals: one order over a few names, and what a look saw of them.
import type { Case } from '../../src/model/case/case.ts';
import type { PrecheckRow } from '../../src/model/judged/precheck.ts';
import type { Sighted } from '../../src/model/judged/record.ts';
import type { Observation, RegistrationFacts } from '../../src/model/seen/observation.ts';
import type { OtherCase } from '../../src/precheck/other-case.ts';
import { precheckOf } from '../../src/precheck/precheck.ts';
import { ANSWERS, failed, REGISTRATION, saw } from '../progress/sightings.ts';
import { aCase, NS1, NS2, scheduled } from '../relief/literals.ts';
import { at, name } from '../support/values.ts';

export const ENDED = at('2019-03-18T14:16:02Z');

export const RUN = {
  id: '20190318T141502Z-7f3a',
  started: at('2019-03-18T14:15:02Z'),
  ended: ENDED,
  simulated: false,
  names: 1,
  caseDigest: 'x',
  tool: 't',
  purpose: 'precheck',
} as const;

const HELD_BY_A_STRANGER: Partial<RegistrationFacts> = {
  registrar: { name: 'Harbour Names Ltd', ianaId: 90001 },
  registrant: { shown: 'stated', organisation: 'Somebody' },
  statuses: ['clientTransferProhibited'],
  created: at('2018-03-01T00:00:00Z'),
  expires: at('2021-01-01T00:00:00Z'),
};

export interface Seen {
  readonly rdap?: Partial<RegistrationFacts>;
  readonly nameServers?: readonly string[];
  /** What each of the two servers of the sinkhole did. */
  readonly sinkhole?: readonly ('answers' | 'lame' | 'timeout')[];
  readonly further?: readonly Observation[];
}

/** A stranger's name, in order, with the sinkhole ready for it. */
export function seen(
  text: string,
  { rdap, nameServers, sinkhole = ['answers', 'answers'], further = [] }: Seen = {},
): Sighted {
  const about = { name: name(text) };
  const servers = [NS1, NS2].map((server, index) => {
    const asked = { ...about, of: 2, server: `${server} 192.0.2.${53 + index}` };
    const did = sinkhole[index] ?? 'answers';
    if (did !== 'answers') return failed('sinkhole', did, asked);
    return saw('sinkhole', { ...ANSWERS, nameServer: server }, asked);
  });
  const registration = { ...REGISTRATION, ...HELD_BY_A_STRANGER, ...rdap };
  const parents = (nameServers ?? ['ns1.host.net', 'ns2.host.net']).map(name);
  return {
    name: about.name,
    observations: [
      saw('rdap-registry', registration, about),
      saw('delegation', { zone: 'example', nameServers: parents, glue: {}, ds: [] }, about),
      ...servers,
      ...further,
    ],
  };
}

/** The registration that the sinkhole stands on: far from its end, and locked. */
export function sinkholeDomain(rdap: Partial<RegistrationFacts> = {}): Sighted {
  const about = { name: name('sinkhole.example') };
  return { ...about, observations: [saw('rdap-registry', { ...REGISTRATION, ...rdap }, about)] };
}

export interface Situation {
  readonly domain?: readonly Sighted[];
  readonly theCase?: Case;
  readonly others?: readonly OtherCase[];
  readonly standing?: (text: string) => 'suffix' | 'shared' | 'ordinary';
}

export function look(
  sighted: readonly Sighted[],
  { theCase, others = [], standing, domain = [sinkholeDomain()] }: Situation = {},
) {
  return precheckOf({
    theCase: theCase ?? caseOf(...sighted.map((one) => one.name)),
    latest: () => [...sighted, ...domain],
    run: RUN,
    standingOf: standing ?? (() => 'ordinary'),
    others,
    unread: [],
  });
}

export function caseOf(...names: readonly string[]): Case {
  return aCase({ schedules: [{ id: 'appendix-a', file: 'appendix-a.txt', names: scheduled(...names) }] });
}

export function words(row: PrecheckRow | undefined): readonly string[] {
  return row?.findings.map(({ word }) => word) ?? [];
}

/** The words of the one name of which this was seen. */
export function wordsOf(parts: Seen, situation: Situation = {}): readonly string[] {
  return words(look([seen('one.example', parts)], situation).names[0]);
}
