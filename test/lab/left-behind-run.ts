// A laboratory that ends before it has ended its name server. Prints the server's process and those that it has made.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNsd, untilTheyAnswer } from './programs.ts';
import { giveAddresses } from './world-case.ts';

const ADDRESS = '192.0.2.1';

giveAddresses([ADDRESS]);
const folder = mkdtempSync(join(tmpdir(), 'takedown-left-'));
writeFileSync(join(folder, 'a.zone'), 'a.test. 60 IN SOA a.test. a.test. 1 1 1 1 1\na.test. 60 IN NS ns.a.test.\n');
const { pid } = startNsd(folder, { id: 'nsd', addresses: [ADDRESS], zones: new Map([['a.test.', 'a.zone']]) });
await untilTheyAnswer([ADDRESS]);
rmSync(folder, { recursive: true });
process.stdout.write(JSON.stringify([pid, ...childrenOf(pid)]), () => process.exit(1));

function childrenOf(parent: number | undefined): readonly number[] {
  const direct = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ');
  const found = direct.filter((one) => one !== '').map(Number);
  return [...found, ...found.flatMap(childrenOf)];
}
