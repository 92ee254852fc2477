import { describe, expect, test } from 'vitest';
import { nextStepsOf } from '../../../src/letters/plan/next-steps.ts';
import { planLetters } from '../../../src/letters/plan/plan.ts';
import { namesOfNobody } from '../../../src/letters/plan/recipients.ts';
import type { LetterPlan } from '../../../src/reports/letter/plan.ts';
import { letterPlanDocument, letterPlanJson } from '../../../src/reports/letter/plan-json.ts';
import { letterPlanLines } from '../../../src/reports/letter/plan-text.ts';
import {
  type Asked,
  BAD,
  EXREG,
  LATE,
  LOSING,
  letterCase,
  lookedAt,
  ONE,
  ORDER_TO_EXREG,
  questionOf,
  SENT_TO_EXREG,
  served,
  TESTREG,
  TWO,
  UNTOUCHED,
  wentOut,
} from '../../letters/desk.ts';
import { at } from '../../support/values.ts';
import { expectDocument } from '../documents.ts';
import { at80, PIPED } from '../support.ts';

function planOf(asked: Asked = {}): LetterPlan {
  const question = questionOf(asked);
  const { theCase, progress } = question;
  return {
    theCase,
    progress,
    planned: planLetters(question),
    steps: nextStepsOf(question),
    withoutLetter: namesOfNobody(question),
  };
}
const text = (asked?: Asked, surface = at80): string => [...letterPlanLines(planOf(asked), surface)].join('\n');
const LATE_ONE: Asked = {
  issued: [ORDER_TO_EXREG],
  journal: SENT_TO_EXREG,
  asOf: LATE,
  looked: lookedAt(LATE, { [ONE]: UNTOUCHED, [TWO]: {}, [BAD]: {} }),
};

describe('the plan on a screen', () => {
  test('first letters, before anything was served', async () => {
    await expect(`${text()}\n`).toMatchFileSnapshot('golden/letter-plan-first.txt');
  });

  test('who is late, and who is not listed', async () => {
    const theCase = letterCase({ recipients: [EXREG, TESTREG] });
    await expect(`${text({ ...LATE_ONE, theCase })}\n`).toMatchFileSnapshot('golden/letter-plan-late.txt');
  });

  test('the next step that is not due yet is said with its day', () => {
    const [reminder] = planOf(LATE_ONE).planned.filter(({ purpose }) => purpose === 'remind');
    if (reminder === undefined) throw new Error('no reminder');
    const { letter, entry } = wentOut(reminder, LATE);
    const asked = {
      ...LATE_ONE,
      issued: [ORDER_TO_EXREG, letter],
      journal: [...SENT_TO_EXREG, entry],
      asOf: at('2019-03-21T15:00:00Z'),
    };
    const lines = text(asked, PIPED).split('\n');
    expect(lines[lines.indexOf('Next steps') + 1]).toBe(
      '  Example Registry: call sheet from Fri 22 Mar 09:00 EDT · 1 name · the reminder went out on Thu 21 Mar 2019, and 24 hours are given to each step',
    );
    expect(lines).toContain('  Example Registry: 2 names · 2019-03-15-exreg-execute, sent Fri 15 Mar 17:20 EDT');
  });

  test('no line is wider than the terminal', () => {
    const theCase = letterCase({ recipients: [{ ...EXREG, name: `Registry ${'x'.repeat(90)}` }, LOSING] });
    for (const asked of [{}, { theCase }, LATE_ONE]) {
      for (const line of letterPlanLines(planOf(asked), at80)) expect(line.length).toBeLessThanOrEqual(80);
    }
  });

  test('a name of a recipient moves no terminal', () => {
    const theCase = letterCase({ recipients: [{ ...EXREG, name: '\u001b[2J\u202eevil' }, LOSING] });
    const shown = text({ theCase }, PIPED);
    expect([shown.includes('\u001b'), shown.includes('\u202e'), shown.includes('evil')]).toEqual([false, false, true]);
  });

  test('when nothing is due it says so', () => {
    const issued = planOf().planned.map((letter) => wentOut(letter, at('2019-03-15T21:00:00Z')));
    const asked = { issued: issued.map(({ letter }) => letter), journal: issued.map(({ entry }) => entry) };
    expect(text({ ...asked, asOf: at('2019-03-15T22:00:00Z') })).toContain('No letter is due.');
  });
});

describe('the plan for scripts', () => {
  test.each([
    ['first', {}],
    ['late', LATE_ONE],
    ['unlisted', { theCase: letterCase({ recipients: [EXREG] }) }],
  ] as const)('%s: is what its schema says', (_, asked) => {
    const envelope = { toolVersion: '1', generatedAt: LATE, problems: [] };
    const document = [...letterPlanJson(planOf(asked), envelope)].join('');
    expectDocument('letter-plan', document);
    expect(JSON.parse(document)).toEqual(letterPlanDocument(planOf(asked), envelope));
  });

  test('every name is in a letter, was in one, or is among those without', () => {
    const envelope = { toolVersion: '1', generatedAt: LATE, problems: [] };
    const { letters, withoutLetter } = letterPlanDocument(planOf({ journal: [served('elsewhere')] }), envelope);
    expect(new Set([...letters.flatMap(({ names }) => names), ...withoutLetter])).toEqual(new Set([ONE, TWO, BAD]));
  });
});
