// The seal that holds for a name which is looked up outside a check: that of every case of the workspace that has the name.
import type { Case } from '../model/case/case.ts';
import { type SealInForce, sealInForce } from '../model/case/seal.ts';
import type { Instant } from '../model/instant.ts';
import type { Name } from '../model/name.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { loadCase } from '../store/case/load.ts';
import { readSource } from '../store/sources.ts';
import { type CasePaths, caseIds, casePaths, type Workspace } from '../store/workspace.ts';
import { cacheOf } from './cache.ts';
import type { Asking } from './network.ts';

export interface HeldName {
  /** Ids of the sealed cases that have the name, or the name that it lies under. */
  readonly cases: readonly string[];
  /** The end of the seal that lasts longest. */
  readonly until: Instant;
  readonly seal: SealInForce;
  readonly as: 'registrable' | 'host';
}

/** `undefined` for a name that no sealed case has. Simulated and real never mix: of a simulated network only rehearsals count. */
export async function openSeals(
  workspace: Workspace | undefined,
  asking: Asking,
): Promise<(name: Name) => HeldName | undefined> {
  const at = asking.context.clock.now();
  const cases = workspace === undefined ? [] : await sealedCases(workspace, asking, at);
  return (name) => held(name, cases, at);
}

async function sealedCases(workspace: Workspace, asking: Asking, at: Instant): Promise<readonly Case[]> {
  const { context, network } = asking;
  const found: Case[] = [];
  for (const id of caseIds(workspace)) {
    const paths = casePaths(workspace, id);
    if (paths === undefined || !namesASeal(paths, context.folder)) continue;
    const cache = cacheOf(context);
    const loaded = await loadCase(paths, { quick: true, from: context.folder, ...(cache && { cache }) });
    if (!loaded.ok) throw unreadable(id);
    const { value } = loaded;
    if (value.rehearsal === network.simulated && sealInForce(value, at) !== undefined) found.push(value);
  }
  return found;
}

/** Most cases have none, and need not be read for this. What stands in a comment is none. True where nobody can tell. */
function namesASeal({ caseFile }: CasePaths, from: string): boolean {
  const source = readSource(caseFile, from);
  if (source === undefined) return true;
  const lines = new TextDecoder().decode(source.octets).split('\n');
  return lines.some((line) => !line.trimStart().startsWith('#') && line.includes('seal'));
}

function unreadable(id: string): TakedownError {
  return new TakedownError('guard', {
    code: 'seal-not-known',
    message: `The case ${id} speaks of a seal and has problems: nobody can tell which names it is about.`,
    hint: `Mend it first: takedown validate ${id}`,
  });
}

function held(name: Name, cases: readonly Case[], at: Instant): HeldName | undefined {
  const having = cases.filter((one) => scheduledIn(one, name) !== undefined);
  const seals = having.flatMap((one) => sealInForce(one, at) ?? []);
  const [first, ...others] = seals;
  if (first === undefined) return undefined;
  const scheduled = having.flatMap((one) => scheduledIn(one, name) ?? []);
  return {
    cases: having.map(({ id }) => id),
    until: having.flatMap(({ seal }) => seal?.until ?? []).reduce((a, b) => (a > b ? a : b)),
    seal: {
      allows: (touch) => seals.every((seal) => seal.allows(touch)),
      sinkholes: new Set(
        [...first.sinkholes].filter((server) => others.every(({ sinkholes }) => sinkholes.has(server))),
      ),
    },
    as: scheduled.some((one) => one.name === name && one.registrable === name) ? 'registrable' : 'host',
  };
}

/** The name itself, or the one that it lies under: its servers are the same. */
function scheduledIn({ schedules }: Case, name: Name) {
  return schedules.flatMap(({ names }) => names).find((one) => name === one.name || name.endsWith(`.${one.name}`));
}
