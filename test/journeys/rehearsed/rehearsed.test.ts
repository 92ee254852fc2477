// The Phosphorus takedown, rehearsed once in a workspace of its own, and everything that can be asked of it afterwards.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf, errorOf } from '../../support/documents.ts';
import { removeFolder, writeFiles } from '../../support/folders.ts';
import { REHEARSED_CASE as CASE, rehearsedWorkspace } from '../../support/rehearsed.ts';
import { type Circumstances, type Ran, takedown } from '../../support/takedown.ts';

const ESCAPE = '\u001b[';

interface Tally {
  readonly met: number;
  readonly unmet: number;
  readonly unknown: number;
  readonly notOrdered: number;
}

interface StatusDocument {
  readonly complete: boolean;
  readonly totals: {
    readonly [facet in 'transferred' | 'sinkholed' | 'doneTally']: Tally;
  } & { readonly ordered: number; readonly listed: number; readonly reverted: number; readonly overdue: number };
  readonly names: readonly {
    readonly name: string;
    readonly transferred: string;
    readonly sinkholed: string;
    readonly reverted: boolean;
    readonly overdue: boolean;
    readonly findings: readonly {
      readonly requirement: string;
      readonly verdict: string;
      readonly word: string;
      readonly citations: readonly string[];
    }[];
  }[];
}

let folder: string;
let rehearsed: Ran;

const run = (args: readonly string[], circumstances: Circumstances = {}) =>
  takedown(folder, args, { at: '2026-01-06T15:00:00Z', ...circumstances });
const statusOf = async (...more: readonly string[]) =>
  documentOf<StatusDocument>((await run(['status', CASE, '--json', ...more])).out, 'status');

beforeAll(async () => {
  ({ folder, ran: rehearsed } = await rehearsedWorkspace('whole'));
}, 180_000);
afterAll(() => removeFolder(folder));

/** A lifetime is told in whole seconds, so that the end of one may be said a second earlier or later. */
const steady = (text: string) => text.replace(/\b18:(?:29:5\d|30:0\d) UTC/g, '18:30:00 UTC');

test('the rehearsal ends on the status screen, and status shows the same later on', async () => {
  expect(rehearsed).toMatchObject({ code: 0, err: '' });
  const piped = await run(['status', CASE]);
  expect(piped).toMatchObject({ code: 0, err: '' });
  expect(rehearsed.out).toBe(piped.out);
  await expect(steady(piped.out)).toMatchFileSnapshot('golden/status-piped.txt');
});

