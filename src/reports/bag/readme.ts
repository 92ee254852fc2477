// README.txt of a bag, for an expert who has never seen the program: what lies where, how to check it with ordinary tools, what was found when it
// was made and what is not in it. A tag file, since the payload is the record and nothing else. Plain text of at most 78 columns.
import { show } from '../../model/text/harmless.ts';
import { count } from '../../model/text/phrase.ts';
import { headLine, verdictWords } from '../evidence/verify-text.ts';
import { hang } from '../layout.ts';
import { PLAIN } from '../paint.ts';
import { type ExportedBag, marksOf, verifyCalls } from './exported-bag.ts';

const WIDTH = 78;

export function bagReadme(bag: ExportedBag): string {
  const parts = [head(bag), whatIsWhere(bag), howToCheck(bag), whatWasFound(bag), whatIsMissing(bag)];
  return `${parts.map((lines) => [...lines].join('\n')).join('\n\n')}\n`;
}

function* head(bag: ExportedBag): Iterable<string> {
  const { title, docket, court } = bag.theCase;
  const marks = marksOf(bag);
  if (marks.length > 0) yield `*** ${marks.join(' - ')} ***`;
  if (bag.theCase.rehearsal) yield* text('Nothing of it happened: it was practised on a simulated internet.');
  else if (bag.simulated) yield* text('Some of its answers come from a simulated network.');
  if (bag.theCase.illustrative) yield* text("Its terms have not been compared with the order's text.");
  if (marks.length > 0) yield '';
  const what = bag.only.length === 0 ? 'The record' : `${count(bag.only.length, 'run')} of the record`;
  yield* text(
    `${what} of ${show(title)}, ${show(docket)} (${show(court.name)}), handed out as a bag: a folder with the digest of every file in it (BagIt 1.0, RFC 8493).`,
  );
  yield '';
  yield* text(`Made ${bag.made} by takedown ${bag.toolVersion}${bag.by === undefined ? '' : `, for ${show(bag.by)}`}.`);
  if (bag.sealedUntil === undefined) return;
  yield '';
  yield* text(`The case is UNDER SEAL until ${bag.sealedUntil}: this bag has its names.`);
}

function* whatIsWhere({ theCase, only, shared, stamps }: ExportedBag): Iterable<string> {
  const whole = only.length === 0;
  const home = `data/cases/${theCase.id}/`;
  yield 'WHAT IS WHERE';
  yield '';
  const rows: readonly (readonly [string, string])[] = [
    ['manifest-sha256.txt', 'the SHA-256 of every file below data/'],
    ['tagmanifest-sha256.txt', 'the SHA-256 of every other file, this one and that list among them'],
    ['bag-info.txt', 'what, when, how much'],
    [home, 'the case as it lies with those who keep it:'],
    ['  case.yaml', 'what the court ordered, in checkable form; beside it the lists of names'],
    ['  orders/', 'copies of the orders as filed'],
    ['  runs/RUN.yaml', 'one look at all names: a line an observation, each a JSON object'],
    ['  runs/RUN.warc.gz', 'its evidence: the octets sent and received (WARC 1.1, ISO 28500)'],
    ...(stamps.length > 0 ? ([['  runs/RUN.*.tsr', 'time stamps of runs by an authority (RFC 3161)']] as const) : []),
    ...(whole
      ? ([
          ['  journal.yaml', 'what people did and were told'],
          ['  letters/', 'letters as they were issued and sent'],
          ['  replies/, signed/', 'what came back, and what a person signed'],
          ['  imports/', 'documents that the names came from; imports.yaml says which name from where'],
          ['  alarms/', 'what somebody was told of, and when'],
          ['  shards/', 'parts of runs'],
        ] as const)
      : []),
    ...(shared.length > 0
      ? ([['the rest of data/', 'what this case shares with others: recipients, settings, templates']] as const)
      : []),
  ];
  for (const [place, what] of rows) {
    if (place.length > 24) yield* [`  ${place}`, ...hang('    ', what, WIDTH)];
    else yield* hang(`  ${place.padEnd(24)} `, what, WIDTH);
  }
  if (whole) yield '  (Folders that are not there had nothing in them.)';
}

