// The laboratory's tiny internet as zone files: what each real name server is given. Faults stand beside the names they befall.

export const ADDRESSES = {
  root: '127.0.53.1',
  parent1: '127.0.53.2',
  parent2: '127.0.53.3',
  sink1: '127.0.53.10',
  sink2: '127.0.53.11',
  old: '127.0.53.20',
  dead: '127.0.53.99',
  resolver: '127.0.53.60',
} as const;

const SINK = ['ns1.sink.test.', 'ns2.sink.test.'];
const OLD = ['ns1.old.test.'];

/** A DS of a key that no server has. */
const STALE_DS = '4711 13 2 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef';

interface LabName {
  readonly delegated: readonly string[];
  /** At the second parent server, where it says something else. */
  readonly delegatedAtParent2?: readonly string[];
  readonly ds?: string;
  /** Records of the zone at the sinkhole, in place of the usual ones. */
  readonly zone?: readonly string[];
  /** Which of the delegated servers have the zone. */
  readonly servedBy?: readonly ('sink1' | 'sink2' | 'old')[];
}

const APEX = '@ A 192.0.2.10';
const WILD = '* A 192.0.2.10';

export const LAB_NAMES: Readonly<Record<string, LabName>> = {
  'done.test': { delegated: SINK },
  'cname.test': { delegated: SINK, zone: [APEX, 'www CNAME @', WILD] },
  'sixth.test': { delegated: SINK, zone: [APEX, WILD, '@ AAAA 2001:db8:5::10', '* AAAA 2001:db8:5::10'] },
  'notyet.test': { delegated: OLD, servedBy: ['old'] },
  'stale.test': { delegated: SINK, ds: STALE_DS },
  'lame.test': { delegated: SINK, servedBy: ['sink1'] },
  'partial.test': { delegated: ['ns1.sink.test.', 'ns1.old.test.'], servedBy: ['sink1', 'old'] },
  'dead.test': { delegated: ['ns1.sink.test.', 'ns9.sink.test.'], servedBy: ['sink1'] },
  'wwwold.test': { delegated: SINK, zone: [APEX, WILD, 'www A 203.0.113.9'] },
  'leak6.test': { delegated: SINK, zone: [APEX, WILD, '@ AAAA 2001:db8:bad::1'] },
  'nowild.test': { delegated: SINK, zone: [APEX, 'www A 192.0.2.10'] },
  'empty.test': { delegated: SINK, zone: ['@ TXT "nothing here"'] },
  'split.test': { delegated: SINK, delegatedAtParent2: OLD },
  'gone.test': { delegated: [] },
  'held.test': { delegated: [] },
};

const SOA = 'SOA ns.lab.test. hostmaster.lab.test. 1 3600 600 86400 300';

export function rootZone(dsOfTest: string): string {
  return [
    '$ORIGIN .',
    '$TTL 300',
    `. ${SOA}`,
    '. NS a.root.test.',
    `a.root.test. A ${ADDRESSES.root}`,
    'test. NS ns1.nic.test.',
    'test. NS ns2.nic.test.',
    `ns1.nic.test. A ${ADDRESSES.parent1}`,
    `ns2.nic.test. A ${ADDRESSES.parent2}`,
    dsOfTest,
    '',
  ].join('\n');
}

/** The zone `test.`; the second parent server has a version of its own, with the same serial. */
export function parentZone(server: 'parent1' | 'parent2'): string {
  const lines = Object.entries(LAB_NAMES).flatMap(([name, { delegated, delegatedAtParent2, ds }]) => {
    const servers = server === 'parent2' && delegatedAtParent2 !== undefined ? delegatedAtParent2 : delegated;
    return [...servers.map((host) => `${name}. NS ${host}`), ...(ds === undefined ? [] : [`${name}. DS ${ds}`])];
  });
  return [
    '$ORIGIN test.',
    '$TTL 300',
    `@ ${SOA}`,
    '@ NS ns1.nic.test.',
    '@ NS ns2.nic.test.',
    `ns1.nic.test. A ${ADDRESSES.parent1}`,
    `ns2.nic.test. A ${ADDRESSES.parent2}`,
    ...['sink.test. NS ns1.sink.test.', 'sink.test. NS ns2.sink.test.', 'old.test. NS ns1.old.test.'],
    `ns1.sink.test. A ${ADDRESSES.sink1}`,
    `ns2.sink.test. A ${ADDRESSES.sink2}`,
    `ns1.old.test. A ${ADDRESSES.old}`,
    ...lines,
    '',
  ].join('\n');
}

/** The zones that one of the child servers has, by name. */
export function childZones(server: 'sink1' | 'sink2' | 'old'): ReadonlyMap<string, string> {
  const zones = new Map<string, string>();
  for (const [name, { servedBy, zone, delegated }] of Object.entries(LAB_NAMES)) {
    const serves = servedBy ?? (['sink1', 'sink2'] as const);
    if (delegated.length === 0 || !serves.some((one) => one === server)) continue;
    const records = server === 'old' ? ['@ A 203.0.113.9', '* A 203.0.113.9'] : (zone ?? [APEX, WILD]);
    zones.set(name, childZone(name, delegated, records));
  }
  if (server === 'old') zones.set('old.test', childZone('old.test', OLD, [`ns1 A ${ADDRESSES.old}`]));
  else
    zones.set(
      'sink.test',
      childZone('sink.test', SINK, [`ns1 A ${ADDRESSES.sink1}`, `ns2 A ${ADDRESSES.sink2}`, `ns9 A ${ADDRESSES.dead}`]),
    );
  return zones;
}

function childZone(name: string, servers: readonly string[], records: readonly string[]): string {
  return [`$ORIGIN ${name}.`, '$TTL 300', `@ ${SOA}`, ...servers.map((host) => `@ NS ${host}`), ...records, ''].join(
    '\n',
  );
}
