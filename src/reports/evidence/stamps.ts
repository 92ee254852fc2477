// Time stamps in words and as rows of documents. Names in certificates are an authority's own words, and come as they are.

import type { Instant } from '../../model/instant.ts';
import type { StampSeen, TimeStamp } from '../../model/seen/time-stamp.ts';
import { show } from '../../model/text/harmless.ts';
import type { EvidenceSealDocument } from '../documents.ts';
import { hang } from '../layout.ts';
import { utcDateWords } from '../say.ts';

type StampRow = EvidenceSealDocument['stamp'];

export function stampRow({ run, file, state, why, stamp, root }: StampSeen): StampRow {
  return {
    run,
    file,
    state,
    why: why ?? null,
    at: stamp?.at ?? null,
    accuracy: stamp?.accuracy ?? null,
    sha256: stamp?.of ?? null,
    by: stamp?.by ?? null,
    policy: stamp?.policy ?? null,
    serial: stamp?.serial ?? null,
    root: root ?? null,
  };
}

/** `23 Nov 2026 15:12:49.156 UTC, within 1.5 s` */
function stampTimeWords({ at, accuracy }: Pick<TimeStamp, 'at' | 'accuracy'>): string {
  const time = `${utcDateWords(at)} ${clockOf(at)} UTC`;
  return accuracy === undefined || accuracy === 0 ? time : `${time}, within ${accuracy / 1000} s`;
}

function clockOf(at: Instant): string {
  return at.slice(11, -1);
}

/** The run, and below it what is worth knowing of its stamp. */
export function* stampLines(seen: StampSeen, width: number | undefined): Iterable<string> {
  const { run, file, stamp } = seen;
  const what = stamp === undefined ? 'has a time stamp' : `stamped ${stampTimeWords(stamp)}`;
  yield* hang('', `${show(run)}  ${what}`, width);
  if (stamp !== undefined) yield* hang('  by ', show(stamp.by), width);
  yield* hang('  ', stateWords(seen), width);
  yield* hang('  ', show(file), width);
}

function stateWords({ state, why, root }: StampSeen): string {
  switch (state) {
    case 'vouched':
      return `vouched for by ${show(root ?? '')}, which is trusted here; whether a certificate was revoked was not asked`;
    case 'not-checked':
      return 'not checked against an authority: nobody is given as trusted (evidence verify --ca FILE)';
    case 'untrusted':
    case 'damaged':
      return `COUNTS FOR NOTHING: the stamp ${show(why ?? '')}`;
  }
}
