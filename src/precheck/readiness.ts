// Whether traffic would arrive at the sinkhole: the name's own requirement is judged as if the parent zone delegated it as ordered,
// by what the sinkhole's servers said. So there is one logic for before and after.

import type { Sinkhole } from '../model/case/sinkhole.ts';
import type { Dossier } from '../model/judged/dossier.ts';
import type { PrecheckFinding, Readiness } from '../model/judged/precheck.ts';
import type { Requirement } from '../model/judged/requirement.ts';
import { nameServerSet } from '../model/seen/delegation.ts';
import type { Observation, ObservationOf } from '../model/seen/observation.ts';
import { known } from '../progress/facts.ts';
import { judge } from '../progress/judge.ts';
import { serversOf } from '../progress/server-facts.ts';
import type { Ours } from '../progress/zone-judging.ts';
import { zoneNotes } from '../progress/zone-notes.ts';
import { found } from './found.ts';

interface ReadinessQuestion {
  readonly dossier: Dossier;
  readonly observations: readonly Observation[];
  readonly requirements: readonly Requirement[];
  readonly sinkholes: readonly Sinkhole[];
  readonly ours: Ours;
}

interface Readied {
  readonly sinkhole: Readiness;
  readonly findings: readonly PrecheckFinding[];
}

/** What a sinkhole has to do with: whether the parent delegates, and locks, is for later. */
const AT_THE_SINKHOLE: ReadonlySet<string> = new Set(['resolves-to', 'mail-stopped']);

export function readinessOf(question: ReadinessQuestion): Readied {
  const { observations, requirements, sinkholes } = question;
  if (sinkholes.length === 0) return { sinkhole: 'not-ordered', findings: [] };
  const seen = observations.filter((one): one is ObservationOf<'sinkhole'> => one.lookup === 'sinkhole');
  if (seen.length === 0) return { sinkhole: 'not-asked', findings: [] };
  const would = asIfDelegated(question, seen);
  const asked = requirements.filter(({ clause }) => AT_THE_SINKHOLE.has(clause.relief));
  const judged = judge(asked, would);
  const wrong = judged.filter(({ verdict }) => verdict === 'unmet');
  const lame = would.servers.filter(({ answers }) => !answers.known && answers.word === 'lame');
  const unclear = judged.filter(({ verdict }) => verdict === 'unknown');
  const silent = would.servers.filter(({ answers }) => !answers.known && answers.word !== 'lame');
  const findings = [
    ...first('sinkhole-not-ready', wrong),
    ...(wrong.length > 0 ? [] : first('sinkhole-not-ready', lame.map(notServing))),
    ...first('sinkhole-not-seen', unclear),
    ...(unclear.length > 0 ? [] : first('sinkhole-not-seen', silent.map(notHeard))),
    ...zoneNotes(would, question.ours).map(({ text, citations }) => found('sinkhole-remark', text, citations)),
  ];
  const words = new Set(findings.map(({ word }) => word));
  if (words.has('sinkhole-not-ready')) return { sinkhole: 'not-ready', findings };
  return { sinkhole: words.has('sinkhole-not-seen') ? 'unknown' : 'ready', findings };
}

function asIfDelegated({ dossier, sinkholes }: ReadinessQuestion, seen: readonly ObservationOf<'sinkhole'>[]): Dossier {
  const nameServers = nameServerSet(sinkholes.flatMap((one) => one.nameServers));
  const delegation = known({ zone: '', nameServers, glue: {} }, []);
  const of = seen[0]?.of ?? seen.length;
  const group = { observations: seen, missing: Math.max(0, of - seen.length) };
  const unsigned = known([], []);
  return { ...dossier, delegation, ds: unsigned, servers: serversOf(group, delegation), resolvers: [], parents: [] };
}

type Said = Pick<PrecheckFinding, 'citations'> & { readonly reason: string };

/** One sentence tells it; every server stands in the table. */
function first(word: 'sinkhole-not-ready' | 'sinkhole-not-seen', all: readonly Said[]): readonly PrecheckFinding[] {
  const [one] = all;
  return one === undefined ? [] : [found(word, one.reason, one.citations)];
}

function notServing({ server, answers }: Dossier['servers'][number]): Said {
  return { reason: `${server} does not answer for the zone`, citations: answers.citations };
}

function notHeard({ server, answers }: Dossier['servers'][number]): Said {
  return { reason: `${server}: ${answers.known ? 'not asked' : answers.reason}`, citations: answers.citations };
}
