import { expect, test } from 'vitest';
import { askAll } from '../../../src/cli/new/asking.ts';
import type { Answers, Question } from '../../../src/cli/new/question.ts';
import { questionsFor } from '../../../src/cli/new/questions.ts';

const NEEDED: Answers = {
  ...{ id: 'acme', title: 'A', docket: '1', court: 'D.D.C.', petitioner: 'Acme', entered: '2026-01-05T16:00:00-05:00' },
};

/** Answers by key, one after the other; `undefined` goes back. What is not in the list stays empty. */
async function asked(
  given: Answers,
  script: readonly (readonly [string, string | undefined])[],
  unlisted: string[] = [],
) {
  const left = [...script];
  const order: string[] = [];
  const offered: (string | undefined)[] = [];
  const kept: Answers[] = [];
  const answers = await askAll(given, {
    questions: (known) => questionsFor(known, unlisted),
    async ask({ key }: Question, _known, previous) {
      order.push(key);
      offered.push(previous);
      const [wanted, answer] = left[0] ?? ['', ''];
      if (wanted !== key) return '';
      left.shift();
      return answer;
    },
    keep: (known) => kept.push(known),
  });
  expect(left).toEqual([]);
  return { answers, order, offered, kept };
}

test('asks only what is not known yet; a district court brings its zone and holidays', async () => {
  const { order } = await asked(NEEDED, []);
  expect(order).not.toContain('title');
  expect(order).not.toContain('timeZone');
  expect(order).not.toContain('ianaId');
  const other = await asked({ ...NEEDED, court: 'Landgericht Berlin' }, [['registrar', 'Registrar Inc.']]);
  expect(other.order).toEqual(expect.arrayContaining(['courtShort', 'timeZone', 'holidays', 'ianaId']));
});

test('goes back to the question before, and offers what was answered there', async () => {
  const { answers, order, offered } = await asked({ ...NEEDED, docketEntry: '' }, [
    ['judge', 'Jane Roe'],
    ['sealUntil', undefined],
    ['judge', 'Joan Roe'],
    ['sealUntil', '2026-02-01'],
  ]);
  expect(order.slice(0, 4)).toEqual(['judge', 'sealUntil', 'judge', 'sealUntil']);
  expect(offered.slice(0, 4)).toEqual([undefined, undefined, 'Jane Roe', undefined]);
  expect(answers).toMatchObject({ judge: 'Joan Roe', sealUntil: '2026-02-01' });
});

test('stays where it is before the first question', async () => {
  const { order } = await asked(NEEDED, [
    ['judge', undefined],
    ['judge', ''],
  ]);
  expect(order.slice(0, 3)).toEqual(['judge', 'judge', 'sealUntil']);
});

test('asks about each paragraph that is chosen, and each operator once', async () => {
  const { order, answers, kept } = await asked(
    NEEDED,
    [
      ['relief', 'hold,preserve'],
      ['recipients.app.name', 'Google'],
      ['recipients.app.reach', 'ordered'],
      ['recipients.dev.name', 'Google'],
    ],
    ['app', 'dev'],
  );
  expect(order.filter((key) => key.startsWith('paragraphs.'))).toEqual(
    ['hold', 'preserve'].flatMap((id) =>
      ['number', 'text', 'directedTo', 'due'].map((part) => `paragraphs.${id}.${part}`),
    ),
  );
  expect(order.filter((key) => key.startsWith('recipients.dev.'))).toEqual(['recipients.dev.name']);
  expect(kept[kept.length - 1]).toEqual(answers);
});
