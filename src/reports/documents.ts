// The documents for scripts as types, out of their schemas; a document is only ever read, so all of it is readonly.
import type * as z from 'zod';
import type { alarmsSchema } from './schema/alarms.ts';
import type { amendSchema } from './schema/amend.ts';
import type { diffSchema } from './schema/diff.ts';
import type { doctorSchema } from './schema/doctor.ts';
import type { dueSchema } from './schema/due.ts';
import type { evidenceExportSchema } from './schema/evidence-export.ts';
import type { evidenceSealSchema } from './schema/evidence-seal.ts';
import type { evidenceVerifySchema } from './schema/evidence-verify.ts';
import type { exportSchema } from './schema/export.ts';
import type { importSchema } from './schema/import.ts';
import type { letterFilesSchema } from './schema/letter-files.ts';
import type { letterPlanSchema } from './schema/letter-plan.ts';
import type { listSchema } from './schema/list.ts';
import type { lookupSchema } from './schema/lookup.ts';
import type * as parts from './schema/parts.ts';
import type { precheckSchema } from './schema/precheck.ts';
import type * as report from './schema/report.ts';
import type * as past from './schema/report-past.ts';
import type { restorePlanSchema } from './schema/restore-plan.ts';
import type { showSchema } from './schema/show.ts';
import type { statusSchema } from './schema/status.ts';
import type { templateCheckSchema } from './schema/template-check.ts';
import type { validateSchema } from './schema/validate.ts';

type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;
type Of<Schema extends z.ZodType> = Frozen<z.infer<Schema>>;

export type StatusDocument = Of<typeof statusSchema>;
export type ShowDocument = Of<typeof showSchema>;
export type PrecheckDocument = Of<typeof precheckSchema>;
export type RestorePlanDocument = Of<typeof restorePlanSchema>;
export type ListDocument = Of<typeof listSchema>;
export type DueDocument = Of<typeof dueSchema>;
export type ValidateDocument = Of<typeof validateSchema>;
export type AmendDocument = Of<typeof amendSchema>;
export type DiffDocument = Of<typeof diffSchema>;
export type ExportDocument = Of<typeof exportSchema>;
export type ImportDocument = Of<typeof importSchema>;
export type LetterFilesDocument = Of<typeof letterFilesSchema>;
export type LetterPlanDocument = Of<typeof letterPlanSchema>;
export type TemplateCheckDocument = Of<typeof templateCheckSchema>;
export type LookupDocument = Of<typeof lookupSchema>;
export type AlarmsDocument = Of<typeof alarmsSchema>;
export type DoctorDocument = Of<typeof doctorSchema>;

export type ReportDocument = Of<typeof report.reportSchema>;
export type ReportRow = Of<typeof report.reportRow>;
export type RegistrarRow = Of<typeof report.registrarRow>;
export type ReportChange = Of<typeof report.change>;
export type ReportHistory = Of<typeof past.history>;
export type HistoryPoint = Of<typeof past.point>;
export type HistoryMark = Of<typeof past.mark>;
export type ReportMethod = Of<typeof past.method>;

export type EvidenceExportDocument = Of<typeof evidenceExportSchema>;
export type EvidenceSealDocument = Of<typeof evidenceSealSchema>;
export type EvidenceVerifyDocument = Of<typeof evidenceVerifySchema>;

export type NameRow = Of<typeof parts.nameRow>;
export type FindingRow = Of<typeof parts.finding>;
export type DueRow = Of<typeof parts.dueRow>;
export type ExpiryRow = Of<typeof parts.expiryRow>;
export type NextStepRow = Of<typeof parts.nextStepRow>;
export type TotalsRow = Of<typeof parts.totals>;
export type ProblemRow = Of<typeof parts.problem>;
export type ObservationRow = Of<typeof parts.observation>;
