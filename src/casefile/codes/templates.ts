// Codes of templates: what is wrong with their front matter, their Liquid and their words, and with what they were filled
// with.
import type { CodeRow } from '../codes.ts';

function error(means: string, remedy: string): CodeRow {
  return { severity: 'error', means, remedy };
}

export const TEMPLATE_CODES = {
  'template-front-matter': error(
    'A template begins with what it is for, between two lines of three hyphens, and this one does not.',
    'Compare it with a shipped one, or start with "takedown template new".',
  ),
  'template-syntax': error(
    'A tag or a value of the template is not written as it has to be.',
    'Compare the marked place with docs/templates.md.',
  ),
  'unknown-tag': error('The tag is none that templates know.', 'Use if, unless, case, for, assign, render or comment.'),
  'unknown-filter': error('The filter is none that templates know.', 'Look for the right one in docs/templates.md.'),
  'unknown-value': error(
    'The template names a value that no letter has.',
    'Look for the right one in docs/templates.md.',
  ),
  'unknown-partial': error(
    'The template takes in a piece that is not in templates/partials.',
    'Correct its name, or put the piece there.',
  ),
  'unprintable-value': error(
    'A list, a group, a date or a yes-or-no is to be printed, and the template does not say how.',
    'Go through a list with for, name a part of a group, write a date with a filter, ask a yes-or-no with if.',
  ),
  'impossible-comparison': error(
    'A condition compares a value with something that it can never be, so that one side of it never comes.',
    'Compare it with one of the possible values.',
  ),
  'filter-refused': error('A filter was given what it cannot work with.', 'Give it the kind of value that it takes.'),
  'missing-value': error(
    'The template needs a value that this letter does not have; a letter never has a blank.',
    'Give the value in the case file, or put the passage between {% if … %} and {% endif %}.',
  ),
  'nothing-to-list': error(
    'A list that carries the letter is empty: the letter would list nothing.',
    'Look at what the letter was planned for, or say with {% else %} what stands in its place.',
  ),
  'template-too-much': error(
    'Filling the template takes more time or memory than any letter needs.',
    'Look for a list inside a list, or a piece that takes itself in.',
  ),
  'template-leaves-out': error(
    'The filled template does not say something that a letter of its purpose has to say.',
    'Let the template print the value, or take in the shipped piece that does.',
  ),
  'commands-requested-party': error(
    'A letter to a party outside the court’s reach has words of command outside the order’s own words.',
    "Ask instead, or put the words between {% if reach == 'ordered' %} and {% endif %}.",
  ),
  'live-link': error(
    'The letter has a link in it that a reader could follow by mistake.',
    'Write an address with the filter "defang", or name the place in words.',
  ),
  'unprintable-markdown': error(
    'The template has HTML, a picture or a block of code in it, which no letter shows.',
    'Write it in plain Markdown.',
  ),
  'left-to-fill-in': error(
    'The template has a mark in it that somebody still had to replace.',
    'Put the words there, or a value such as {{ case.docket }}.',
  ),
} as const satisfies Record<string, CodeRow>;
