// Codes of a file's text, before anything is known of what it says: octets, YAML, keys and kinds of values.
import type { CodeRow } from '../codes.ts';

function error(means: string, remedy: string): CodeRow {
  return { severity: 'error', means, remedy };
}

function warning(means: string, remedy: string): CodeRow {
  return { severity: 'warning', means, remedy };
}

export const TEXT_CODES = {
  'file-missing': error(
    'A file that the case names is not there.',
    'Put the file into the case folder, or correct its name.',
  ),
  'not-readable': error(
    'The system does not let a file or folder of the case be read, or what stands there is no file.',
    'See whose it is and who may read it, and whether a folder, a pipe or a link to elsewhere stands where a file belongs.',
  ),
  'file-too-large': error(
    'The file is larger than any honest one of its kind, so it is not read.',
    'Move long lists of names into a schedule file.',
  ),
  'wrong-encoding': error('The file is not UTF-8 text.', 'Save the file as UTF-8 and try again.'),
  'nul-character': error('The file has a NUL character in it.', 'Open the file in a text editor and save it as UTF-8.'),
  'byte-order-mark': warning(
    'The file begins with a byte order mark, which nothing here needs. It is read all the same.',
    'Take it out: takedown validate --fix',
  ),
  'mixed-line-ends': warning(
    'Some lines of the file end as on Windows, others do not. It is read all the same.',
    'Make them alike: takedown validate --fix',
  ),
  'yaml-syntax': error('The text is not valid YAML.', 'Look at the marked place and the line above it.'),
  'yaml-tab': error('A tab is used for indentation, which YAML forbids.', 'Indent with blanks.'),
  'yaml-duplicate-key': error(
    'One key stands twice in the same place, so that one of the two values would be lost.',
    'Keep one of the two.',
  ),
  'yaml-alias': error(
    'The file uses a YAML alias (*name). Aliases can grow without bound and hide what the order says.',
    'Write the value out.',
  ),
  'yaml-merge-key': error('The file uses a YAML merge key (<<).', 'Write the keys out.'),
  'yaml-tag': error('The file uses a YAML tag (!name).', 'Leave the tag out; put quotes around a text.'),
  'yaml-forbidden-key': error('The key is one that programs treat specially.', 'Choose another key.'),
  'yaml-too-deep': error(
    'The YAML is nested deeper than any case file needs.',
    'Look for brackets that are never closed.',
  ),
  'yaml-documents': error('The file holds several YAML documents.', 'Keep one document a file; remove the line "---".'),
  'empty-file': error('The file says nothing.', 'Compare it with the shipped example, or start with "takedown new".'),
  'unknown-key': error('The key is none that is known at this place.', 'Correct or remove it.'),
  'missing-key': error('A key that is needed here is not there.', 'Add it.'),
  'wrong-type': error('The value is of another kind than is wanted here.', 'Write the kind of value that is wanted.'),
  'wrong-value': error('The value is none that is possible here.', 'Write one of the possible values.'),
  'yaml-trap': error(
    'The value is one that YAML readers understand in different ways (no, on, 1e3, 0123).',
    'Write true or false without quotes, whole numbers in plain figures, and texts in quotes.',
  ),
  'not-an-instant': error(
    'The value is no instant with an offset (RFC 3339), or there is no such day.',
    'Write it as 2019-03-15T16:00:00-04:00.',
  ),
  'not-a-date': error('The value is no day of the calendar.', 'Write it as 2019-03-15.'),
} as const satisfies Record<string, CodeRow>;
