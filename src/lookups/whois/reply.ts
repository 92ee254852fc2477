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

interface WhoisReplyText {
  readonly name: Name;
  readonly host: string;
  readonly octets: Uint8Array;
}

/** What answers at the port, or between here and there, need not be a WHOIS server; its "not found" is of something else. */
const OTHER_PROTOCOLS = /^\s*(?:HTTP\/\d|<(?:!doctype|html|head|body|\?xml)\b|SSH-\d|220[ -]\S+ (?:e?smtp|ftp))/i;

export async function judgeReply({ name, host, octets }: WhoisReplyText): Promise<RegistrationOutcome> {
  const given = cleanText(octets);
  const text = { ...given, lines: withoutTopLevel(given.lines, topLabel(name)) };
  const { lines } = text;
  if (lines.every((line) => line === '')) return failed('incomplete', 'the server closed without an answer');
  const head = lines.find((line) => line !== '') ?? '';
  if (OTHER_PROTOCOLS.test(head)) return failed('unparsable', `not WHOIS: ${head.trim().slice(0, 80)}`);
  const record = withoutTornLine(text);
  const strict = joined(readStrictly(record.lines), readLayout(record, name), name);
  const about = [...new Set([...strict.about, ...echoed(lines, name)])];
  const other = about.find((one) => one !== name);
  if (other !== undefined) {
    const both = about.includes(name);
    return failed(both ? 'contradictory' : 'wrong-object', `the record is about ${about.slice(0, 3).join(', ')}`);
  }
  if (strict.about.length === 0 && isOfTopLevel(lines, name)) {
    return failed('wrong-object', `the record is about the top-level domain ${topLabel(name)}`);
  }
  const facts = agreed(strict, await readSecondly({ name, host, lines: recordLines(record.lines) }));
  const found = registrationIn(lines, { ...strict, facts }, name);
  switch (found.is) {
    case 'registered': {
      const subject = strict.about.length === 0 ? otherSubject(lines, name) : undefined;
      if (subject !== undefined) return failed('wrong-object', `the record is about ${subject}`);
      return isTorn(text)
        ? failed('incomplete', 'the record stops in the middle of a line')
        : { outcome: 'facts', facts: withReferral(facts, text, host) };
    }
    case 'free':
    case 'reserved': {
      const subject = otherSubject(lines, name);
      if (subject !== undefined) return failed('wrong-object', `asked about ${name}: the reply is about ${subject}`);
      if (isTornName(text, found.said, name)) return failed('incomplete', 'the reply stops within the name');
      if (hasRecordBelow(lines)) return failed('contradictory', `a record stands below "${found.said.slice(0, 80)}"`);
      return { outcome: 'no-such-object', ...(found.is === 'reserved' && { reserved: true }), detail: found.said };
    }
    case 'unknown': {
      const torn = found.failure === 'wrong-object' && isTornName(text, lines.at(-1) ?? '', name);
      return torn ? failed('incomplete', 'the reply stops within the name') : failed(found.failure, found.detail);
    }
  }
}

/** IANA's server shows the top-level domain where it knows no more. Older .eu shows the name's own first label. */
function isOfTopLevel(lines: readonly string[], name: Name): boolean {
  return lines.some((line) => {
    const said = labelled(line);
    return said?.label === 'domain' && said.value.toLowerCase().replace(/^\./, '') === topLabel(name);
  });
}

/**
 * Closed in mid-line: half a name is somebody else's, half a date another day's. Where a label stands before it the whole record
 * is given up; see isTorn.
 */
function withoutTornLine(text: CleanText): CleanText {
  if (endsItself(text)) return text;
  const lines = text.lines.slice(0, -1);
  return { ...text, lines, endsWithEmptyLine: lines.at(-1) === '' };
}

function endsItself({ lines, endsWithLine }: CleanText): boolean {
  return endsWithLine || lines.some(isEndMark);
}

/** Only where there is one: two that differ are somebody's doing, and a server that names itself says nothing further there. */
function withReferral(facts: RegistrationFacts, { registrarHosts }: CleanText, asked: string): RegistrationFacts {
  const [whois] = registrarHosts;
  const another = registrarHosts.length === 1 && whois !== undefined && whois !== asked;
  return another ? { ...facts, referral: { whois } } : facts;
}

/** Closed within the name that is not found: nobody knows how it goes on. */
function isTornName({ lines, endsWithLine }: CleanText, said: string, name: Name): boolean {
  if (endsWithLine || lines.at(-1)?.trim() !== said.trim()) return false;
  const last = /[^\s"'<[(:]*$/.exec(said.trim().toLowerCase())?.[0] ?? '';
  return last !== '' && last !== name && name.startsWith(last) && !said.toLowerCase().includes(name);
}

/** A second record below the end of a reply that has none, as who joins replies makes it. */
function hasRecordBelow(lines: readonly string[]): boolean {
  const end = lines.findIndex(isEndMark);
  return end >= 0 && lines.slice(end).some((line) => RECORD.has(labelled(line)?.label ?? ''));
}

const RECORD: ReadonlySet<string> = new Set(['registrar', 'registry expiry date', 'creation date']);

/** Labels that stand at the end of a record or behind it: what comes before them is whole. */
const LAST_LABELS: ReadonlySet<string> = new Set(['dnssec', 'url of the icann whois inaccuracy complaint form']);

/** Closed in mid-line, with nothing that shows that the statuses and name servers before it are all there. */
function isTorn(text: CleanText): boolean {
  if (endsItself(text)) return false;
  const label = labelled(text.lines.at(-1) ?? '')?.label;
  return label !== undefined && !LAST_LABELS.has(label);
}
