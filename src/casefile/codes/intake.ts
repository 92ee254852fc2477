// Codes of documents from which names are taken: what stops the reading, and what a person has to know of what was read.
import type { CodeRow } from '../codes.ts';

function error(means: string, remedy: string): CodeRow {
  return { severity: 'error', means, remedy };
}

function warning(means: string, remedy: string): CodeRow {
  return { severity: 'warning', means, remedy };
}

export const INTAKE_CODES = {
  'document-format': error(
    'The file is no document of a kind that names are read from.',
    'Save it as .docx, .xlsx, .csv or PDF with the program that made it.',
  ),
  'document-broken': error(
    'The document is damaged or cut off, so that nobody can tell what it lacks.',
    'Fetch the file once more from where it came from.',
  ),
  'document-encrypted': error(
    'The document can be opened with a password only.',
    'Open it with its password and save a copy without one.',
  ),
  'document-picture': error(
    'The pages of the document are pictures and hold no text.',
    'Run a text recognition (OCR) over it first, and compare what comes out with the pages.',
  ),
  'document-too-large': error(
    'The document, or what it unfolds to, is larger than any honest one.',
    'Ask for the list by itself, as text or CSV.',
  ),
  'document-too-hard': error(
    'Reading the document took more time or memory than any honest one does.',
    'Ask for the list by itself, as text or CSV.',
  ),
  'document-entities': error(
    'The document declares entities of its own or names other files, which no word processor writes.',
    'Do not open it with anything else; ask for the list by itself, as text or CSV.',
  ),
  'document-ending': warning(
    'The ending of the file is that of another kind of document than its content.',
    'Make sure that it is the file that was meant.',
  ),
  'document-encoding': warning(
    'The text is not UTF-8, so its letters beyond ASCII were read as Windows-1252.',
    'Compare names with such letters, or save the file as UTF-8.',
  ),
  'document-page-picture': warning(
    'A page is a picture and holds no text, so that names on it are missing.',
    'Run a text recognition (OCR) over it first, and compare what comes out with the page.',
  ),
  'document-recognised': warning(
    'The text was read off a picture by a machine, which mistakes 1 for l and 0 for o.',
    'Compare every name with the picture.',
  ),
  'document-hidden': warning(
    'The document holds text that a reader of it does not see.',
    'Look at the place, and ask who made the document what it is for.',
  ),
  'document-struck': warning(
    'The document holds text that was struck out, or changes that nobody has accepted.',
    'Ask for the version that the court signed.',
  ),
  'document-active': warning(
    'The document holds something that could be run: macros, scripts, embedded objects. Nothing was run.',
    'Do not open it with anything else before you know why.',
  ),
  'document-attached': warning(
    'The document carries other files, and they were not read.',
    'Save them and import each by itself.',
  ),
  'document-part': warning(
    'A part of the document could not be read, or lies outside the text.',
    'Look at that part, and add what is missing by hand.',
  ),
} as const satisfies Record<string, CodeRow>;
