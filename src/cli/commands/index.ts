// The list of commands, in the order of the help. A new one is one file here, one import and one line.
import type { Command } from '../command.ts';
import { amend } from './amend.ts';
import { check } from './check.ts';
import { completion } from './completion.ts';
import { diff } from './diff.ts';
import { doctor } from './doctor.ts';
import { due } from './due.ts';
import { evidenceExport } from './evidence-export.ts';
import { evidenceList } from './evidence-list.ts';
import { evidenceSeal } from './evidence-seal.ts';
import { evidenceShow } from './evidence-show.ts';
import { evidenceVerify } from './evidence-verify.ts';
import { explain } from './explain.ts';
import { exportNames } from './export.ts';
import { importNames } from './import.ts';
import { letterDraft } from './letter-draft.ts';
import { letterIssue } from './letter-issue.ts';
import { letterPlan } from './letter-plan.ts';
import { letterSend } from './letter-send.ts';
import { list } from './list.ts';
import { lookup } from './lookup.ts';
import { merge } from './merge.ts';
import { newCase } from './new.ts';
import { precheck } from './precheck.ts';
import { record } from './record.ts';
import { rehearse } from './rehearse.ts';
import { report } from './report.ts';
import { restorePlan } from './restore-plan.ts';
import { schema } from './schema.ts';
import { show } from './show.ts';
import { status } from './status.ts';
import { templateCheck } from './template-check.ts';
import { templateNew } from './template-new.ts';
import { validate } from './validate.ts';
import { watch } from './watch.ts';

export const commands: readonly Command[] = [
  status,
  precheck,
  check,
  watch,
  merge,
  show,
  list,
  due,
  report,
  restorePlan,
  letterPlan,
  letterDraft,
  letterIssue,
  letterSend,
  record,
  templateCheck,
  templateNew,
  lookup,
  doctor,
  newCase,
  importNames,
  amend,
  diff,
  exportNames,
  validate,
  evidenceList,
  evidenceShow,
  evidenceVerify,
  evidenceExport,
  evidenceSeal,
  rehearse,
  explain,
  schema,
  completion,
];
