// What a PDF carries besides its pages: scripts, files, forms, notes. It is told, and none of it is used.
import { remark } from '../outcome.ts';
import type { Place, Remark } from '../placed.ts';
import type { Opened } from './engine.ts';

/** Programs that read text off pictures, by what they write into a file (2026-11, their own documentation and files). */
const RECOGNISERS = /\b(ocr|ocrmypdf|tesseract|abbyy|finereader|paper capture|omnipage|readiris|scansnap|scansoft)\b/i;

export interface Extras {
  readonly remarks: readonly Remark[];
  readonly producers: readonly string[];
  readonly recognised: boolean;
}

export async function extrasOf({ pdf, encrypted }: Opened, file: string): Promise<Extras> {
  const { info } = await pdf.getMetadata();
  const facts: Readonly<Record<string, unknown>> = { ...info };
  const producers = ['Producer', 'Creator'].map((key) => String(facts[key] ?? '').slice(0, 200));
  const recognised = producers.some((producer) => RECOGNISERS.test(producer));
  const remarks: Remark[] = [];
  if (encrypted) {
    remarks.push(remark('document-part', `${file} is encrypted with an empty password, which opens it for anybody.`));
  }
  if (recognised) remarks.push(recognisedRemark(`${file} was made by a program that reads text off pictures.`));
  const scripts = await pdf.getJSActions().catch(() => null);
  if (scripts !== null) remarks.push(remark('document-active', `${file} holds scripts; none was run.`));
  const attached: unknown = await pdf.getAttachments().catch(() => null);
  const names = attached === null || typeof attached !== 'object' ? [] : Object.keys(attached);
  if (names.length > 0) {
    const some = names.slice(0, 5).join(', ');
    remarks.push(
      remark(
        'document-attached',
        `${file} carries ${names.length} other ${names.length === 1 ? 'file' : 'files'}: ${some}.`,
      ),
    );
  }
  if (facts['IsXFAPresent'] === true) {
    remarks.push(
      remark('document-part', `${file} is a form of a kind (XFA) that shows other text in Acrobat than elsewhere.`),
    );
  } else if (facts['IsAcroFormPresent'] === true) {
    remarks.push(remark('document-part', `${file} is a form; what was filled in is read as it is shown.`));
  }
  return { remarks, producers, recognised };
}

export function recognisedRemark(message: string, place?: Place): Remark {
  return remark('document-recognised', message, place && { place });
}
