// Citations as they stand in a declaration: lines of one run together, neighbours as a range, so that all of them have room.
const LINE = /^(.+)#(\d+)$/;

/** `run 20190318T141502Z-7f3a, lines 12-15, 19`; lines of `usual` without their run. What is no line of a run stays as it is. */
export function citationWords(citations: readonly string[], usual?: string): string {
  const lines = new Map<string, number[]>();
  const others: string[] = [];
  for (const one of new Set(citations)) {
    const [, run, line] = LINE.exec(one) ?? [];
    if (run === undefined) others.push(one);
    else lines.set(run, [...(lines.get(run) ?? []), Number(line)]);
  }
  const runs = [...lines].map(([run, numbers]) => {
    const which = run === usual ? '' : `run ${run}, `;
    return `${which}${numbers.length === 1 ? 'line' : 'lines'} ${rangesOf(numbers)}`;
  });
  return [...runs, ...others].join('; ');
}

/** `12-15, 19` */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: [from: number, to: number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
