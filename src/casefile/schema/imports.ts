// The schema of imports.yaml: where the names of the schedules come from, an entry an import and document, never changed.
import * as z from 'zod';
import { id, instant, name, text } from './words.ts';
import { line, sha256 } from './written.ts';

const count = z.int().min(1);
const place = {
  page: count.optional(),
  line: count.optional(),
  sheet: text.optional().describe('The sheet of a workbook, or the table of a document.'),
  row: count.optional(),
  column: count.optional(),
};

const importEntrySchema = z.strictObject({
  at: instant.describe('When the names were accepted.'),
  by: line.describe('Who accepted them.'),
  schedule: id,
  file: text.describe('The document, as it was called then.'),
  'sha-256': sha256.describe('Of its octets.'),
  octets: count,
  copy: line
    .optional()
    .describe('Where a copy of it is kept, in the folder of the case; or none, where it was left out on purpose.'),
  format: text,
  pages: count.optional(),
  stated: count.optional().describe('How many names the order stated for the schedule.'),
  names: z
    .array(
      z.strictObject({
        first: name,
        last: name.optional().describe('Absent: it is one name.'),
        count: count.optional(),
        ...place,
        printed: text.optional().describe('As it stands in the document, where that differs.'),
      }),
    )
    .describe(
      'Stretches of names that follow one another in the document as in the schedule; the place is that of the first.',
    ),
  answers: z
    .array(z.strictObject({ printed: text, name: name.optional().describe('Absent: it was dropped.'), ...place }))
    .optional()
    .describe('What was doubtful, and what the person took it for.'),
});

export const importsSchema = z.array(importEntrySchema).meta({
  title: 'takedown: imports',
  description: 'Where the names of the schedules come from. Entries are appended and never changed.',
});
