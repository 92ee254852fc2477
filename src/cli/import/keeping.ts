// Copies of the documents that names come from: kept with the case before its names are written, unless --no-keep says otherwise.
import { NO_COPY } from '../../model/case/import.ts';
import { type DocumentToKeep, keepDocument, placeOfDocument } from '../../store/case/imported-documents.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';

export interface Keeping {
  readonly paths: CasePaths;
  readonly keeps: boolean;
}

export function keepsDocuments({ options }: Pick<Call, 'options'>): boolean {
  return options['keep'] !== false;
}

/** What the entry of imports.yaml says of the copy. */
export function copyOf({ paths, keeps }: Keeping, document: DocumentToKeep): string {
  return keeps ? keepDocument(paths, document) : NO_COPY;
}

/** What a report says of it before it is made. */
export function copyMeant(
  { paths, keeps }: Keeping,
  document: Omit<DocumentToKeep, 'octets'>,
): { readonly copy?: string } {
  return keeps ? { copy: placeOfDocument(paths, document) } : {};
}
