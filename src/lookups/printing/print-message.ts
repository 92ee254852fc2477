// A DNS message as `dig` prints it: header, flags, EDNS with its extended errors, sections. Octets that are no message say why,
// and come as octets. Pure.
import { EXTENDED_ERRORS } from '../../model/tables/extended-errors.ts';
import { decodeMessage } from '../dns/codec/decode.ts';
import { type DnsMessage, extendedErrorsOf, type ResourceRecord } from '../dns/codec/message.ts';
import { CLASS_IN, OPTIONS, rcodeText, typeText } from '../dns/codec/types.ts';
import { rdataText } from './print-rdata.ts';
import { fullName } from './print-words.ts';

/** RFC 1035 section 4.1.1, RFC 1996, RFC 2136, RFC 8490. */
const OPCODES: Readonly<Record<number, string>> = {
  0: 'QUERY',
  1: 'IQUERY',
  2: 'STATUS',
  4: 'NOTIFY',
  5: 'UPDATE',
  6: 'DSO',
};

/** Text of servers stands in it as it came: whoever prints the lines makes them harmless. */
export function messageLines(octets: Uint8Array): readonly string[] {
  const decoded = decodeMessage(octets);
  if (!decoded.ok) return [`;; malformed: ${decoded.reason}, at octet ${decoded.offset} of ${octets.length}`];
  const { message, trailing } = decoded;
  return [
    ...headerLines(message),
    ...ednsLines(message),
    ...questionLines(message),
    ...sectionLines('ANSWER', message.answers),
    ...sectionLines('AUTHORITY', message.authority),
    ...sectionLines('ADDITIONAL', message.additional),
    ...(trailing > 0 ? ['', `;; ${trailing} octets after the message`] : []),
  ];
}

function headerLines(message: DnsMessage): readonly string[] {
  const { questions, answers, authority, additional, edns } = message;
  const flags = [
    message.response && 'qr',
    message.authoritative && 'aa',
    message.truncated && 'tc',
    message.recursionDesired && 'rd',
    message.recursionAvailable && 'ra',
    message.authenticData && 'ad',
    message.checkingDisabled && 'cd',
  ].filter((flag) => flag !== false);
  const counts = [
    `QUERY: ${questions.length}`,
    `ANSWER: ${answers.length}`,
    `AUTHORITY: ${authority.length}`,
    `ADDITIONAL: ${additional.length + (edns === undefined ? 0 : 1)}`,
  ];
  const opcode = OPCODES[message.opcode] ?? `RESERVED${message.opcode}`;
  return [
    `;; ->>HEADER<<- opcode: ${opcode}, status: ${rcodeText(message.rcode)}, id: ${message.id}`,
    `;; flags:${flags.map((flag) => ` ${flag}`).join('')}; ${counts.join(', ')}`,
  ];
}

function ednsLines(message: DnsMessage): readonly string[] {
  const { edns } = message;
  if (edns === undefined) return [];
  const others = edns.options.filter(({ code }) => code !== OPTIONS.EXTENDED_ERROR);
  return [
    '',
    ';; OPT PSEUDOSECTION:',
    `; EDNS: version: ${edns.version}, flags:${edns.dnssecOk ? ' do' : ''}; udp: ${edns.udpSize}`,
    ...extendedErrorsOf(message).map(({ code, text }) => {
      const meaning = EXTENDED_ERRORS[code]?.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
      return `; EDE: ${code}${meaning === undefined ? '' : ` (${meaning})`}${text === '' ? '' : `: (${text})`}`;
    }),
    ...others.map(optionLine),
  ];
}

function optionLine({ code, octets }: { readonly code: number; readonly octets: Uint8Array }): string {
  if (code === OPTIONS.PADDING) return `; PAD: (${octets.length} bytes)`;
  const text = Buffer.from(octets).toString('latin1');
  const hex = Array.from(octets, (octet) => octet.toString(16).padStart(2, '0'));
  const readable = `("${text.replace(/[^ -~]/g, '.')}")`;
  return code === OPTIONS.NSID ? `; NSID: ${hex.join(' ')} ${readable}` : `; OPT=${code}: ${hex.join(' ')} ${readable}`;
}

function questionLines({ questions }: DnsMessage): readonly string[] {
  if (questions.length === 0) return [];
  const lines = questions.map(
    ({ name, class: asked, type }) => `;${fullName(name)}\t\t${classText(asked)}\t${typeText(type)}`,
  );
  return ['', ';; QUESTION SECTION:', ...lines];
}

function sectionLines(title: string, records: readonly ResourceRecord[]): readonly string[] {
  if (records.length === 0) return [];
  return ['', `;; ${title} SECTION:`, ...records.map(recordLine)];
}

function recordLine({ name, ttl, class: recordClass, type, rdata }: ResourceRecord): string {
  return [fullName(name), ttl, classText(recordClass), typeText(type), rdataText(rdata, type)].join('\t');
}

/** RFC 3597 section 5. */
function classText(value: number): string {
  return value === CLASS_IN ? 'IN' : `CLASS${value}`;
}
