// One word of a line: a name, something that is none, or nothing of interest. Says what is doubtful about it by itself; where it
// stands is somebody else's question.
import { type Name, parseName } from '../../model/name.ts';
import type { Candidate, Doubt, Refusal } from '../sifted.ts';
import { type Endings, endsKnown } from './endings.ts';
import { refusalOf } from './no-name.ts';
import { FILES_AND_TOPS, RATHER_FILES, WORDS_AND_TOPS } from './tables.ts';

export type WordReading =
  | {
      readonly kind: 'name';
      readonly candidates: readonly [Candidate, ...Candidate[]];
      readonly doubts: readonly Doubt[];
    }
  | { readonly kind: 'refused'; readonly reason: Refusal; readonly detail?: string; readonly domain?: Name }
  | { readonly kind: 'word' };

const WORD: WordReading = { kind: 'word' };
const SCHEME = /^(?:h(?:tt|xx|\*\*|t\*|x\*)ps?|s?ftp|fxp|wss?):[/\\]{0,4}/i;

export function readWord(text: string, endings: Endings): WordReading {
  const bare = text.replace(/^['’*†‡§¶]+(?![.])/u, '').replace(/(?:['’]s)?[.,;:!?…'’*†‡§¶)\]]*$/u, '');
  const scheme = SCHEME.exec(bare)?.[0];
  if (scheme !== undefined) return ofAddress(bare.slice(scheme.length), endings);
  if (bare.includes('@')) return mailAddress(bare, endings);
  if (isAddress(bare)) return { kind: 'refused', reason: 'ip-address' };
  if (/[/:?#\\]/.test(bare)) return ofAddress(bare, endings);
  return bare.includes('.') ? dotted(bare, endings) : WORD;
}

/** What follows a scheme, or stands in front of a port or a path. */
function ofAddress(text: string, endings: Endings): WordReading {
  const [, host = '', rest = ''] = /^(?:[^/@?#]*@)?([^/:?#\\]*)(.*)$/s.exec(text) ?? [];
  if (isAddress(host)) return { kind: 'refused', reason: 'ip-address' };
  const reading = host.includes('.') ? dotted(host, endings) : WORD;
  // "Domain:evil.example" has a label in front, and no host.
  if (reading.kind === 'word' && /^:[^/\d]/.test(rest)) return readWord(rest.slice(1), endings);
  if (reading.kind !== 'name' || /^[/\\]?$/.test(rest)) return reading;
  return { ...reading, doubts: ['port-or-path', ...reading.doubts] };
}

function mailAddress(text: string, endings: Endings): WordReading {
  const domain = text.slice(text.lastIndexOf('@') + 1).replace(/[/:?>].*$/s, '');
  const reading = dotted(domain, endings);
  if (reading.kind !== 'name') return reading.kind === 'refused' ? { kind: 'refused', reason: 'mail-address' } : WORD;
  return { kind: 'refused', reason: 'mail-address', domain: reading.candidates[0].name };
}

function dotted(text: string, endings: Endings): WordReading {
  const pattern = /^(?:\*\.)+|^\./.exec(text)?.[0];
  if (pattern !== undefined) return ofPattern(text.slice(pattern.length), endings);
  if (text.includes('\u00ad')) return softHyphens(text, endings);
  if (!/\.[^.]*\p{L}[^.]*$/u.test(text)) return WORD;
  const reading = parseName(text);
  if (!reading.ok) return refusalOf(text, reading.reason);
  const { name } = reading;
  if (!endsKnown(name, endings)) return unknownEnding(text, name, endings);
  const standing = endings.standing(name);
  if (standing === 'suffix') return { kind: 'refused', reason: 'public-suffix', detail: name };
  const shorter = numbered(name, endings);
  const doubts: Doubt[] = [
    ...(shorter === undefined ? [] : (['numbering'] as const)),
    ...(standing === 'shared' ? (['shared'] as const) : []),
    ...doubtsOfWords(text),
  ];
  const printed: Candidate = { name, how: 'as-printed' };
  return { kind: 'name', candidates: shorter === undefined ? [printed] : [printed, shorter], doubts };
}

function ofPattern(rest: string, endings: Endings): WordReading {
  if (endings.isTop(rest.toLowerCase())) return { kind: 'refused', reason: 'public-suffix', detail: rest };
  const reading = dotted(rest, endings);
  if (reading.kind !== 'name') return reading;
  const [{ name }] = reading.candidates;
  return { kind: 'name', candidates: [{ name, how: 'reduced' }], doubts: ['pattern', ...reading.doubts] };
}

/** Some programs write every hyphen at a line end as a soft one, some put soft ones where a line may end. */
function softHyphens(text: string, endings: Endings): WordReading {
  const forms = [text.replaceAll('\u00ad', '-'), text.replaceAll('\u00ad', '')].map((form) => dotted(form, endings));
  const [first, ...more] = forms.flatMap((form) => (form.kind === 'name' ? form.candidates : []));
  if (first === undefined) return forms[1] ?? WORD;
  return { kind: 'name', candidates: [{ ...first, how: 'as-printed' }, ...more.map(reduced)], doubts: ['soft-hyphen'] };
}

function reduced({ name }: Candidate): Candidate {
  return { name, how: 'reduced' };
}

/** "12.evil.example": its twelfth entry, or a host that is called so. */
function numbered(name: Name, endings: Endings): Candidate | undefined {
  const rest = /^\d{1,5}\.(.+\..+)$/.exec(name)?.[1];
  const reading = rest === undefined ? undefined : parseName(rest);
  if (reading?.ok !== true || !endsKnown(reading.name, endings) || endings.standing(reading.name) === 'suffix')
    return undefined;
  return { name: reading.name, how: 'reduced' };
}

function doubtsOfWords(text: string): readonly Doubt[] {
  const last = text.slice(text.lastIndexOf('.') + 1);
  const doubts: Doubt[] = [];
  if (RATHER_FILES.has(last.toLowerCase())) doubts.push('file-or-name');
  if (/^\p{Lu}?\p{Ll}+\.\p{Lu}\p{Ll}*$/u.test(text) && WORDS_AND_TOPS.has(last.toLowerCase()))
    doubts.push('word-or-name');
  return doubts;
}

/** "evil.example3" with the mark of a footnote, "evil.comVerisign" out of two columns. */
function unknownEnding(text: string, name: Name, endings: Endings): WordReading {
  const last = text.slice(text.lastIndexOf('.') + 1);
  const cut = /^([a-z]+)(?:\d{1,3}|\p{Lu}.*)$/u.exec(last)?.[1] ?? /^([A-Z]+)\d{1,3}$/.exec(last)?.[1];
  const shorter =
    cut === undefined || !endings.isTop(cut.toLowerCase())
      ? undefined
      : text.slice(0, text.length - last.length + cut.length);
  const reading = shorter === undefined ? undefined : parseName(shorter);
  if (reading?.ok === true && endings.standing(reading.name) !== 'suffix') {
    return { kind: 'name', candidates: [{ name: reading.name, how: 'reduced' }], doubts: ['glued'] };
  }
  const none = refusalOf(text, undefined);
  if (none.kind === 'refused' && none.reason !== 'unknown-ending') return none;
  return { kind: 'name', candidates: [{ name, how: 'as-printed' }], doubts: ['unknown-ending'] };
}

export function mayBeFile(name: Name): boolean {
  return FILES_AND_TOPS.has(name.slice(name.lastIndexOf('.') + 1));
}

/** IPv4 also with a port, IPv6 also in brackets; never a name. */
function isAddress(text: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d+)?$/.test(text) || /^(?=.*:.*:)[0-9a-f:.]+(?:\/\d+)?$/i.test(text);
}
