// What a filled letter of a purpose has to say: a value that the case has and the template passes over is a passage that the
// recipient needs and never sees.
import { problem } from '../../casefile/problems.ts';
import type { Purpose } from '../../model/letter/letter.ts';
import type { Place, Problem } from '../../model/problem.ts';
import { defang } from '../filters/words.ts';
import type { LetterValues } from '../values/values.ts';
import { foldedText, PUNCTUATION_ESCAPE } from './escape.ts';

interface Duty {
  readonly what: string;
  readonly purposes: readonly Purpose[];
  readonly texts: (values: LetterValues) => readonly (string | undefined)[];
}

const FOLLOW_UPS: readonly Purpose[] = ['remind', 'general-counsel', 'registry'];

/** Papers that die without proof of a first contact. */
const NEEDS_PROOF: readonly Purpose[] = ['complain', 'enforce'];

const DUTIES: readonly Duty[] = [
  {
    what: 'the own words of every paragraph (clauses)',
    purposes: ['execute'],
    texts: ({ clauses }) => clauses.map(({ text }) => text),
  },
  {
    what: 'the period that a paragraph sets (clause.rule)',
    purposes: ['execute'],
    texts: ({ clauses }) => clauses.map(({ rule }) => rule),
  },
  {
    what: 'the words against disclosure, under seal (non_disclosure.text)',
    purposes: ['execute', 'preserve', ...FOLLOW_UPS],
    texts: ({ case: { sealed }, non_disclosure }) => [sealed ? non_disclosure?.text : undefined],
  },
  {
    what: 'what is to be kept (preservation.what) and for how long (preservation.period)',
    purposes: ['execute', 'preserve'],
    texts: ({ preservation }) => [...(preservation?.what ?? []), preservation?.period],
  },
  { what: 'who pays (costs)', purposes: ['execute'], texts: ({ costs }) => [costs] },
  {
    what: 'what to do on an objection (objections)',
    purposes: ['execute'],
    texts: ({ objections }) => [objections],
  },
  {
    what: 'the gaining registrar (target.registrar)',
    purposes: ['execute'],
    texts: ({ target: { registrar } }) => [registrar?.name, registrar?.account, registrar?.email],
  },
  {
    what: 'the name servers and their addresses (target.name_servers, target.glue)',
    purposes: ['execute'],
    texts: ({ target }) => [...target.name_servers, ...target.glue],
  },
  {
    what: 'the statuses to set (target.statuses)',
    purposes: ['execute'],
    texts: ({ target }) => target.statuses,
  },
  {
    what: 'who can be reached at any hour (emergency_contact)',
    purposes: ['execute'],
    texts: ({ emergency_contact }) => [emergency_contact?.name, emergency_contact?.phone],
  },
  {
    what: 'earlier letters, the proof of first contact (earlier)',
    purposes: ['general-counsel', 'registry', 'complain', 'enforce'],
    texts: ({ earlier }) => earlier.map(({ letter }) => letter),
  },
];

export function leftOut(values: LetterValues, markdown: string, place: Place | undefined): readonly Problem[] {
  const purpose = values.letter.purpose;
  const text = normal(markdown.replace(PUNCTUATION_ESCAPE, '$1').replaceAll('`', ''));
  const proof =
    values.earlier.length === 0 && NEEDS_PROOF.some((one) => one === purpose) ? [noFirstContact(place)] : [];
  return [
    ...proof,
    ...DUTIES.flatMap(({ what, purposes, texts }) => {
      if (!purposes.some((one) => one === purpose)) return [];
      const missing = texts(values).find((wanted) => wanted !== undefined && !says(text, wanted, values));
      if (missing === undefined) return [];
      const shown = missing.length > 60 ? `${missing.slice(0, 60)}…` : missing;
      return [problem('template-leaves-out', `The letter does not say ${what}: "${foldedText(shown)}".`, { place })];
    }),
  ];
}

function noFirstContact(place: Place | undefined): Problem {
  const hint = 'Such a paper rests on proof that the recipient was written to first; issue and send that letter.';
  return problem('nothing-to-list', 'No earlier letter to this recipient is on file.', { hint, place });
}

function says(text: string, wanted: string, values: LetterValues): boolean {
  const written = foldedText(wanted);
  return text.includes(normal(written)) || text.includes(normal(String(defang.apply(written, { args: [], values }))));
}

function normal(text: string): string {
  return text.replace(/\s+/g, ' ').toLowerCase();
}
