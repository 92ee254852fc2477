// Who may import whom, with a reason a row. The way through the house has one direction; this is what keeps it so.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceFiles, target } from './source-tree.ts';

const MAY_IMPORT: Readonly<Record<string, { readonly rooms: readonly string[]; readonly because: string }>> = {
  model: { rooms: [], because: 'the words of the field depend on nothing' },
  relief: { rooms: ['model'], because: 'relief knows facts, never who fetched them' },
  calendar: { rooms: ['model'], because: 'counting days needs the court and the order, nothing that was observed' },
  casefile: {
    rooms: ['model', 'relief', 'calendar'],
    because:
      'the schema is made of the pieces that each kind of relief brings; "after 14 days" is counted at the court',
  },
  intake: { rooms: ['model'], because: 'who reads a document must not know which case it is for' },
  progress: { rooms: ['model', 'relief', 'calendar'], because: 'judging joins requirements, facts and deadlines' },
  precheck: {
    rooms: ['model', 'relief', 'progress'],
    because: 'what speaks against serving an order follows from what it asks and from what was seen',
  },
  paper: { rooms: ['model'], because: 'who sets a document on pages must not know what it is about' },
  letters: {
    rooms: ['model', 'relief', 'calendar', 'casefile', 'progress', 'paper'],
    because:
      'a letter is made of progress and a template, which is text that people write; it reads no file and sends nothing',
  },
  post: { rooms: ['model'], because: 'what sends must not know why' },
  stamps: { rooms: ['model'], because: 'a time stamp is judged by its octets alone, whoever fetched or kept them' },
  reports: {
    rooms: ['model', 'progress', 'relief', 'calendar', 'paper', 'precheck'],
    because: 'a format renders progress; it fetches and reads nothing',
  },
  lookups: { rooms: ['model'], because: 'who asks must not know what is hoped for' },
  sweep: { rooms: ['model', 'progress', 'relief'], because: 'what is asked follows from what is required' },
  store: { rooms: ['model', 'casefile'], because: 'files hold what casefile reads, and observations' },
  rehearsal: {
    rooms: ['model', 'lookups/dns/codec'],
    because: 'the simulated internet shares the octets of DNS, nothing else',
  },
  cli: {
    rooms: [
      'model',
      'relief',
      'calendar',
      'casefile',
      'intake',
      'progress',
      'precheck',
      'reports',
      'letters',
      'paper',
      'lookups',
      'post',
      'stamps',
      'sweep',
      'store',
      'rehearsal',
    ],
    because: 'it alone wires things together',
  },
};

/** The rooms of the store, each with those that it may see besides `disk` and what has no room. */
const IN_THE_STORE: Readonly<Record<string, { readonly rooms: readonly string[]; readonly because: string }>> = {
  disk: { rooms: [], because: 'what every writing and reading is made of knows nothing of cases' },
  cache: { rooms: [], because: 'what the user may delete must hold nothing of a case' },
  'run-form': { rooms: [], because: 'the text of a run is read and written without a file' },
  evidence: { rooms: [], because: 'octets are kept and given back, whatever was read out of them' },
  letters: { rooms: [], because: 'a letter is issued as it was made, and no run is looked at' },
  case: { rooms: ['cache', 'letters'], because: 'what people write does not rest on what was found out' },
  runs: { rooms: ['run-form'], because: 'the record is read for a status without a look at its evidence' },
  append: { rooms: ['run-form', 'evidence', 'runs', 'case'], because: 'a run states what it rests on' },
  bag: { rooms: ['append', 'case'], because: 'files are handed out as they lie, whatever stands in them' },
  examine: { rooms: ['run-form', 'evidence', 'runs', 'case'], because: 'what is examined is never written to' },
};

