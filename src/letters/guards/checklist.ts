// What a letter must have before it may go, item by item: the checklist of the field (ICANN's papers on domain orders, what
// registries and registrars publish, the clauses of orders). A letter that lacks one is refused, never sent with a blank.

import type { Order } from '../../model/case/order.ts';
import type { Purpose, Refusal } from '../../model/letter/letter.ts';
import { isWithin } from '../../model/name.ts';
import { drop } from '../../model/text/harmless.ts';
import { FIRST_PURPOSES, isForHouse } from '../plan/correspondence.ts';
import type { Draft } from '../plan/planned.ts';
import { type Asked, askedOf } from '../values/steps.ts';
import { everyServer } from '../values/targets.ts';
import { type GuardContext, some } from './guards.ts';
import { refuse } from './refusals.ts';

interface ChecklistRow {
  /** As the checklist has it. */
  readonly item: string;
  /** Letters that need it. */
  readonly purposes: readonly Purpose[];
  test(draft: Draft, context: GuardContext & { readonly asked: Asked }): readonly Refusal[];
}

const LETTERS: readonly Purpose[] = ['execute', 'preserve', 'remind', 'general-counsel', 'registry', 'release'];
const EVERYTHING: readonly Purpose[] = [...LETTERS, 'call', 'complain', 'enforce'];
const WORK: readonly Purpose[] = ['execute'];

