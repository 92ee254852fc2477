// What the parts of a Word or Excel file are to each other (ECMA-376, part 2), and what a file carries beside its text: it is told,
// and nothing of it is opened.
import { posix } from 'node:path';
import { remark } from '../outcome.ts';
import type { Remark } from '../placed.ts';
import { visitXml, type XmlVisitor } from './xml.ts';
import { openZip, type Parts } from './zip.ts';

export interface Relation {
  readonly id: string;
  /** The last part of its type: `officeDocument`, `worksheet`, `header`. */
  readonly kind: string;
  /** A name of a part, or an address elsewhere. */
  readonly target: string;
  readonly external: boolean;
}

export interface Package extends Pick<Parts, 'names'> {
  readonly file: string;
  has(name: string): boolean;
  /** False where there is no such part. */
  visit(name: string, visitor: XmlVisitor): boolean;
  /** Of a part; of the package itself without a name. */
  relations(part?: string): readonly Relation[];
}

export function openPackage(file: string, octets: Uint8Array): Package {
  const zip = openZip(file, octets);
  const visit = (name: string, visitor: XmlVisitor) => {
    const part = zip.part(name);
    if (part !== undefined) visitXml({ file, name, octets: part }, visitor);
    return part !== undefined;
  };
  return {
    file,
    names: zip.names,
    visit,
    has: (name) => zip.names.includes(name),
    relations: (part = '') => {
      const found: Relation[] = [];
      const folder = posix.dirname(part);
      const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
      visit(name, {
        open(element, { Id = '', Type = '', Target = '', TargetMode = '' }) {
          if (element !== 'Relationship') return;
          const external = TargetMode === 'External';
          const target = external
            ? Target
            : posix.normalize(Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target));
          found.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), target, external });
        },
      });
      return found;
    },
  };
}

/** The part that is the document, by what the package says and otherwise by its usual name. */
export function mainPart(opened: Package, usual: string): string {
  const said = opened.relations().find(({ kind, external }) => kind === 'officeDocument' && !external)?.target;
  return said !== undefined && opened.has(said) ? said : usual;
}

/** Relations to elsewhere that a program fetches when it opens the file. */
const FETCHED = [
  'attachedTemplate',
  'oleObject',
  'externalLink',
  'externalLinkPath',
  'frame',
  'image',
  'subDocument',
  'afChunk',
];

export function carried(opened: Package, relations: readonly Relation[]): readonly Remark[] {
  const { file, names } = opened;
  const remarks: Remark[] = [];
  if (names.some((name) => /vbaProject\.bin$|\/activeX\//i.test(name))) {
    remarks.push(remark('document-active', `${file} holds macros or controls; none was run.`));
  }
  const fetched = relations.filter(({ external, kind }) => external && FETCHED.includes(kind));
  if (fetched.length > 0) {
    const [first] = fetched;
    remarks.push(
      remark(
        'document-active',
        `${file} wants something fetched from elsewhere when it is opened (${first?.target.slice(0, 100)}); nothing was.`,
      ),
    );
  }
  const embedded = names.filter((name) => /\/(embeddings|externalLinks)\/[^/]+$|\/afchunk/i.test(name));
  if (embedded.length > 0) {
    const some = embedded.slice(0, 5).map((name) => posix.basename(name));
    remarks.push(remark('document-attached', `${file} has other documents in it: ${some.join(', ')}.`));
  }
  return remarks;
}
