// The servers of the laboratory that is made by hand: nsd for every authority, unbound as the validating resolver. A parent
// and a child never share a process: a server that had both would answer from the child and hide the delegation.
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  anchorText,
  dsOfKey,
  endAll,
  makeKey,
  missingPrograms,
  signZone,
  startNsd,
  startUnbound,
  untilTheyAnswer,
} from './programs.ts';
import { ADDRESSES, childZones, parentZone, rootZone } from './zones.ts';

export interface Lab {
  readonly folder: string;
  close(): Promise<void>;
}

export async function startLab(): Promise<Lab> {
  const folder = mkdtempSync(join(tmpdir(), 'takedown-lab-'));
  const running: ChildProcess[] = [];
  const serve = (id: keyof typeof ADDRESSES, zones: ReadonlyMap<string, string>) =>
    running.push(startNsd(folder, { id, addresses: [ADDRESSES[id]], zones }));
  const [parentKey, rootKey] = await Promise.all([makeKey(folder, 'test.'), makeKey(folder, '.')]);
  for (const id of ['parent1', 'parent2'] as const) {
    const signed = await signZone(folder, { file: `${id}.zone`, zone: 'test.', text: parentZone(id), key: parentKey });
    serve(id, new Map([['test.', signed]]));
  }
  const text = rootZone(await dsOfKey(folder, parentKey));
  serve('root', new Map([['.', await signZone(folder, { file: 'root.zone', zone: '.', text, key: rootKey })]]));
  for (const id of ['sink1', 'sink2', 'old'] as const) {
    const files = new Map<string, string>();
    for (const [name, zone] of childZones(id)) {
      writeFileSync(join(folder, `${id}-${name}.zone`), zone);
      files.set(`${name}.`, `${id}-${name}.zone`);
    }
    serve(id, files);
  }
  const hints = `. 3600 NS a.root.test.\na.root.test. 3600 A ${ADDRESSES.root}\n`;
  const anchor = anchorText(folder, rootKey);
  running.push(startUnbound(folder, { id: 'resolver', address: ADDRESSES.resolver, validates: true, hints, anchor }));
  const { dead: _, ...living } = ADDRESSES;
  await untilTheyAnswer(Object.values(living));
  return { folder, close: () => endAll(folder, running) };
}

/** What stands in the way of the laboratory on this machine; empty when it can run. */
export function missingForLab(): readonly string[] {
  return missingPrograms(['setpriv', 'nsd', 'unbound', 'ldns-keygen', 'ldns-signzone', 'ldns-key2ds']);
}
