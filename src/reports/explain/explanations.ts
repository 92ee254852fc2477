// What there is to explain about the field: the seal, kinds of relief, the words of findings, EPP statuses. The rows stand where
// they are used; here they become paragraphs. Exit codes and problem codes belong to other rooms and are handed in there.
import { EPP_STATUSES, type EppStatus, parseEppStatus } from '../../model/seen/epp-status.ts';
import { upperFirst } from '../../model/text/phrase.ts';
import { PRECHECK_WORDS, precheckWordRow } from '../../precheck/words.ts';
import type { AnyRelief } from '../../relief/index.ts';
import { reliefs } from '../../relief/index.ts';
import { WORDS, wordRow } from '../../relief/words.ts';
import type { Topics } from '../topics.ts';
import { PRECHECK_EXPLANATION } from './precheck.ts';
import { SEAL_EXPLANATION } from './seal.ts';
import { SERVICES_EXPLANATION } from './services.ts';
import type { Explanation } from './text.ts';

/** Topics that are no row of a table elsewhere. */
const THEMES: readonly Explanation[] = [SEAL_EXPLANATION, PRECHECK_EXPLANATION, SERVICES_EXPLANATION];

/** A topic may be several things at once: `registered` is a word, `ok` a status. None: nobody knows it. */
export function explanationsOf(topic: string): readonly Explanation[] {
  const relief = reliefs.find(({ kind }) => kind === topic);
  const status = parseEppStatus(topic);
  const word = wordRow(topic);
  const before = precheckWordRow(topic);
  return [
    ...THEMES.filter(({ title }) => title === topic),
    ...(relief === undefined ? [] : [reliefExplanation(relief)]),
    ...(word === undefined ? [] : [wordExplanation(topic, word)]),
    ...(before === undefined ? [] : [precheckExplanation(topic, before)]),
    ...(status === undefined ? [] : [statusExplanation(status)]),
  ];
}

/** Every topic that `explanationsOf` knows, for whoever does not know what there is, and for the nearest one to a misspelt topic. */
export function explainableTopics(): readonly Topics[] {
  return [
    { heading: 'Themes', words: THEMES.map(({ title }) => title) },
    { heading: 'Kinds of relief', words: reliefs.map(({ kind }) => kind) },
    { heading: 'Words of findings', words: Object.keys(WORDS) },
    { heading: 'Found before service', words: Object.keys(PRECHECK_WORDS) },
    { heading: 'EPP statuses', words: Object.keys(EPP_STATUSES) },
  ];
}

function reliefExplanation({ kind, explain, appliesTo, facet }: AnyRelief): Explanation {
  const paragraphs: Explanation['paragraphs'][number][] = [
    explain.asks,
    { label: 'How it is judged', text: explain.how },
    { label: 'Unknown when', text: explain.unknownWhen },
    { label: 'Reference', text: explain.reference },
  ];
  if (facet !== undefined) paragraphs.push(`It is part of whether a name is "${facet}".`);
  if (appliesTo === 'registrable-name') paragraphs.push("It does not apply to a host name under somebody else's name.");
  return { title: kind, kind: 'kind of relief', paragraphs };
}

const URGENCY_WORDS = {
  alarm: 'Urgent: something that was right is wrong, or users are affected now.',
  act: 'Somebody has to do something.',
  watch: 'To be watched.',
  quiet: 'Counted; not a line of its own in the work list.',
} as const;

function wordExplanation(topic: string, row: NonNullable<ReturnType<typeof wordRow>>): Explanation {
  const means = `${upperFirst(row.means)}.`;
  const paragraphs = [means, { label: 'What to do', text: row.ask }, URGENCY_WORDS[row.urgency]];
  return { title: topic, kind: 'word of a finding', paragraphs };
}

const SEVERITY_WORDS = {
  stop: 'Stop: as it stands the order would do nothing for the name, or harm.',
  look: 'Look: a person decides.',
  note: 'Good to know; it decides nothing.',
} as const;

function precheckExplanation(topic: string, row: NonNullable<ReturnType<typeof precheckWordRow>>): Explanation {
  const means = `${upperFirst(row.means)}.`;
  const paragraphs = [means, { label: 'What to do', text: row.ask }, SEVERITY_WORDS[row.severity]];
  return { title: topic, kind: 'found before service', paragraphs };
}

function statusExplanation(status: EppStatus): Explanation {
  const { rdap, means } = EPP_STATUSES[status];
  const by = status.startsWith('server') ? 'the registry' : status.startsWith('client') ? 'the registrar' : undefined;
  const paragraphs = [`${upperFirst(means)}.`, `In RDAP it is spelt "${rdap}" (RFC 8056).`];
  if (by !== undefined) paragraphs.push(`It is set and lifted by ${by}.`);
  return { title: status, kind: 'EPP status', paragraphs };
}