function* howToCheck(bag: ExportedBag): Iterable<string> {
  const runs = `data/cases/${bag.theCase.id}/runs`;
  const run = bag.runs.at(-1) ?? 'RUN';
  yield 'HOW TO CHECK IT, WITHOUT THE PROGRAM THAT MADE IT';
  yield '';
  yield* step('1', 'No file has changed, and none is missing. In the folder of this file:');
  yield* commands('sha256sum --check --quiet manifest-sha256.txt tagmanifest-sha256.txt');
  yield* step(
    '',
    'Silence is good. Any validator of BagIt says the same, and whether a file lies here that is not listed.',
  );
  if (bag.encoded > 0) {
    const named = count(bag.encoded, 'file');
    const why = 'with a line end or a percent sign in the name, which BagIt writes as %0A, %0D and %25';
    yield* step('', `${named} ${why}: sha256sum does not find those.`);
  }
  yield '';
  yield* step('2', 'It is the bag that was handed out. Compare this with what its maker told you:');
  yield* commands('sha256sum tagmanifest-sha256.txt');
  yield '';
  yield* step(
    '3',
    'What was answered. Each exchange is a WARC record; any reader of web archives takes the file (`warcio check`, `warcio index`), or:',
  );
  yield* commands(`gunzip -c ${runs}/${run}.warc.gz | less`);
  yield* step(
    '',
    'RDAP stands there as HTTP, WHOIS as text, DNS as the messages themselves (application/dns-message).',
  );
  yield '';
  yield* step(
    '4',
    'A run and its evidence belong together. Its last line but one states the SHA-256 of all above that line, and the fourth from the end that of its evidence:',
  );
  yield* commands(
    `head -n -2 ${runs}/${run}.yaml | sha256sum`,
    `sha256sum ${runs}/${run}.warc.gz`,
    `tail -n 4 ${runs}/${run}.yaml`,
  );
  yield* step('', 'Each observation states where its records begin (offset), how long they are and their SHA-256:');
  yield* commands(`tail -c +$((OFFSET + 1)) ${runs}/${run}.warc.gz | head -c LENGTH | sha256sum`);
  yield '';
  yield* step(
    '',
    'The head of each run (rests-on) states the digest of the run before it, of the journal as far as it went, and of the case file and lists of names that it was made with.',
  );
  yield '';
  const [stamp] = bag.stamps;
  if (stamp !== undefined) {
    const stamped = stamp.replace(/\.[^./]+\.tsr$/, '.yaml');
    yield* step(
      '5',
      'A stamped run was there at the time of its stamp. With the certificate of the authority, from elsewhere:',
    );
    yield* commands(`openssl ts -reply -in ${show(stamp)} -text`);
    yield* commands(`openssl ts -verify -CAfile AUTHORITY.pem -data ${show(stamped)} -in ${show(stamp)}`);
    yield '';
  }
  yield 'WITH THE PROGRAM (it asks nobody, and writes nothing here)';
  yield '';
  yield* commands(...verifyCalls(bag));
  yield* step('', 'computes every digest, reads every answer again, and judges every verdict again.');
}

function* whatWasFound({ verified, findings, made }: ExportedBag): Iterable<string> {
  yield 'WHAT WAS FOUND WHEN IT WAS MADE';
  yield '';
  yield* text(`${headLine(verified)}.`);
  yield* text(`${verdictWords(verified, PLAIN)} (${made})`);
  if (findings.length > 0) yield '';
  for (const { kind, file, what } of findings) yield* hang('  ', `${kind}: ${show(file)}: ${show(what)}`, WIDTH);
  const all = Object.values(verified.counts).reduce((sum, one) => sum + one, 0);
  if (all > findings.length) yield `  ... and ${all - findings.length} more`;
}

function* whatIsMissing({ only, leftOut, unfinished, setAside }: ExportedBag): Iterable<string> {
  yield 'WHAT IT IS NOT';
  yield '';
  if (only.length > 0) {
    yield* text(
      'It is not the whole record: other runs, the journal, letters and papers were not asked for. A run that states the digest of one before it, or of the journal, cannot be held against those here.',
    );
  }
  for (const id of unfinished) {
    yield* text(`${show(id)} was begun and never finished. It is in the bag as it lies, and no report counts it.`);
  }
  for (const id of setAside)
    yield* text(`${show(id)} was never finished, and set aside by a person. It is in the bag.`);
  for (const { file, why } of leftOut) yield* hang('  not in it: ', `${show(file)} (${why})`, WIDTH);
  yield* text('A digest shows that a file is the one that was handed out. It does not show who wrote it, nor when.');
}

function text(words: string): readonly string[] {
  return hang('', words, WIDTH);
}

function step(number: string, words: string): readonly string[] {
  return hang(number === '' ? '     ' : `  ${number}. `, words, WIDTH);
}

/** Not wrapped: who copies one copies it whole. */
function* commands(...lines: readonly string[]): Iterable<string> {
  for (const line of lines) yield `       ${line}`;
}
