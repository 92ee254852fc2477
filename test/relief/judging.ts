// Puts terms of a kind and a dossier together, the way a compiled case does.
import { expect } from 'vitest';
import * as z from 'zod';
import type { Case } from '../../src/model/case/case.ts';
import type { Dossier } from '../../src/model/judged/dossier.ts';
import type { Judgement } from '../../src/model/judged/finding.ts';
import type { ClausePlace } from '../../src/relief/define.ts';
import { reliefOf } from '../../src/relief/index.ts';
import { wordRow } from '../../src/relief/words.ts';
import { aCase } from './literals.ts';

/** Of the small case of the literals, unless `about` says otherwise. */
export function judged(kind: string, terms: object, dossier: Dossier, about: About = {}): Judgement {
  const { theCase = aCase(), ...place } = about;
  const relief = reliefOf(kind);
  if (relief === undefined) throw new Error(`no kind ${kind}`);
  const read = relief.terms(z).parse({ kind, ...terms });
  return relief.judge(relief.require(read, theCase, { paragraph: 'tro/2(a)', ...place }), dossier);
}

interface About extends Partial<ClausePlace> {
  readonly theCase?: Case;
}

/** Verdict and word as told, a word of the list, a sentence without a full stop, and something it rests on. */
export function expectSays(judgement: Judgement, verdict: Judgement['verdict'], word: string): void {
  expect({ verdict: judgement.verdict, word: judgement.word }).toEqual({ verdict, word });
  expect(wordRow(judgement.word), `"${judgement.word}" is no word of the list`).toBeDefined();
  expect(judgement.reason).toMatch(/[^.]$/);
  if (judgement.verdict !== 'unknown') expect(judgement.citations).not.toEqual([]);
}
