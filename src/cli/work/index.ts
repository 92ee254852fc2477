// The work halves of the commands, by name. Those that show what is on record are loaded as one piece, since many small
// pieces cost more to find than one larger one; those that read files anew, ask the world or rehearse bring their own.
import type { Call } from '../command.ts';
import { due } from './due.ts';
import { list } from './list.ts';
import { show } from './show.ts';
import { status } from './status.ts';

export { ciLogOf } from '../check/ci-log.ts';
export { terminalOf } from '../terminal/terminal.ts';
export { memoryIn, workOn } from '../threads/part-work.ts';

type Work = (call: Call) => Promise<number>;

export const works: Readonly<Record<string, Work>> = {
  amend: async (call) => (await import('./amend.ts')).amend(call),
  check: async (call) => (await import('./check.ts')).check(call),
  completion: async (call) => (await import('./completion.ts')).completion(call),
  diff: async (call) => (await import('./diff.ts')).diff(call),
  doctor: async (call) => (await import('./doctor.ts')).doctor(call),
  due,
  'evidence export': async (call) => (await import('./evidence-export.ts')).evidenceExport(call),
  'evidence list': async (call) => (await import('./evidence-list.ts')).evidenceList(call),
  'evidence seal': async (call) => (await import('./evidence-seal.ts')).evidenceSeal(call),
  'evidence show': async (call) => (await import('./evidence-show.ts')).evidenceShow(call),
  'evidence verify': async (call) => (await import('./evidence-verify.ts')).evidenceVerify(call),
  export: async (call) => (await import('./export.ts')).exportNames(call),
  explain: async (call) => (await import('./explain.ts')).explain(call),
  import: async (call) => (await import('./import.ts')).importNames(call),
  'letter draft': async (call) => (await import('./letter-draft.ts')).letterDraft(call),
  'letter issue': async (call) => (await import('./letter-issue.ts')).letterIssue(call),
  'letter plan': async (call) => (await import('./letter-plan.ts')).letterPlan(call),
  'letter send': async (call) => (await import('./letter-send.ts')).letterSend(call),
  list,
  lookup: async (call) => (await import('./lookup.ts')).lookup(call),
  merge: async (call) => (await import('./merge.ts')).merge(call),
  new: async (call) => (await import('./new.ts')).newCase(call),
  precheck: async (call) => (await import('./precheck.ts')).precheck(call),
  record: async (call) => (await import('./record.ts')).record(call),
  rehearse: async (call) => (await import('./rehearse.ts')).rehearse(call),
  report: async (call) => (await import('./report.ts')).report(call),
  'restore plan': async (call) => (await import('./restore-plan.ts')).restorePlan(call),
  schema: async (call) => (await import('./schema.ts')).schema(call),
  show,
  status,
  'template check': async (call) => (await import('./template-check.ts')).templateCheck(call),
  'template new': async (call) => (await import('./template-new.ts')).templateNew(call),
  validate: async (call) => (await import('./validate.ts')).validate(call),
  watch: async (call) => (await import('./watch.ts')).watch(call),
};
