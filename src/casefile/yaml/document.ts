// Text to YAML nodes, with bounds on what hostile text may cost. YAML 1.2.2 with the failsafe schema: a scalar is a
// text until tree.ts decides. What goes beyond one plain document (aliases, tags, several documents) is refused there.
import { Composer, type Document, Lexer, Parser, type YAMLParseError } from 'yaml';
import type { Problem } from '../../model/problem.ts';
import type { Code } from '../codes.ts';
import { problem } from '../problems.ts';
import { CASE_FILE_LIMIT, JOURNAL_LIMIT, type ReadableText } from '../source.ts';

/** How large a file may be: in octets, and in the pieces that YAML cuts it into, which are what costs time. */
export interface YamlLimits {
  readonly octets: number;
  readonly pieces: number;
}

/** Some five thousand lines; a block of prose is one piece whatever its length. */
export const CASE_LIMITS: YamlLimits = { octets: CASE_FILE_LIMIT, pieces: 100_000 };
/** Some ten thousand entries. */
export const JOURNAL_LIMITS: YamlLimits = { octets: JOURNAL_LIMIT, pieces: 400_000 };

const TOO_DEEP = 'This is nested too deeply to be read.';
/** Brackets that are open at once; prose may have a few that never close. */
const OPEN_BRACKETS = 200;
/** Indicators at the beginning of one line, each of which opens a level: `- - - x`. */
const LEADING_INDICATORS = 32;
/** One mistake often makes many errors; those further down are its echoes. */
const SYNTAX_PROBLEMS = 5;

type Composed =
  | { readonly ok: true; readonly document: Document.Parsed }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const OPTIONS = {
  schema: 'failsafe',
  // Keys are compared in tree.ts: here the time would grow with the square of their number.
  uniqueKeys: false,
  prettyErrors: false,
  keepSourceTokens: false,
  logLevel: 'error',
} as const;

export function compose(text: ReadableText, limits: YamlLimits): Composed {
  const deep = tooDeep(text);
  if (deep !== undefined) return { ok: false, problems: [deep] };
  const budget = { left: limits.pieces };
  const documents: Document.Parsed[] = [];
  for (const document of new Composer(OPTIONS).compose(tokens(text.text, budget), true, text.text.length)) {
    if (documents.push(document as Document.Parsed) > 1) break;
  }
  if (budget.left < 0) return { ok: false, problems: [tooManyPieces(text)] };
  const [document, second] = documents;
  if (document === undefined) return { ok: false, problems: [] };
  const problems = syntaxProblems(text, document.errors);
  if (second !== undefined) problems.push(severalDocuments(text, second));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, document };
}

function* tokens(text: string, budget: { left: number }) {
  const parser = new Parser();
  for (const piece of new Lexer().lex(text)) {
    budget.left -= 1;
    if (budget.left < 0) return;
    yield* parser.next(piece);
  }
  yield* parser.end();
}

/** A cheap look at the text before the reader, which goes down one call a level, gets to see it. */
function tooDeep(text: ReadableText): Problem | undefined {
  let open = 0;
  for (const match of text.text.matchAll(/[[{]|[\]}]|^[ ]*(?:[-?:][ ]+){32,}/gm)) {
    const first = match[0][0];
    if (first === '[' || first === '{') open += 1;
    else if (first === ']' || first === '}') open = Math.max(0, open - 1);
    else open = OPEN_BRACKETS + LEADING_INDICATORS;
    if (open > OPEN_BRACKETS) {
      return problem('yaml-too-deep', TOO_DEEP, { place: text.place(match.index) });
    }
  }
  return undefined;
}

function tooManyPieces(text: ReadableText): Problem {
  const message = `${text.file} has too many keys, values and signs to be read.`;
  return problem('file-too-large', message, { place: text.place(0) });
}

function severalDocuments(text: ReadableText, second: Document.Parsed): Problem {
  const place = text.place(Math.max(0, second.range[0]));
  return problem('yaml-documents', `${text.file} holds more than one YAML document.`, { place });
}

const CODE_OF: Readonly<Record<string, Code>> = {
  TAB_AS_INDENT: 'yaml-tab',
  MULTIPLE_DOCS: 'yaml-documents',
  BAD_ALIAS: 'yaml-alias',
  TAG_RESOLVE_FAILED: 'yaml-tag',
};

function syntaxProblems(text: ReadableText, errors: readonly YAMLParseError[]): Problem[] {
  const all = errors.slice(0, 4 * SYNTAX_PROBLEMS).map((error) => {
    const place = text.place(error.pos[0], error.pos[1]);
    if (error.code === 'RESOURCE_EXHAUSTION') return problem('yaml-too-deep', TOO_DEEP, { place });
    return problem(CODE_OF[error.code] ?? 'yaml-syntax', `${error.message.replace(/\.$/, '')}.`, { place });
  });
  // A tab throws the reader out of step for the rest of the file; elsewhere the first error of a line is the one.
  const tabs = all.filter(({ code }) => code === 'yaml-tab');
  const told = tabs.length > 0 ? tabs : all;
  const firsts = told.filter((one, index) => told.findIndex(({ place }) => place?.line === one.place?.line) === index);
  return firsts.slice(0, SYNTAX_PROBLEMS);
}
