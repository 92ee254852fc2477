// The shipped templates: sound for every letter that they could be used for, one for each that the ladder knows, and none that
// says to a requested party what only an ordered one is told.
import { describe, expect, it } from 'vitest';
import { renderProblems } from '../../src/casefile/render-problem.ts';
import { checkTemplate } from '../../src/letters/check-template.ts';
import { examplesFor } from '../../src/letters/examples.ts';
import { shippedTemplates } from './shipped.ts';

const set = shippedTemplates();

describe('the shipped templates', () => {
  it.each(set.templates.map((template) => [template.id, template] as const))(
    '%s has no problem',
    async (_, template) => {
      const problems = await checkTemplate(template, set, examplesFor(template));
      expect(renderProblems(problems)).toBe('');
    },
  );
});
