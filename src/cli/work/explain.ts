// The work half of `takedown explain`: what is typed stands in commands/explain.ts.
import { CODES } from '../../casefile/codes.ts';
import { FIXES } from '../../casefile/fixes/index.ts';
import { nearest } from '../../casefile/nearest.ts';
import { REFUSALS, refusalRow } from '../../letters/guards/refusals.ts';
import { SEND_REFUSALS, sendRefusalRow } from '../../letters/leaving/send-refusals.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { explainableTopics, explanationsOf } from '../../reports/explain/explanations.ts';
import type { Explanation } from '../../reports/explain/text.ts';
import { explainLines } from '../../reports/explain/text.ts';
import { type Topics, topicLines, wordsOf } from '../../reports/topics.ts';
import type { Call } from '../command.ts';
import { EXIT, EXIT_MEANINGS } from '../exit.ts';
import { printLines, surfaceOf } from '../print.ts';

export async function explain({ context, terminal, arguments: [topic] }: Call): Promise<number> {
  if (topic === undefined) {
    await printLines(context.out, topicLines(topics(), 'takedown explain WORD', surfaceOf(terminal)));
    return EXIT.done;
  }
  const found = [
    ...explanationsOf(topic),
    ...refusalExplanation(topic),
    ...codeExplanation(topic, CODES),
    ...exitExplanation(topic),
  ];
  if (found.length === 0) throw unheardOf(topic);
  await printLines(context.out, explainLines(found, surfaceOf(terminal)));
  return EXIT.done;
}

export function topicsToExplain(): readonly string[] {
  return wordsOf(topics());
}

function topics(): readonly Topics[] {
  return [
    ...explainableTopics(),
    { heading: 'Reasons to refuse a letter', words: Object.keys(REFUSALS) },
    { heading: 'Reasons not to send a letter', words: Object.keys(SEND_REFUSALS) },
    { heading: 'Problems of input files', words: Object.keys(CODES) },
    { heading: 'Exit codes', words: Object.keys(EXIT_MEANINGS) },
  ];
}

function refusalExplanation(topic: string): readonly Explanation[] {
  const rows = [
    { row: refusalRow(topic), kind: 'reason to refuse a letter', why: 'A letter is not issued' },
    { row: sendRefusalRow(topic), kind: 'reason not to send a letter', why: 'An issued letter is not sent' },
  ];
  return rows.flatMap(({ row, kind, why }) => {
    if (row === undefined) return [];
    const paragraphs = [`${why}: ${row.means}.`, { label: 'What to do', text: row.remedy }];
    return [{ title: topic, kind, paragraphs }];
  });
}

type Codes = Readonly<Record<string, { readonly means: string; readonly remedy: string }>>;

function codeExplanation(topic: string, codes: Codes): readonly Explanation[] {
  const row = Object.hasOwn(codes, topic) ? codes[topic] : undefined;
  if (row === undefined) return [];
  return [
    {
      title: topic,
      kind: 'problem of an input file',
      paragraphs: [row.means, { label: 'What to do', text: row.remedy }, ...fixesOf(topic)],
    },
  ];
}

function fixesOf(code: string): Explanation['paragraphs'] {
  const fixes = FIXES.filter((fix) => fix.code === code);
  return fixes.map(({ does }) => ({ label: 'What validate --fix does', text: does }));
}

function exitExplanation(topic: string): readonly Explanation[] {
  const meaning = EXIT_MEANINGS[Number(topic)];
  return meaning === undefined || !/^\d+$/.test(topic)
    ? []
    : [{ title: topic, kind: 'exit code', paragraphs: [meaning] }];
}

function unheardOf(topic: string): TakedownError {
  const near = nearest(topic, topicsToExplain());
  const hint =
    near === undefined ? 'All topics: takedown explain' : `Did you mean ${near}? All topics: takedown explain`;
  return new TakedownError('use', { code: 'no-such-topic', message: `Nothing is known of "${topic}".`, hint });
}
