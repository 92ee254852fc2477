// Makes one planned letter: its papers, the copies that go along and the mail. What cannot be made is told with its
// reason; nothing is written here. The same letter of the same facts at the same instant has the same octets.
import { localTime } from '../../calendar/zone.ts';
import type { LetterOctets } from '../../casefile/issued-letter.ts';
import { filesOf, paperOf } from '../../letters/document/papers.ts';
import { refuse } from '../../letters/guards/refusals.ts';
import { letterIdOf } from '../../letters/leaving/letter-id.ts';
import { madeOf } from '../../letters/leaving/made.ts';
import { confirmationOf } from '../../letters/templates/confirmation.ts';
import type { Template } from '../../letters/templates/template.ts';
import type { LetterValues } from '../../letters/values/values.ts';
import type { Instant, LocalDate } from '../../model/instant.ts';
import type { IssuedLetter, PlannedLetter, Refusal } from '../../model/letter/letter.ts';
import type { MailAddress } from '../../model/letter/mail.ts';
import type { Problem } from '../../model/problem.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import type { House } from '../../paper/output.ts';
import { copiesAlong } from './enclosing.ts';
import { mailed } from './mailing.ts';
import type { LetterView } from './planning.ts';

export interface Workshop {
  readonly view: LetterView;
  readonly house: House;
  /** Who sends mail from this machine, where that is set. */
  readonly sender?: MailAddress;
  /** The instant that the letters bear. */
  readonly at: Instant;
  /** The mail is one that will be sent as it is, and not one to be opened and looked at. */
  readonly forIssue: boolean;
}

export interface MadeLetter {
  readonly id: string;
  readonly dated: LocalDate;
  readonly template: Template;
  readonly values: LetterValues;
  readonly made: IssuedLetter['made'];
  readonly files: readonly LetterOctets[];
  /** Absent where it does not go by mail, or nobody is known who would send it. */
  readonly mail?: NonNullable<IssuedLetter['mail']>;
}

type Making =
  | { readonly ok: true; readonly letter: MadeLetter }
  /** `problems` are of the template, `refusals` of what it was to be made of. */
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly refusals: readonly Refusal[] };

/** `taken`: ids of letters that are there or were made just now. */
export async function makeLetter(
  planned: PlannedLetter,
  { workshop, taken }: { readonly workshop: Workshop; readonly taken: Iterable<string> },
): Promise<Making> {
  const { view, at } = workshop;
  const template = view.templates.templates.find(({ id }) => id === planned.template);
  if (template === undefined) return notMade({ refusals: planned.refusals });
  const dated = localTime(at, view.theCase.court.timeZone).date;
  const id = letterIdOf({ date: dated, recipient: planned.recipient.id, template: template.short, taken });
  try {
    return await madeFrom({ planned, template, id, dated, workshop });
  } catch (error) {
    if (!(error instanceof TakedownError) || (error.kind !== 'guard' && error.kind !== 'input')) throw error;
    const { code, message, hint, problems } = error;
    const refusal = {
      word: code,
      text: message.replace(/\.$/, ''),
      ...(hint === undefined ? {} : { hint }),
      reasonOutweighs: false,
    };
    return notMade({ problems, refusals: [...planned.refusals, refusal] });
  }
}

function notMade({ problems = [], refusals = [] }: Partial<Making & { readonly ok: false }>): Making {
  return { ok: false, problems, refusals };
}

interface Order {
  readonly planned: PlannedLetter;
  readonly template: Template;
  readonly id: string;
  readonly dated: LocalDate;
  readonly workshop: Workshop;
}

async function madeFrom({ planned, template, id, dated, workshop }: Order): Promise<Making> {
  const { house, at, view } = workshop;
  const { theCase, templates, question, issued } = view;
  const context = { theCase, asOf: at, letterId: id, date: dated, journal: question.journal, issued };
  const paper = await paperOf({ planned, template, templates, context });
  if (!paper.ok) return notMade({ problems: paper.problems, refusals: planned.refusals });
  const { values, document } = paper.value;
  const form = confirmationOf({ planned, template, templates });
  if (form === null) return notMade({ refusals: [...planned.refusals, noForm(planned, template)] });
  const confirmation = form && (await paperOf({ planned, template: form, templates, context }));
  if (confirmation?.ok === false) return notMade({ problems: confirmation.problems, refusals: planned.refusals });
  const papers = { planned, letter: paper.value, ...(confirmation && { confirmation: confirmation.value }), house };
  const files = [...(await filesOf(papers)), ...copiesAlong(values, { template, view })];
  const made = madeOf({ theCase, planned, templates: form ? [template, form] : [template], house, values });
  const mail = await mailed({ id, planned, document, files, encloses: template.encloses, facts: made.facts, workshop });
  return {
    ok: true,
    letter: {
      id,
      dated,
      template,
      values,
      made,
      files: mail === undefined ? files : [...files, mail.file],
      ...(mail?.head === undefined ? {} : { mail: mail.head }),
    },
  };
}

function noForm({ recipient }: PlannedLetter, { id }: Template): Refusal {
  const text = `${id} encloses a form to confirm on, and none fits a ${recipient.reach} ${recipient.role.replace('-', ' ')}`;
  return refuse('no-template', text);
}