/** Packages and Node modules that only certain rooms may use. */
const ONLY_IN: readonly { readonly modules: RegExp; readonly rooms: readonly string[]; readonly because: string }[] = [
  { modules: /^(commander|inquirer|chalk)$/, rooms: ['cli'], because: 'only the command line speaks to a terminal' },
  {
    modules: /^node:(net|tls|dgram|http|https|dns|dns\/promises)$/,
    rooms: ['lookups', 'post', 'rehearsal'],
    because: 'only these open sockets',
  },
  { modules: /^nodemailer\/?/, rooms: ['post'], because: 'only one room sends' },
  { modules: /^(pkijs|asn1js)$/, rooms: ['stamps'], because: 'only one room reads ASN.1' },
  { modules: /^smtp-server$/, rooms: ['rehearsal'], because: 'only the simulated internet serves' },
  { modules: /^node:(fs|fs\/promises)$/, rooms: ['store'], because: 'only the store touches files' },
  { modules: /^node:worker_threads$/, rooms: ['cli'], because: 'only the command line says how many work' },
  { modules: /^node:(child_process|cluster)$/, rooms: [], because: 'nothing is executed' },
];
/** `isIP` and `BlockList` of node:net open nothing. */
const PURE_USES: Readonly<Record<string, RegExp>> = { 'src/model/address.ts': /^node:net$/ };

const files = sourceFiles();

describe('the way through the house', () => {
  it('has a row for every room', () => {
    expect([...new Set(files.map((file) => file.room))].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  it.each(Object.entries(MAY_IMPORT))('%s imports only what it may', (room, { rooms, because }) => {
    const allowed = [room, ...rooms].map((folder) => `src/${folder}/`);
    const strays = files
      .filter((file) => file.room === room)
      .flatMap((file) => file.imports.map((imported) => ({ from: file.path, to: target(file, imported) })))
      .filter(({ to }) => to !== undefined && !allowed.some((folder) => to.startsWith(folder)));
    expect(strays, because).toEqual([]);
  });

  it.each(Object.entries(IN_THE_STORE))('store/%s sees only the rooms that it may', (room, { rooms, because }) => {
    const inside = /^src\/store\/([^/]+)\//;
    const seen = files
      .filter((file) => inside.exec(file.path)?.[1] === room)
      .flatMap((file) => file.imports.map((imported) => inside.exec(target(file, imported) ?? '')?.[1]));
    expect(seen.length).toBeGreaterThan(0);
    const allowed = [undefined, 'disk', room, ...rooms];
    expect([...new Set(seen.filter((other) => !allowed.includes(other)))], because).toEqual([]);
  });

  it('has a row for every room of the store', () => {
    const rooms = files.flatMap(({ path }) => /^src\/store\/([^/]+)\//.exec(path)?.[1] ?? []);
    expect([...new Set(rooms)].sort()).toEqual(Object.keys(IN_THE_STORE).sort());
  });

  it.each(ONLY_IN.map((row) => [String(row.modules), row] as const))(
    '%s stays in its rooms',
    (_, { modules, rooms, because }) => {
      const strays = files
        .filter((file) => !rooms.includes(file.room))
        .flatMap((file) =>
          file.imports
            .filter((name) => modules.test(name) && !PURE_USES[file.path]?.test(name))
            .map((name) => `${file.path}: ${name}`),
        );
      expect(strays, because).toEqual([]);
    },
  );

  it('imports files that exist, at most two folders up', () => {
    const bad = files.flatMap((file) =>
      file.imports
        .filter(
          (imported) =>
            imported.startsWith('../../../') ||
            (imported.startsWith('.') && !existsSync(join(ROOT, target(file, imported) ?? ''))),
        )
        .map((imported) => `${file.path}: ${imported}`),
    );
    expect(bad).toEqual([]);
  });
});

describe('what is impure is handed in', () => {
  it.each([
    ['Date.now()', /\bDate\.now\(/, ['src/cli/clock.ts']],
    ['new Date()', /\bnew Date\(\)/, []],
    ['Math.random', /\bMath\.random\b/, []],
    ['process.', /(?<![.\w])process\.(?!pid\b)/, ['src/cli/']],
    ['console.', /(?<![.\w])console\./, []],
  ] as const)('%s', (_, pattern, allowed) => {
    const strays = files
      .filter((file) => !allowed.some((place) => file.path.startsWith(place)))
      .filter((file) => pattern.test(withoutComments(file.text)))
      .map((file) => file.path);
    expect(strays).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
