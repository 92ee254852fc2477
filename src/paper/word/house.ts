// The letter in the Word file that the firm designed: its letterhead, fonts and styles stay, and each {{part}} is put where the file has
// it. What the file has no place for stands in {{body}}, in the letter's order, so that nothing is ever left out.
import { type FileChild, type IPatch, PatchType, patchDetector, patchDocument } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { TakedownError } from '../../model/takedown-error.ts';
import type { LetterDocument } from '../document.ts';
import type { Shown } from '../fonts/shown.ts';
import type { WordFile } from './built-in.ts';
import { lists } from './numbering.ts';
import { PART_NAMES, type PartName, partsOf } from './parts.ts';
import { runsOf } from './runs.ts';

const HOUSE_FILE = 'house.docx';

/** Words within a line, such as of a header or a footer. */
const LINE_TAGS = ['marks', 'id', 'title', 'to', 'dated'] as const;
type LineTag = (typeof LINE_TAGS)[number];

export async function inHouse({ document }: Shown, reference: Uint8Array): Promise<WordFile> {
  const tags = await tagsOf(reference);
  refuseWrongTags(tags, document, reference);
  const all = lists();
  const { children: parts, rows } = partsOf(document, all);
  const patches: Record<string, IPatch> = {};
  for (const name of PART_NAMES) {
    if (name === 'body' || !tags.has(name)) continue;
    patches[name] = { type: PatchType.DOCUMENT, children: parts[name] };
  }
  patches['body'] = { type: PatchType.DOCUMENT, children: bodyWith(parts, tags) };
  for (const tag of LINE_TAGS) {
    if (tags.has(tag)) patches[tag] = { type: PatchType.PARAGRAPH, children: [...runsOf(lineOf(tag, document))] };
  }
  const octets = await patchDocument({
    outputType: 'uint8array',
    data: reference,
    patches,
    keepOriginalStyles: true,
    trimPlaceholders: true,
    numbering: all.all(),
    properties: { title: document.title },
  });
  // Its fonts are the firm's business: what it embeds stays.
  return { octets, fonts: [], ...(rows && { rows }) };
}

/** Parts with a place of their own are left out of it. */
function bodyWith(
  parts: Readonly<Record<PartName, readonly FileChild[]>>,
  tags: ReadonlySet<string>,
): readonly FileChild[] {
  return PART_NAMES.filter((name) => name === 'body' || !tags.has(name)).flatMap((name) => parts[name]);
}

function lineOf(tag: LineTag, document: LetterDocument): string {
  const lines: Readonly<Record<LineTag, string>> = {
    marks: document.marks.join('  ·  '),
    id: document.id,
    title: document.title,
    to: document.addressee[0] ?? document.title,
    dated: document.dateText,
  };
  return lines[tag];
}

async function tagsOf(reference: Uint8Array): Promise<ReadonlySet<string>> {
  try {
    return new Set(await patchDetector({ data: reference, trimPlaceholders: true }));
  } catch (cause) {
    throw wrong('It is not a Word file that can be read.', cause);
  }
}

function refuseWrongTags(tags: ReadonlySet<string>, { marks }: LetterDocument, reference: Uint8Array): void {
  const known: readonly string[] = [...PART_NAMES, ...LINE_TAGS];
  const strange = [...tags].filter((tag) => !known.includes(tag));
  if (strange.length > 0) throw wrong(`It has a place that no letter fills: {{${strange[0]?.slice(0, 60)}}}.`);
  if (!tags.has('body')) throw wrong('It has no {{body}}: there is no place for the letter.');
  if (marks.length > 0 && !headers(reference).some((text) => /\{\{\s*marks\s*\}\}/.test(text))) {
    throw wrong(`It has no {{marks}} in a header, and every page of this letter must say ${marks.join(', ')}.`);
  }
}

/** The text of every header: Word may have cut a tag into several runs. */
function headers(reference: Uint8Array): readonly string[] {
  const entries = unzipSync(reference, { filter: ({ name }) => /^word\/header\d*\.xml$/.test(name) });
  return Object.values(entries).map((entry) => strFromU8(entry).replace(/<[^>]*>/g, ''));
}

function wrong(message: string, cause?: unknown): TakedownError {
  return new TakedownError('input', {
    code: 'house-file',
    message: `${HOUSE_FILE}: ${message}`,
    hint: `Places are: ${[...PART_NAMES, ...LINE_TAGS].map((tag) => `{{${tag}}}`).join(' ')}.`,
    cause,
  });
}
