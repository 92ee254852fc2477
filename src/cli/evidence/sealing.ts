// `evidence seal`: a time stamp (RFC 3161) over a run that is whole and as it was written. What leaves the machine is a digest and
// a number drawn at random, to whom the person or the settings name; what comes back is judged before it is kept.
import { makeGuard } from '../../lookups/guard.ts';
import { resolveHost } from '../../lookups/hosts.ts';
import { type Instant, millisecondsOf } from '../../model/instant.ts';
import type { StampSeen } from '../../model/seen/time-stamp.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { askForStamp, noStamp } from '../../post/time-stamp.ts';
import { judgeStamp } from '../../stamps/judge.ts';
import { type CertificateRead, LARGEST_STAMP } from '../../stamps/read.ts';
import { nonceOf, stampRequest } from '../../stamps/request.ts';
import { wholeRunIn } from '../../store/runs/list.ts';
import { isAsWritten } from '../../store/runs/pieces.ts';
import { digestsOfRun, keepStamp, stampsThere } from '../../store/runs/stamps.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Asking } from '../network.ts';
import { CLOCKS_APART } from './stamps-judged.ts';

interface SealOrder {
  readonly paths: CasePaths;
  readonly run: string;
  readonly asking: Asking;
  readonly authority: URL;
  /** Absent: the stamp is kept without knowing who vouches for its signer. */
  readonly trusted?: readonly CertificateRead[];
  readonly policy?: string;
  /** Also where the run has a stamp already. */
  readonly again: boolean;
}

/** Milliseconds for all of it, the look-up of the host's addresses included. */
const PATIENCE = 30_000;

export async function sealRun(order: SealOrder): Promise<StampSeen> {
  const { paths, run, asking, authority, trusted, policy } = order;
  refuseSecond(order);
  const of = digestToSeal(paths, run);
  const { clock, interruption, random } = asking.context;
  const nonce = nonceOf(random);
  const question = stampRequest({ of, nonce, ...(policy !== undefined && { policy }) });
  const before = clock.now();
  const octets = await asked(order, question, AbortSignal.any([interruption, AbortSignal.timeout(PATIENCE)]));
  const judged = judgeStamp(octets, {
    of,
    nonce,
    ...(policy !== undefined && { policy }),
    ...(trusted && { trusted }),
  });
  if (!judged.ok) throw noStamp(authority.host, `the stamp ${judged.why}`);
  refuseOtherTime(authority.host, judged.stamp.at, [before, clock.now()]);
  const { stamp, root } = judged;
  const file = keepStamp(paths, run, octets);
  return {
    run,
    file,
    state: root === undefined ? 'not-checked' : 'vouched',
    stamp,
    ...(root !== undefined && { root }),
  };
}

async function asked({ asking, authority }: SealOrder, question: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
  // A seal of the court does not hold it back: no name leaves, and nobody is asked who could tell the defendants.
  const guard = makeGuard(asking.network, resolveHost);
  const port = Number(authority.port || (authority.protocol === 'https:' ? 443 : 80));
  const way = await guard.toHost(authority.hostname, port, 'stamp', signal);
  asking.context.interruption.throwIfAborted();
  if (!way.ok) throw noStamp(authority.host, way.detail);
  const endpoints = [way.endpoint, ...(way.others ?? [])] as const;
  return askForStamp({ url: authority, endpoints }, { question, limit: LARGEST_STAMP, signal });
}

/** One stamp is enough; another one is for another authority, or before the first one's certificates end. */
function refuseSecond({ paths, run, again }: SealOrder): void {
  const [first] = stampsThere(paths, run);
  if (first === undefined || again) return;
  throw new TakedownError('guard', {
    code: 'stamped-already',
    message: `The run ${run} has a time stamp: ${first.file}.`,
    hint: 'takedown evidence verify says what it is worth. Another one beside it: --again',
  });
}

/** SHA-256 of the run file, of which the last lines state the digest of the evidence. */
function digestToSeal(paths: CasePaths, id: string): string {
  const run = wholeRunIn(paths.runs, id);
  const digests = digestsOfRun(paths, id);
  const of = digests.run();
  if (run === undefined || of === undefined || !isAsWritten(run)) throw notAsWritten(paths, id);
  if (digests.evidence() !== run.foot.evidence['sha-256']) throw notAsWritten(paths, id);
  return of;
}

/** A stamp over what was changed would vouch for the change. */
function notAsWritten({ id }: CasePaths, run: string): TakedownError {
  return new TakedownError('input', {
    code: 'not-as-written',
    message: `The run ${run} is not whole, or not as it was written: nothing was stamped.`,
    hint: `What is wrong with it: takedown evidence verify ${id} --run ${run}`,
  });
}

function refuseOtherTime(host: string, at: Instant, [before, after]: readonly [Instant, Instant]): void {
  const stated = millisecondsOf(at);
  if (stated >= millisecondsOf(before) - CLOCKS_APART && stated <= millisecondsOf(after) + CLOCKS_APART) return;
  throw noStamp(
    host,
    `the stamp is of ${at}, and this machine's clock says ${after}: one of the two is wrong (takedown doctor)`,
  );
}
