// The published schemas of the documents for scripts. Loaded by `takedown schema` and the tests; docs/schema has copies.
import * as z from 'zod';
import { alarmSchema, alarmsSchema } from './schema/alarms.ts';
import { amendSchema } from './schema/amend.ts';
import { diffSchema } from './schema/diff.ts';
import { doctorSchema } from './schema/doctor.ts';
import { dueSchema } from './schema/due.ts';
import { errorSchema } from './schema/error.ts';
import { evidenceExportSchema } from './schema/evidence-export.ts';
import { evidenceListSchema } from './schema/evidence-list.ts';
import { evidenceSealSchema } from './schema/evidence-seal.ts';
import { evidenceShowSchema } from './schema/evidence-show.ts';
import { evidenceVerifySchema } from './schema/evidence-verify.ts';
import { exportSchema } from './schema/export.ts';
import { importSchema } from './schema/import.ts';
import { letterFilesSchema } from './schema/letter-files.ts';
import { letterPlanSchema } from './schema/letter-plan.ts';
import { listSchema } from './schema/list.ts';
import { lookupSchema } from './schema/lookup.ts';
import { precheckSchema } from './schema/precheck.ts';
import { recordSchema } from './schema/record.ts';
import { reportAllSchema, reportSchema } from './schema/report.ts';
import { restorePlanSchema } from './schema/restore-plan.ts';
import { showSchema } from './schema/show.ts';
import { statusSchema } from './schema/status.ts';
import { templateCheckSchema } from './schema/template-check.ts';
import { validateSchema } from './schema/validate.ts';

/** What each document must be; the tests hold every printed one against it. */
export const documentSchemas = {
  status: statusSchema,
  list: listSchema,
  show: showSchema,
  due: dueSchema,
  report: reportSchema,
  'report-all': reportAllSchema,
  'letter-plan': letterPlanSchema,
  'letter-draft': letterFilesSchema,
  'letter-issue': letterFilesSchema,
  precheck: precheckSchema,
  'restore-plan': restorePlanSchema,
  lookup: lookupSchema,
  doctor: doctorSchema,
  validate: validateSchema,
  'template-check': templateCheckSchema,
  import: importSchema,
  amend: amendSchema,
  diff: diffSchema,
  export: exportSchema,
  record: recordSchema,
  'evidence-list': evidenceListSchema,
  'evidence-show': evidenceShowSchema,
  'evidence-verify': evidenceVerifySchema,
  'evidence-export': evidenceExportSchema,
  'evidence-seal': evidenceSealSchema,
  alarms: alarmsSchema,
  alarm: alarmSchema,
  error: errorSchema,
} as const;

/** By name, as `takedown schema NAME` takes it. */
export const reportSchemas = {
  status: () => published(statusSchema),
  list: () => published(listSchema),
  show: () => published(showSchema),
  due: () => published(dueSchema),
  report: () => published(reportSchema),
  'report-all': () => published(reportAllSchema),
  'letter-plan': () => published(letterPlanSchema),
  'letter-draft': () => published(letterFilesSchema),
  'letter-issue': () => published(letterFilesSchema),
  precheck: () => published(precheckSchema),
  'restore-plan': () => published(restorePlanSchema),
  lookup: () => published(lookupSchema),
  doctor: () => published(doctorSchema),
  validate: () => published(validateSchema),
  'template-check': () => published(templateCheckSchema),
  import: () => published(importSchema),
  amend: () => published(amendSchema),
  diff: () => published(diffSchema),
  export: () => published(exportSchema),
  record: () => published(recordSchema),
  'evidence-list': () => published(evidenceListSchema),
  'evidence-show': () => published(evidenceShowSchema),
  'evidence-verify': () => published(evidenceVerifySchema),
  'evidence-export': () => published(evidenceExportSchema),
  'evidence-seal': () => published(evidenceSealSchema),
  alarms: () => published(alarmsSchema),
  alarm: () => published(alarmSchema),
  error: () => published(errorSchema),
} as const satisfies Record<keyof typeof documentSchemas, () => unknown>;

/** Fields that are not named may come with a later minor version, so they are allowed. */
function published(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'throw' });
}
