// The servers of the sinkholes, address by address, over all names that they were asked about.

import type { SinkholeServer } from '../model/judged/precheck.ts';
import { byCodeUnit } from '../model/name.ts';
import type { ObservationOf } from '../model/seen/observation.ts';

interface Counting {
  asked: number;
  answered: number;
  overTcp: number;
  readonly took: number[];
  readonly failures: Map<string, number>;
}

interface ServerCounts {
  add(seen: ObservationOf<'sinkhole'>): void;
  rows(): readonly SinkholeServer[];
}

export function countServers(): ServerCounts {
  const servers = new Map<string, Counting>();
  return {
    add(seen) {
      const count = servers.get(seen.server) ?? noneYet();
      servers.set(seen.server, count);
      count.asked += 1;
      if (seen.outcome === 'facts') {
        count.answered += 1;
        count.took.push(seen.took);
        if (seen.facts.zone?.tcp === 'answers') count.overTcp += 1;
      } else {
        const why = seen.outcome === 'failure' ? seen.failure : 'contradictory';
        count.failures.set(why, (count.failures.get(why) ?? 0) + 1);
      }
    },
    rows: () => [...servers].sort(([a], [b]) => byCodeUnit(a, b)).map(rowOf),
  };
}

function noneYet(): Counting {
  return { asked: 0, answered: 0, overTcp: 0, took: [], failures: new Map() };
}

function rowOf([server, { asked, answered, overTcp, took, failures }]: readonly [string, Counting]): SinkholeServer {
  const sorted = took.toSorted((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  const slowest = sorted.at(-1);
  return {
    server,
    asked,
    answered,
    failures: Object.fromEntries([...failures].sort(([a], [b]) => byCodeUnit(a, b))),
    overTcp,
    ...(median === undefined ? {} : { median: Math.round(median) }),
    ...(slowest === undefined ? {} : { slowest: Math.round(slowest) }),
  };
}
