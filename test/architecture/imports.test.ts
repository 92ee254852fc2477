// Who may import whom, with a reason a row. The way through the house has one direction; this is what keeps it so.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceFiles, target } from './source-tree.ts';

type Rows = Readonly<Record<string, { readonly rooms: readonly string[]; readonly because: string }>>;

const MAY_IMPORT: Rows = {
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

/** The rooms of a room, each with those that it may see besides what has no room there. No two see each other. */
const WITHIN: Readonly<Record<string, Rows>> = {
  store: {
    disk: { rooms: [], because: 'what every writing and reading is made of knows nothing of cases' },
    cache: { rooms: ['disk'], because: 'what the user may delete must hold nothing of a case' },
    'run-form': { rooms: ['disk'], because: 'the text of a run is read and written without a file' },
    evidence: { rooms: ['disk'], because: 'octets are kept and given back, whatever was read out of them' },
    letters: { rooms: ['disk'], because: 'a letter is issued as it was made, and no run is looked at' },
    case: { rooms: ['disk', 'cache', 'letters'], because: 'what people write does not rest on what was found out' },
    runs: { rooms: ['disk', 'run-form'], because: 'the record is read for a status without a look at its evidence' },
    append: {
      rooms: ['disk', 'run-form', 'evidence', 'runs', 'case'],
      because: 'a run states what it rests on',
    },
    bag: { rooms: ['disk', 'append', 'case'], because: 'files are handed out as they lie, whatever stands in them' },
    examine: {
      rooms: ['disk', 'run-form', 'evidence', 'runs', 'case'],
      because: 'what is examined is never written to',
    },
  },
  lookups: {
    bulk: { rooms: [], because: 'what very many things stand in does not know what they are' },
    udp: { rooms: ['bulk'], because: 'datagrams come and go, whatever they say' },
    dns: { rooms: ['bulk', 'udp'], because: 'one question to one server; what its answer means is read elsewhere' },
    rdap: { rooms: [], because: 'a registry is asked without the DNS client' },
    whois: { rooms: [], because: 'what WHOIS and RDAP share has no room' },
    encrypted: {
      rooms: ['bulk', 'dns', 'rdap'],
      because: 'the same questions by another way; HTTP is read as for RDAP',
    },
    answers: { rooms: ['dns'], because: 'an answer is read out of its message alone' },
    heard: { rooms: ['dns'], because: 'a question and what stands as its answer, whoever was asked' },
    dnssec: { rooms: ['dns', 'answers', 'heard'], because: 'signatures are judged by octets; nothing is asked here' },
    walk: { rooms: ['bulk', 'dns', 'answers', 'heard', 'dnssec'], because: 'the way down from the root' },
    authority: {
      rooms: ['dns', 'answers', 'heard', 'dnssec', 'walk'],
      because: 'the servers of a zone are asked without a resolver',
    },
    resolver: {
      rooms: ['dns', 'encrypted', 'answers', 'heard'],
      because: 'what a resolver sees does not rest on a walk of our own',
    },
    controls: {
      rooms: ['dns', 'answers', 'walk', 'resolver'],
      because: 'a control is a question whose answer is known',
    },
    doctor: {
      rooms: ['dns', 'rdap', 'whois', 'walk', 'resolver', 'controls'],
      because: 'what is looked at is what a check would use',
    },
    reread: {
      rooms: [
        'dns',
        'rdap',
        'whois',
        'encrypted',
        'answers',
        'heard',
        'dnssec',
        'walk',
        'authority',
        'resolver',
        'controls',
      ],
      because: 'every lookup is read again by its own code',
    },
    printing: { rooms: ['dns', 'rdap'], because: 'octets are shown to people, and judged by nobody' },
  },
  model: {
    idna: { rooms: [], because: 'which labels are names depends on Unicode and the RFCs alone' },
    text: { rooms: [], because: 'a text is made harmless, cut and measured whatever it says' },
    tables: { rooms: [], because: 'what others published is as it is' },
    seen: { rooms: [], because: 'what came is told without what was ordered' },
    case: { rooms: [], because: 'what was ordered and decided is told without what was found out' },
    asking: { rooms: ['seen'], because: 'the contract of a lookup names what comes of it' },
    judged: { rooms: ['seen', 'case'], because: 'a verdict holds what was ordered against what was seen' },
    letter: { rooms: ['seen', 'case', 'judged'], because: 'a letter says what is open, and until when' },
  },
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

  describe.each(Object.entries(WITHIN))('in %s', (outer, rows) => {
    const room = (path: string | undefined) => new RegExp(`^src/${outer}/([^/]+)/`).exec(path ?? '')?.[1];

    it.each(Object.entries(rows))('%s sees only the rooms that it may', (inner, { rooms, because }) => {
      const inside = files.filter((file) => room(file.path) === inner);
      expect(inside.length).toBeGreaterThan(0);
      const seen = inside.flatMap((file) => file.imports.map((imported) => room(target(file, imported))));
      const allowed = [undefined, inner, ...rooms];
      expect([...new Set(seen.filter((other) => !allowed.includes(other)))], because).toEqual([]);
    });

    it('has a row for every room, those first that it sees', () => {
      expect([...new Set(files.flatMap(({ path }) => room(path) ?? []))].sort()).toEqual(Object.keys(rows).sort());
      const order = Object.keys(rows);
      const early = Object.entries(rows).filter(([inner, row]) =>
        row.rooms.some((other) => !order.slice(0, order.indexOf(inner)).includes(other)),
      );
      expect(early).toEqual([]);
    });
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
