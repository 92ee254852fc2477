// What one whole WHOIS reply says of a name: facts, a definite "no such object", or why it says nothing. Pure but for
// loading the second reader, so old evidence can be read again.
import { type Name, topLabel } from '../../model/name.ts';
import type { RegistrationFacts } from '../../model/seen/observation.ts';
import { failed, type RegistrationOutcome } from '../sighting.ts';
import { agreed, joined } from './agree.ts';
import { type CleanText, cleanText, labelled } from './clean.ts';
import { isEndMark, readStrictly, recordLines } from './read.ts';
import { readLayout } from './read-layout.ts';
import { registrationIn } from './registered.ts';
import { readSecondly } from './second-reader.ts';
import { echoed, otherSubject } from './subject.ts';
import { withoutTopLevel } from './top-level.ts';
import { isTorn, isTornName, withoutTornLine } from './torn.ts';

interface WhoisReplyText {
  readonly name: Name;
  readonly host: string;
  readonly octets: Uint8Array;
}

/** What answers at the port, or between here and there, need not be a WHOIS server; its "not found" is of something else. */
const OTHER_PROTOCOLS = /^\s*(?:HTTP\/\d|<(?:!doctype|html|head|body|\?xml)\b|SSH-\d|220[ -]\S+ (?:e?smtp|ftp))/i;

interface Reply {
  readonly name: Name;
  readonly host: string;
  readonly text: CleanText;
}

export async function judgeReply({ name, host, octets }: WhoisReplyText): Promise<RegistrationOutcome> {
  const given = cleanText(octets);
  const text = { ...given, lines: withoutTopLevel(given.lines, topLabel(name)) };
  const { lines } = text;
  const none = noWhois(lines);
  if (none !== undefined) return none;
  const record = withoutTornLine(text);
  const strict = joined(readStrictly(record.lines), readLayout(record, name), name);
  const another = aboutAnother(strict.about, lines, name);
  if (another !== undefined) return another;
  const facts = agreed(strict, await readSecondly({ name, host, lines: recordLines(record.lines) }));
  const found = registrationIn(lines, { ...strict, facts }, name);
  const reply = { name, host, text };
  switch (found.is) {
    case 'registered':
      return registered(reply, { named: strict.about.length > 0, facts });
    case 'free':
    case 'reserved':
      return absent(reply, found);
    case 'unknown': {
      const torn = found.failure === 'wrong-object' && isTornName(text, lines.at(-1) ?? '', name);
      return torn ? failed('incomplete', 'the reply stops within the name') : failed(found.failure, found.detail);
    }
  }
}

/** What is no answer of a WHOIS server at all. */
function noWhois(lines: readonly string[]): RegistrationOutcome | undefined {
  const head = lines.find((line) => line !== '');
  if (head === undefined) return failed('incomplete', 'the server closed without an answer');
  return OTHER_PROTOCOLS.test(head) ? failed('unparsable', `not WHOIS: ${head.trim().slice(0, 80)}`) : undefined;
}

/** `named`: whom the record names behind its labels. */
function aboutAnother(named: readonly string[], lines: readonly string[], name: Name): RegistrationOutcome | undefined {
  const about = [...new Set([...named, ...echoed(lines, name)])];
  if (about.some((one) => one !== name)) {
    const failure = about.includes(name) ? 'contradictory' : 'wrong-object';
    return failed(failure, `the record is about ${about.slice(0, 3).join(', ')}`);
  }
  const ofTopLevel = named.length === 0 && isOfTopLevel(lines, name);
  return ofTopLevel ? failed('wrong-object', `the record is about the top-level domain ${topLabel(name)}`) : undefined;
}

interface Found {
  readonly facts: RegistrationFacts;
  /** Whether the record says behind a label whose it is. */
  readonly named: boolean;
}

function registered({ name, host, text }: Reply, { facts, named }: Found): RegistrationOutcome {
  const subject = named ? undefined : otherSubject(text.lines, name);
  if (subject !== undefined) return failed('wrong-object', `the record is about ${subject}`);
  if (isTorn(text)) return failed('incomplete', 'the record stops in the middle of a line');
  return { outcome: 'facts', facts: withReferral(facts, text, host) };
}

interface Absence {
  readonly is: 'free' | 'reserved';
  /** The line that says so. */
  readonly said: string;
}

function absent({ name, text }: Reply, { is, said }: Absence): RegistrationOutcome {
  const { lines } = text;
  const subject = otherSubject(lines, name);
  if (subject !== undefined) return failed('wrong-object', `asked about ${name}: the reply is about ${subject}`);
  if (isTornName(text, said, name)) return failed('incomplete', 'the reply stops within the name');
  if (hasRecordBelow(lines)) return failed('contradictory', `a record stands below "${said.slice(0, 80)}"`);
  return { outcome: 'no-such-object', ...(is === 'reserved' && { reserved: true }), detail: said };
}

/** IANA's server shows the top-level domain where it knows no more. Older .eu shows the name's own first label. */
function isOfTopLevel(lines: readonly string[], name: Name): boolean {
  return lines.some((line) => {
    const said = labelled(line);
    return said?.label === 'domain' && said.value.toLowerCase().replace(/^\./, '') === topLabel(name);
  });
}

/** Only where there is one: two that differ are somebody's doing, and a server that names itself says nothing further there. */
function withReferral(facts: RegistrationFacts, { registrarHosts }: CleanText, asked: string): RegistrationFacts {
  const [whois] = registrarHosts;
  const another = registrarHosts.length === 1 && whois !== undefined && whois !== asked;
  return another ? { ...facts, referral: { whois } } : facts;
}

/** A second record below the end of a reply that has none, as who joins replies makes it. */
function hasRecordBelow(lines: readonly string[]): boolean {
  const end = lines.findIndex(isEndMark);
  return end >= 0 && lines.slice(end).some((line) => RECORD.has(labelled(line)?.label ?? ''));
}

const RECORD: ReadonlySet<string> = new Set(['registrar', 'registry expiry date', 'creation date']);
