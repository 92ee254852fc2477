// The clock of a network file starts anew with every command. A second check, or one that is resumed, would lie before what is
// on record: it begins with the next second instead.
import { instantAt, isBefore, millisecondsOf } from '../../model/instant.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { clockFrom } from '../clock.ts';
import type { Asking } from '../network.ts';
import { lastMoment } from '../present.ts';
import { journalOf } from '../view.ts';

export async function afterTheRecord(asking: Asking, paths: CasePaths): Promise<Asking> {
  const { clock } = asking.network;
  if (clock === undefined) return asking;
  const last = lastMoment(paths, await journalOf(paths, { from: asking.context.folder }));
  if (last === undefined || isBefore(last, clock)) return asking;
  const next = instantAt((Math.floor(millisecondsOf(last) / 1000) + 1) * 1000);
  return { ...asking, context: { ...asking.context, clock: clockFrom(next) } };
}
