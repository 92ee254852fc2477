// How a watch is shown: a block that is drawn over on a terminal, one line for each change where it is piped.
import { truncate } from '../../reports/layout.ts';
import { finished, type Surface } from '../../reports/paint.ts';
import type { WholeReport } from '../../reports/report.ts';
import { type Flips, flipLines, watchLines } from '../../reports/status/watch.ts';
import type { Call } from '../command.ts';
import { printLines, surfaceOf } from '../print.ts';
import { liveBlock } from '../terminal/live-block.ts';

export interface WatchScreen {
  /** What came of a look. */
  seen(report: WholeReport, flips: Flips): Promise<void>;
  /** A sentence that has to be read: a look that could not be made, or in which nobody answered. */
  remark(text: string): Promise<void>;
  /** What is going on, in one line; only a terminal shows it. */
  going(text: string): void;
  close(): Promise<void>;
}

export function watchScreen(call: Call): WatchScreen {
  const { context, terminal } = call;
  return context.out.isTerminal && terminal.moves && !terminal.json ? liveScreen(call) : lineScreen(call);
}

function lineScreen({ context, terminal }: Call): WatchScreen {
  return {
    async seen(_, flips) {
      if (!terminal.json) await printLines(context.out, flipLines(flips, surfaceOf(terminal)));
    },
    remark: (text) => context.err.write(`${text}\n`),
    going: () => undefined,
    close: () => Promise.resolve(),
  };
}

/** Lookups by the hundred tell how they go; four frames a second are enough for an eye. */
const FRAME_MS = 250;

function liveScreen({ context, terminal }: Call): WatchScreen {
  const { out, clock } = context;
  const block = liveBlock(out);
  let report: WholeReport | undefined;
  let line = '';
  let drawn = Number.NEGATIVE_INFINITY;
  // Asked for anew each time: the window may have been made narrower.
  const surface = (): Surface => ({ ...surfaceOf(terminal), width: out.columns });
  const lines = () => {
    const rows = out.rows === undefined ? undefined : out.rows - 3;
    const foot = truncate(line, (out.columns ?? 80) - 1);
    return [...(report ? [...watchLines(report, surface(), rows), ''] : []), ...finished([foot], surface())];
  };
  const draw = () => {
    drawn = clock.monotonic();
    return block.draw(lines());
  };
  return {
    async seen(next, flips) {
      report = next;
      await block.print([...flipLines(flips, surface())]);
      await draw();
    },
    remark: (text) => block.print([...finished([terminal.paint.doubt(text)], surface())]),
    going(text) {
      line = text;
      if (clock.monotonic() - drawn >= FRAME_MS) void draw();
    },
    close: block.clear,
  };
}
