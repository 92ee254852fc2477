// A root and top levels signed in every way that there is, by the distribution's own signers, some of them wrongly. Each top level
// has `signed` with a DS, `bare` without, and no `gone`.
import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DsRecord } from '../../src/model/seen/delegation.ts';
import {
  anchorText,
  dsOfKey,
  makeKey,
  outputOf,
  signZone,
  startNsd,
  startUnbound,
  untilTheyAnswer,
} from './programs.ts';

export const PLACES = { root: '127.0.56.1', tops: '127.0.56.2', resolver: '127.0.56.60' } as const;

interface Top {
  readonly algorithm?: string;
  readonly with?: readonly string[];
  readonly valid?: { readonly from: string; readonly until: string };
  /** BIND's signer in place of ldns's. */
  readonly bind?: readonly string[];
  /** In place of the DS that fits; `none` leaves the zone as it is, unsigned. */
  readonly ds?: string;
  /** Types whose signatures are taken out of the signed zone. */
  readonly stripped?: readonly string[];
}

const OTHER_DS = '4711 13 2 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef';

export const TOPS: Readonly<Record<string, Top>> = {
  nsec: {},
  nsec3: { algorithm: 'RSASHA256', with: ['-n'] },
  salted: { algorithm: 'RSASHA512', with: ['-n', '-s', 'aabbccdd', '-t', '5'] },
  optout: { algorithm: 'ED25519', with: ['-n', '-p'] },
  bindsec: { algorithm: 'ECDSAP384SHA384', bind: [] },
  bindopt: { algorithm: 'ED448', bind: ['-3', 'beef', '-A'] },
  rounds: { with: ['-n', '-t', '200'] },
  plain: { ds: 'none' },
  oddalg: { ds: `4711 200 2 ${OTHER_DS.slice(10)}` },
  expired: { valid: { from: '20200101', until: '20200201' } },
  early: { valid: { from: '20350101', until: '20360101' } },
  wrongkey: { ds: OTHER_DS },
  bareds: { stripped: ['DS'] },
  barensec: { stripped: ['NSEC'] },
  barekeys: { stripped: ['DNSKEY'] },
};

const SOA = 'SOA ns.lab.test. hostmaster.lab.test. 1 3600 600 86400 300';

export interface SignedWorld {
  readonly anchors: readonly DsRecord[];
  /** As delv reads it. */
  readonly anchorFile: string;
  readonly running: readonly ChildProcess[];
}

export async function startSigned(folder: string): Promise<SignedWorld> {
  const signed = await Promise.all(Object.entries(TOPS).map(([name, top]) => signTop(folder, name, top)));
  const rootKey = await makeKey(folder, '.');
  const text = ['$ORIGIN .', '$TTL 300', `. ${SOA}`, '. NS a.root.nsec.', `a.root.nsec. A ${PLACES.root}`];
  for (const { name, ds } of signed) {
    text.push(`${name}. NS ns.nic.${name}.`, `ns.nic.${name}. A ${PLACES.tops}`, ...ds);
  }
  const root = { file: 'root.zone', zone: '.', text: `${text.join('\n')}\n`, key: rootKey };
  const zones = new Map(signed.map(({ name, file }) => [`${name}.`, file]));
  const hints = `. 3600 NS a.root.nsec.\na.root.nsec. 3600 A ${PLACES.root}\n`;
  const anchor = anchorText(folder, rootKey);
  const running = [
    startNsd(folder, { id: 'root', addresses: [PLACES.root], zones: new Map([['.', await signZone(folder, root)]]) }),
    startNsd(folder, { id: 'tops', addresses: [PLACES.tops], zones }),
    startUnbound(folder, { id: 'resolver', address: PLACES.resolver, validates: true, hints, anchor }),
  ];
  await untilTheyAnswer(Object.values(PLACES));
  const [, flags = '', protocol = '', algorithm = '', key = ''] = /DNSKEY\s+(\d+) (\d+) (\d+) (\S+)/.exec(anchor) ?? [];
  const anchorFile = join(folder, 'delv.anchor');
  writeFileSync(anchorFile, `trust-anchors { . static-key ${flags} ${protocol} ${algorithm} "${key}"; };\n`);
  return { anchors: [dsIn(await dsOfKey(folder, rootKey))], anchorFile, running };
}

function dsIn(line: string): DsRecord {
  const [, keyTag, algorithm, digestType, digest = ''] = /DS\s+(\d+) (\d+) (\d+) (\S+)/.exec(line) ?? [];
  return { keyTag: Number(keyTag), algorithm: Number(algorithm), digestType: Number(digestType), digest };
}

async function signTop(folder: string, name: string, top: Top) {
  const file = `${name}.zone`;
  const lines = [
    '@ NS ns.nic',
    `ns.nic A ${PLACES.tops}`,
    'signed NS ns.elsewhere.nsec.',
    'bare NS ns.elsewhere.nsec.',
  ];
  const text = [`$ORIGIN ${name}.`, '$TTL 300', `@ ${SOA}`, ...lines, `signed DS ${OTHER_DS}`, ''].join('\n');
  if (top.ds === 'none') {
    writeFileSync(join(folder, file), text);
    return { name, file, ds: [] };
  }
  const key = await makeKey(folder, `${name}.`, top.algorithm);
  const ds = top.ds === undefined ? await dsOfKey(folder, key) : `${name}. DS ${top.ds}`;
  const signed =
    top.bind === undefined
      ? await byLdns(folder, { name, file, text, key, top })
      : await byBind(folder, { name, file, text, key, top });
  strip(join(folder, signed), top.stripped ?? []);
  return { name, file: signed, ds: [ds] };
}

interface ToSign {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly key: string;
  readonly top: Top;
}

function byLdns(folder: string, { name, file, text, key, top }: ToSign): Promise<string> {
  const { with: words = [], valid } = top;
  return signZone(folder, { file, zone: `${name}.`, text, key, with: words, ...(valid && { valid }) });
}

async function byBind(folder: string, { name, file, text, key, top }: ToSign): Promise<string> {
  writeFileSync(join(folder, file), `${text}${anchorText(folder, key)}`);
  await outputOf(
    'dnssec-signzone',
    ['-z', '-P', '-O', 'full', ...(top.bind ?? []), '-o', `${name}.`, file, key],
    folder,
  );
  return `${file}.signed`;
}

/** One record a line is what both signers write. */
function strip(path: string, types: readonly string[]): void {
  const lines = readFileSync(path, 'utf8').split('\n');
  const kept = lines.filter((line) => !types.some((type) => new RegExp(`\\sRRSIG\\s+${type}\\s`).test(line)));
  writeFileSync(path, kept.join('\n'));
}