export const CHECKLIST: readonly ChecklistRow[] = [
  {
    item: 'legal name, role and address of this recipient; IANA ID of a registrar',
    purposes: LETTERS,
    test({ recipient }) {
      const lacking = [
        drop(recipient.name).trim() === '' ? 'legal entity' : '',
        recipient.contacts.address.length === 0 ? 'postal address' : '',
        recipient.role === 'registrar' && recipient.ianaId === undefined ? 'IANA ID' : '',
      ].filter((one) => one !== '');
      if (lacking.length === 0) return [];
      return [refuse('recipient-incomplete-for-letter', `${recipient.name} is listed without ${lacking.join(', ')}`)];
    },
  },
  {
    item: 'court, caption, docket number, judge',
    purposes: EVERYTHING,
    test: (_draft, { theCase }) => (theCase.judge === undefined ? [refuse('no-judge', 'the case names no judge')] : []),
  },
  {
    item: 'docket entry and date of entry of each order relied on',
    purposes: EVERYTHING,
    test: (draft, { theCase }) =>
      ordersOf(draft, theCase.orders).flatMap(({ id, docketEntry }) =>
        docketEntry === undefined ? [refuse('no-docket-entry', `order ${id} has no docket entry`)] : [],
      ),
  },
  {
    item: 'the filed copy of each order, with its pages and SHA-256',
    purposes: [...FIRST_PURPOSES, 'general-counsel', 'registry'],
    test: copyRefusals,
  },
  {
    item: 'the copy, the names for a machine and the form to confirm on go along',
    purposes: FIRST_PURPOSES,
    test(_draft, { template }) {
      const needed = ['orders', 'schedule', 'confirmation'] as const;
      const lacking = template === undefined ? [] : needed.filter((one) => !template.encloses.includes(one));
      if (template === undefined || lacking.length === 0) return [];
      return [refuse('encloses-too-little', `the template ${template.id} does not enclose: ${lacking.join(', ')}`)];
    },
  },
  {
    item: 'gaining registrar with IANA ID, account and contact for authorisation codes',
    purposes: WORK,
    test(_draft, { asked }) {
      const registrars = new Set(asked.figures.flatMap(({ registrar }) => registrar ?? []));
      return [...registrars].flatMap((registrar) => {
        const lacking = [
          registrar.account === undefined ? 'account' : '',
          registrar.email === undefined ? 'email' : '',
        ].filter((one) => one !== '');
        if (lacking.length === 0) return [];
        const text = `${registrar.name} has no ${lacking.join(' and no ')} in the case`;
        return [refuse('gaining-registrar-incomplete', text)];
      });
    },
  },
  {
    item: 'name servers by name, and glue for those that stand under a name of the letter',
    purposes: WORK,
    test({ names }, { asked }) {
      const { nameServers, glue } = everyServer(asked.figures);
      const within = nameServers.filter((server) => names.some(({ name }) => isWithin(server, name)));
      const lacking = within.filter((server) => (glue[server] ?? []).length === 0);
      if (lacking.length === 0) return [];
      return [refuse('no-glue', `${some(lacking)} stands under a name of this letter, and no address is given`)];
    },
  },
  {
    item: 'who pays',
    purposes: WORK,
    test: (_draft, { theCase }) =>
      theCase.letters.costs === undefined ? [refuse('no-costs', 'who pays is not said')] : [],
  },
  {
    item: 'deadline: number, unit, trigger',
    purposes: WORK,
    test: ({ clauses }) =>
      clauses.some(({ rule }) => rule !== undefined) ? [] : [refuse('no-deadline', 'no paragraph sets a time')],
  },
  {
    item: 'what to preserve, and for how long',
    purposes: FIRST_PURPOSES,
    test: (_draft, { theCase }) =>
      theCase.letters.preservation === undefined
        ? [refuse('no-preservation', 'what is to be preserved is not said')]
        : [],
  },
  {
    item: 'named technical contact and one for emergencies, with telephone numbers',
    purposes: [...FIRST_PURPOSES, 'remind', 'general-counsel', 'registry'],
    test(_draft, { theCase: { contacts = {} } }) {
      const lacking = [
        contacts.technical?.phone === undefined ? 'technical contact with a telephone number' : '',
        contacts.emergency?.phone === undefined ? 'contact for emergencies with a telephone number' : '',
      ].filter((one) => one !== '');
      return lacking.length === 0 ? [] : [refuse('no-contacts-of-ours', `the case has no ${lacking.join(' and no ')}`)];
    },
  },
  {
    item: 'what to do on an error, on harm to others, on an objection',
    purposes: FIRST_PURPOSES,
    test: (_draft, { theCase }) =>
      theCase.letters.objections === undefined
        ? [refuse('no-objections', 'what to do on an error or an objection is not said')]
        : [],
  },
  {
    item: 'signature of counsel',
    purposes: [...LETTERS, 'complain'],
    test(_draft, { theCase: { counsel } }) {
      const lacking = [
        counsel?.name === undefined ? 'name' : '',
        (counsel?.address.length ?? 0) === 0 ? 'address' : '',
        counsel?.phone === undefined ? 'telephone number' : '',
        counsel?.email === undefined ? 'mail address' : '',
      ].filter((one) => one !== '');
      return lacking.length === 0 ? [] : [refuse('no-counsel', `counsel is set without ${lacking.join(', ')}`)];
    },
  },
];

export function checklistRefusals(draft: Draft, context: GuardContext): readonly Refusal[] {
  const asked = askedOf(draft, context.theCase);
  const rows = CHECKLIST.filter(({ purposes }) => purposes.includes(draft.purpose));
  return rows.flatMap((row) => row.test(draft, { ...context, asked }));
}

/** Orders that the letter's clauses stand in. */
function ordersOf({ clauses }: Pick<Draft, 'clauses'>, orders: readonly Order[]): readonly Order[] {
  return orders.filter(({ id }) => clauses.some(({ order }) => order === id));
}

function copyRefusals(draft: Draft, { theCase, copies }: GuardContext): readonly Refusal[] {
  if (isForHouse(draft.purpose)) return [];
  return ordersOf(draft, theCase.orders).flatMap(({ id, copy }) => {
    if (copy === undefined) return [refuse('no-order-copy', `there is no copy of order ${id}`)];
    if (copies === undefined) return [];
    const found = copies[copy.file];
    if (found === undefined)
      return [refuse('order-copy-differs', `the copy of order ${id}, ${copy.file}, is not there`)];
    if (found === 'as-stated') return [];
    return [
      refuse('order-copy-differs', `the copy of order ${id}, ${copy.file}, is not the file that the case states`),
    ];
  });
}
