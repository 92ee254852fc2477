// What real validators make of the rehearsal's own signatures: asked of unbound and BIND on some days of a scenario, with nsd giving
// the zones as the rehearsal signed them. Prints one JSON document.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extendedErrorsOf } from '../../src/lookups/dns/codec/message.ts';
import { worldOn } from '../../src/rehearsal/world/advance.ts';
import { rolesOf } from '../../src/rehearsal/world/setting.ts';
import { askUdp, type Query } from '../rehearsal/support.ts';
import { address } from '../support/values.ts';
import { outputOf } from './programs.ts';
import { giveAddresses, worldOf } from './world-case.ts';
import { RESOLVER_ADDRESSES, startWorld } from './world-servers.ts';

const [, , casesFolder = '', id = '', asked = '{}', time] = process.argv;
/** By day. */
const QUESTIONS: Readonly<Record<string, readonly Query[]>> = JSON.parse(asked);

const folder = mkdtempSync(join(tmpdir(), 'takedown-signed-world-'));
try {
  process.stdout.write(JSON.stringify(await everyDay()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function everyDay() {
  const { scenario, setting, beginning } = await worldOf({ casesFolder, folder, id, seed: 'takedown' });
  giveAddresses([...rolesOf(setting).keys(), ...RESOLVER_ADDRESSES]);
  const days: Record<string, unknown> = {};
  for (const [day, questions] of Object.entries(QUESTIONS)) {
    const before = worldOn(beginning, scenario, Number(day));
    const own = join(folder, day);
    mkdirSync(own);
    const real = await startWorld({ folder: own, before, setting, ...(time === 'own' && { time }) });
    try {
      const answers: Record<string, unknown> = {};
      for (const [make, [validating = '']] of Object.entries(real.resolvers)) {
        const heard: unknown[] = [];
        for (const question of questions) heard.push(await answerTo(validating, question));
        answers[make] = heard;
      }
      days[day] = { answers, zones: await verified(own, before.at) };
    } finally {
      real.close();
    }
  }
  return days;
}

async function answerTo(at: string, question: Query): Promise<string> {
  const message = await askUdp({ address: address(at), port: 53 }, { ...question, recursion: true });
  const { rcode, authenticData, answers } = message;
  const found = answers.some(({ rdata }) => rdata.kind !== 'rrsig') ? 'answer' : 'nothing';
  const hints = extendedErrorsOf(message).map(({ code }) => ` ede ${code}`);
  return `${rcode} ${found}${authenticData ? ' ad' : ''}${hints.join('')}`;
}

/** Every signature, every link of each chain, by a tool that reads the zone files: root and top levels. */
async function verified(own: string, at: string): Promise<Readonly<Record<string, string>>> {
  const files = readdirSync(own).filter((file) => /^(root|tld)-\d+-[a-z]+\.zone$/.test(file));
  const time = at.replace(/\D/g, '').slice(0, 14);
  const rows = files.map(async (file) => {
    const said = await outputOf('ldns-verify-zone', ['-t', time, file], own).catch(
      (error: { readonly stdout?: string; readonly stderr?: string }) => `${error.stdout}${error.stderr}`,
    );
    return [file.replace(/^.*\d-|\.zone$/g, ''), said] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}
