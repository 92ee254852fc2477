// The other cases of a workspace as a look before service compares them: which names they list, and where those were last seen to
// be served. One that cannot be read is named, and hides none of the others.

import { sealInForce } from '../../model/case/seal.ts';
import type { Instant } from '../../model/instant.ts';
import type { OtherCase } from '../../precheck/other-case.ts';
import { serversSeen } from '../../precheck/precheck.ts';
import { openRecord } from '../../store/runs/record.ts';
import { type CasePaths, caseIds, casePaths, type Workspace } from '../../store/workspace.ts';
import { whyUnread } from '../unread.ts';
import { caseIn, type LoadedCase } from '../workspace.ts';

interface OtherCases {
  readonly others: readonly OtherCase[];
  readonly unread: readonly string[];
}

interface Beside {
  readonly workspace: Workspace;
  readonly paths: CasePaths;
  readonly loaded: LoadedCase;
  readonly asOf: Instant;
  /** The working folder. */
  readonly from: string;
}

export async function otherCases(beside: Beside): Promise<OtherCases> {
  const others: OtherCase[] = [];
  const unread: string[] = [];
  for (const id of caseIds(beside.workspace)) {
    const paths = id === beside.paths.id ? undefined : casePaths(beside.workspace, id);
    if (paths === undefined) continue;
    try {
      const other = await readOther(paths, beside);
      if (other !== undefined) others.push(other);
    } catch (error) {
      if (whyUnread(error) === undefined) throw error;
      unread.push(id);
    }
  }
  return { others, unread };
}

/** A rehearsal is compared with nothing real, nor the other way round. */
async function readOther(paths: CasePaths, { loaded, asOf, from }: Beside): Promise<OtherCase | undefined> {
  const { theCase } = await caseIn(paths, { quick: true, from });
  if (theCase.rehearsal !== loaded.theCase.rehearsal) return undefined;
  const lists = new Set(theCase.schedules.flatMap(({ names }) => names.map(({ name }) => name)));
  const record = openRecord({ paths, asOf, journal: [] });
  const servers: OtherCase['servers'][number][] = [];
  for (const { name, observations } of record.latest()) {
    const nameServers = serversSeen(observations);
    if (lists.has(name) && nameServers.length > 0) servers.push({ name, nameServers });
  }
  return { id: paths.id, sealed: sealInForce(theCase, asOf) !== undefined, lists, servers };
}