describe('the first screen', () => {
  test('fits a terminal of 80 columns, and colour only adds to it', async () => {
    const narrow = await run(['status', CASE], { columns: 80, env: { NO_COLOR: '1' } });
    await expect(steady(narrow.out)).toMatchFileSnapshot('golden/status-80.txt');
    for (const line of narrow.out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
    const coloured = await run(['status', CASE], { columns: 80 });
    expect(coloured.out).toContain(ESCAPE);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is looked for
    expect(coloured.out.replace(/\u001b\[\d+m/g, '')).toBe(narrow.out);
  });

  test.each([
    ['piped', {}, false],
    ['piped and forced', { env: { FORCE_COLOR: '1' } }, true],
    ['a terminal', { columns: 120 }, true],
    ['a terminal without colour', { columns: 120, env: { NO_COLOR: '1' } }, false],
    ['a dumb terminal', { columns: 120, env: { TERM: 'dumb' } }, false],
    ['a terminal of a CI job', { columns: 120, env: { CI: 'true' } }, false],
  ] as const)('%s: colours as asked', async (_, circumstances, colours) => {
    expect((await run(['status', CASE], circumstances)).out.includes(ESCAPE)).toBe(colours);
  });

  test('the flag wins over the environment', async () => {
    const always = await run(['status', CASE, '--color', 'always'], { env: { NO_COLOR: '1' } });
    expect(always.out).toContain(ESCAPE);
    expect((await run(['status', CASE, '--no-color'], { columns: 80 })).out).not.toContain(ESCAPE);
  });

  test('says REHEARSAL and illustrative', async () => {
    expect((await run(['status', CASE])).out.split('\n')[0]).toContain('REHEARSAL · illustrative');
  });
});

describe('status --json', () => {
  test('has one row a name, totals that add up, and is what its schema allows', async () => {
    const { totals, names } = await statusOf();
    const listed = readFileSync(join(folder, 'cases/phosphorus/appendix-a.txt'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(names.map(({ name }) => name).sort()).toEqual([...listed].sort());
    expect(totals).toMatchObject({ ordered: 99, listed: 98, reverted: 1 });
    for (const facet of ['transferred', 'sinkholed', 'doneTally'] as const) {
      const { met, unmet, unknown, notOrdered } = totals[facet];
      expect(met + unmet + unknown + notOrdered, facet).toBe(98);
    }
    for (const facet of ['transferred', 'sinkholed'] as const)
      expect(
        names.filter((row) => row[facet] === 'met'),
        facet,
      ).toHaveLength(totals[facet].met);
    expect(names.filter(({ overdue }) => overdue)).toHaveLength(totals.overdue);
  });

  test('cites for every verdict observations that stand in the runs', async () => {
    const runs = join(folder, 'cases', CASE, 'runs');
    const lines = new Map<string, number>();
    for (const file of readdirSync(runs).filter((one) => one.endsWith('.yaml'))) {
      const text = readFileSync(join(runs, file), 'utf8');
      lines.set(file.slice(0, -'.yaml'.length), text.match(/^- \{/gm)?.length ?? 0);
    }
    const { names } = await statusOf();
    for (const { findings } of names) {
      for (const { requirement, citations } of findings) {
        expect(citations.length, requirement).toBeGreaterThan(0);
        for (const citation of citations) {
          if (citation.startsWith('journal ')) continue;
          const [id = '', number] = citation.split('#');
          expect(Number(number), `${requirement} cites ${citation}`).toBeGreaterThanOrEqual(1);
          expect(Number(number), `${requirement} cites ${citation}`).toBeLessThanOrEqual(lines.get(id) ?? 0);
        }
      }
    }
  });

  /** What the scenario does to these names, and the word under which the last day shows it. */
  const WORDS: Readonly<Record<string, string>> = {
    'com-mailbox.com': 'stale-ds',
    'verify-linkedin.net': 'held',
    'elitemaildelivery.info': 'not-registered',
    'verifiy-account.net': 'leaving-registry',
    'microsoft-update.bid': 'outside-sinkhole',
    'document-share.info': 'lame',
    'session-manager.info': 'cached-old-delegation',
    'confirm-identity.info': 'other-registrar',
    'webemail.info': 'redacted',
  };

  test('shows every fault of the scenario under its own word', async () => {
    const { names } = await statusOf();
    for (const [name, word] of Object.entries(WORDS)) {
      const row = names.find((one) => one.name === name);
      expect(JSON.stringify(row), name).toContain(`"word":"${word}"`);
    }
    const reverted = names.filter((row) => row.reverted).map(({ name }) => name);
    expect(reverted).toEqual(['microsoft-update.bid']);
    const limited = names.flatMap(({ findings }) => findings).filter(({ word }) => word === 'rate-limited');
    expect(limited.length).toBeGreaterThan(0);
    expect(limited.every(({ verdict }) => verdict === 'unknown')).toBe(true);
  });
});

describe('a registrant that the registry does not show', () => {
  const registrantOf = async (name: string, ...more: readonly string[]) => {
    const row = (await statusOf(...more)).names.find((one) => one.name === name);
    const finding = row?.findings.find(({ requirement }) => requirement.includes('/registrant-is/'));
    const byPeople = finding?.citations.some((citation) => citation.startsWith('journal ')) ?? false;
    return [row?.transferred, finding?.verdict, finding?.word, byPeople];
  };

  test.each([
    ['webemail.info', [], ['met', 'unknown', 'redacted', false]],
    ['customer-recovery.info', ['--as-of', '2019-03-27'], ['met', 'unknown', 'redacted', false]],
    ['customer-recovery.info', [], ['met', 'met', 'as-ordered', true]],
    ['outlook-verify.net', [], ['met', 'met', 'as-ordered', false]],
    ['verify-linkedin.net', [], ['unmet', 'unmet', 'other-registrant', false]],
    ['yahoo-verification.org', [], ['met', 'met', 'as-ordered', false]],
    ['confirm-identity.info', [], ['unmet', 'unmet', 'other-registrant', false]],
  ] as const)(
    '%s %j: is what the registrar shows, or unknown until somebody confirms it',
    async (name, more, expected) => {
      expect(await registrantOf(name, ...more)).toEqual(expected);
    },
  );

  test('show says whose word a confirmed one rests on, and what the registry shows', async () => {
    const shown = (await run(['show', CASE, 'customer-recovery.info'])).out;
    expect(shown).toMatch(
      /the registrant is Microsoft Corporation: confirmed \(.+ticket 4716\)\n +the registrant is withheld/,
    );
    expect(shown).toMatch(/see \d{8}T\d{6}Z-[0-9a-f]{4}#\d+, journal 2019-03-28T19:10:00Z/);
    expect(shown).toContain("confirmed for 2(a) by letter of the petitioner's registrar");
  });
});

describe('as of a day of the scenario', () => {
  test('before the first day everything is unknown', async () => {
    const { totals } = await statusOf('--as-of', '2019-03-15T16:30:00-04:00');
    expect(totals.transferred).toMatchObject({ met: 0, unmet: 0, unknown: 98 });
  });

  test('on day 1 one registry has complied, nothing is overdue', async () => {
    const day = await run(['status', CASE, '--as-of', '2019-03-16']);
    await expect(day.out).toMatchFileSnapshot('golden/status-day-1.txt');
    expect((await statusOf('--as-of', '2019-03-16')).totals).toMatchObject({ overdue: 0, reverted: 0 });
  });

  test('what is rate-limited on day 7 is unknown there, not undone', async () => {
    const before = (await statusOf('--as-of', '2019-03-20')).totals.transferred;
    const then = (await statusOf('--as-of', '2019-03-22')).totals.transferred;
    expect(then.unknown).toBeGreaterThan(before.unknown);
    expect(then.unmet).toBeLessThanOrEqual(before.unmet);
  });
});

describe('gates', () => {
  test.each([
    [[], 0],
    [['--fail-on', 'never'], 0],
    [['--fail-on', 'reverted'], 20],
    [['--fail-on', 'unmet,unknown'], 20],
    [['--fail-on', 'unknown'], 21],
    [['--as-of', '2019-03-16', '--fail-on', 'reverted'], 21],
    [['--as-of', '2019-03-15T16:30:00-04:00', '--fail-on', 'overdue'], 21],
  ] as const)('status %j ends with %i', async (more, code) => {
    expect((await run(['status', CASE, ...more])).code).toBe(code);
    expect((await run(['status', CASE, '--json', ...more])).code).toBe(code);
  });
});

describe('the other commands', () => {
  test('show tells one name from the order to the last observation', async () => {
    const shown = await run(['show', CASE, 'microsoft-update.bid']);
    expect(shown).toMatchObject({ code: 0, err: '' });
    await expect(
      shown.out.replace(/T(\d{6})Z-[0-9a-f]{4}#\d+/g, 'T$1Z-RUN#N').split('\nWhat changed')[0],
    ).toMatchFileSnapshot('golden/show-name.txt');
    for (const heading of ['Ordered', 'What changed, newest first', 'Recorded by people', 'Last seen'])
      expect(shown.out).toMatch(new RegExp(`^${heading}`, 'm'));
    documentOf((await run(['show', CASE, 'microsoft-update.bid', '--json'])).out, 'show');
  });

  test('show without a name has every name', async () => {
    const shown = await run(['show', CASE]);
    for (const { name } of (await statusOf()).names) expect(shown.out).toContain(name);
    documentOf((await run(['show', CASE, '--json'])).out, 'status');
  });

  test('list has the case and its rehearsal, each marked', async () => {
    const listed = await run(['list']);
    expect(listed.code).toBe(0);
    await expect(listed.out).toMatchFileSnapshot('golden/list.txt');
    const { cases } = documentOf<{ readonly cases: readonly { readonly case: string; readonly rehearsal: boolean }[] }>(
      (await run(['list', '--json'])).out,
      'list',
    );
    expect(cases.map((one) => [one.case, one.rehearsal])).toEqual([
      ['phosphorus', false],
      [CASE, true],
    ]);
  });

  test('due prints the arithmetic, and leaves rehearsals out where no case is named', async () => {
    const due = await run(['due', CASE]);
    expect(due).toMatchObject({ code: 0, err: '' });
    await expect(due.out).toMatchFileSnapshot('golden/due.txt');
    documentOf((await run(['due', CASE, '--json'])).out, 'due');
    expect((await run(['due'])).out).not.toContain('REHEARSAL');
  });
});

describe('the evidence', () => {
  interface Verified {
    readonly totals: { readonly observations: number; readonly reread: number };
    readonly findings: readonly { readonly kind: string }[];
  }
  interface Listed {
    readonly observations: readonly { readonly observation: string; readonly lookup: string }[];
  }
  const NAME = 'outlook-verify.net';

  test('of the whole rehearsal reads again as it was read, and nothing of it is damaged', async () => {
    const { out, err } = await run(['evidence', 'verify', CASE, '--json']);
    expect(err).toBe('');
    const { totals, findings } = documentOf<Verified>(out, 'evidence-verify');
    expect(findings.filter(({ kind }) => kind !== 'not-reread')).toEqual([]);
    expect(totals.reread).toBeGreaterThan(2000);
  }, 120_000);

  test('of each citation can be shown, by its number, by the end of the run, by the name', async () => {
    const listed = documentOf<Listed>(
      (await run(['evidence', 'list', CASE, '--json', '--name', NAME])).out,
      'evidence-list',
    );
    const last = listed.observations.findLast(({ lookup }) => lookup === 'delegation')?.observation ?? '';
    const whole = await run(['evidence', 'show', CASE, last]);
    expect(whole).toMatchObject({ code: 0, err: '' });
    expect(whole.out).toContain(';; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: ');
    expect(whole.out).toMatch(/outlook-verify\.net\.\t172800\tIN\tNS\tns1\.sinkhole\.example\./);
    const [id = '', number = ''] = last.split('#');
    const short = await run(['evidence', 'show', CASE, `${id.split('-')[1]}#${number}`]);
    expect(short.out).toBe(whole.out);
    expect((await run(['evidence', 'show', CASE, NAME])).out).toContain(last);
    documentOf((await run(['evidence', 'show', CASE, last, '--json'])).out, 'evidence-show');
  });

  test('goes raw into a file, and never to a terminal', async () => {
    const { observations } = documentOf<Listed>(
      (await run(['evidence', 'list', CASE, '--json', '--name', NAME])).out,
      'evidence-list',
    );
    const cited = observations.findLast(({ lookup }) => lookup === 'whois-registry')?.observation ?? '';
    expect(await run(['evidence', 'show', CASE, cited, '--raw', 'whois.bin'])).toMatchObject({ code: 0, out: '' });
    const octets = readFileSync(join(folder, 'whois.bin'), 'utf8');
    expect(octets).toContain('Domain Name: OUTLOOK-VERIFY.NET\r\n');
    expect((await run(['evidence', 'show', CASE, cited, '--raw', '-'])).out).toBe(octets);
    expect(await run(['evidence', 'show', CASE, cited, '--raw', '-'], { columns: 80 })).toMatchObject({
      code: 2,
      out: '',
    });
    expect((await run(['evidence', 'show', CASE, cited, '--hex', '--exchange', '1'])).out).toContain('00000010  ');
  });

  test.each([
    ['20190101T000000Z-ffff#1', 'There is no run'],
    ['#999999', 'has no observation 999999'],
    ['not a name', 'neither an observation'],
    ['nobody-asked.example', 'No run of'],
  ])('%s is not there', async (what, said) => {
    const { code, err } = await run(['evidence', 'show', CASE, what]);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });
});

describe('simulated and real', () => {
  test('a real check of the rehearsal is refused', async () => {
    const refused = await run(['check', CASE, '--json']);
    expect(refused).toMatchObject({ code: 23, out: '' });
    expect(errorOf(refused.err)).toMatchObject({ code: 'simulated-and-real', kind: 'guard' });
  });

  test('a simulated check of the real case is refused, and no run appears', async () => {
    writeFiles(folder, { 'network.yaml': 'simulated: true\nclosed: true\n' });
    const refused = await run(['check', 'phosphorus', '--network', 'network.yaml', '--json']);
    expect(refused).toMatchObject({ code: 23, out: '' });
    expect(errorOf(refused.err).code).toBe('simulated-and-real');
    expect(readdirSync(join(folder, 'cases/phosphorus'))).not.toContain('runs');
  });

  test('the shipped case itself was never checked: 98 unknown, none failed', async () => {
    const status = documentOf<StatusDocument>((await run(['status', 'phosphorus', '--json'])).out, 'status');
    expect(status.totals.transferred).toMatchObject({ met: 0, unmet: 0, unknown: 98 });
    expect(status.names).toHaveLength(98);
  });
});

test('a run that was tampered with is told, counts for nothing, and closes no gate', async () => {
  const runs = join(folder, 'cases', CASE, 'runs');
  const newest =
    readdirSync(runs)
      .filter((file) => file.endsWith('.yaml'))
      .sort()
      .at(-1) ?? '';
  const text = readFileSync(join(runs, newest), 'utf8');
  writeFileSync(join(runs, newest), text.replaceAll('203.0.113.9', '192.0.2.99'));
  try {
    const status = await run(['status', CASE]);
    expect(status.out).toContain(`runs/${newest}: the text differs from its digest; nothing of it is counted`);
    expect(status.out).toContain('last checked 25 Mar 2019');
    expect((await statusOf()).complete).toBe(false);
    expect((await run(['status', CASE, '--fail-on', 'expiring'])).code).not.toBe(0);
  } finally {
    writeFileSync(join(runs, newest), text);
  }
});
