// Everything that `takedown validate --fix` sets right, each beside the problem code that it belongs to. A new fix is one
// function in the file of its theme and one row here. What needs a choice is never fixed: look-alikes, defanged names, counts.
import { counted, defineFix, type Fix } from './fix.ts';
import { nameForms, repeatedNames } from './names-in-lists.ts';
import { byteOrderMark, lineEnds } from './text-forms.ts';
import { fixedWords, namesInYaml, plainValues, topLevels } from './yaml-scalars.ts';

export const FIXES: readonly Fix[] = [
  defineFix({
    code: 'byte-order-mark',
    does: 'The mark is taken out; of a CSV file it stays, since spreadsheets go by it.',
    says: () => 'The file begins with a byte order mark.',
    edits: byteOrderMark,
  }),
  defineFix({
    code: 'mixed-line-ends',
    does: 'All lines end as most of them do.',
    says: (count) => `${counted(count, 'line ends', 'lines end')} otherwise than the rest.`,
    edits: lineEnds,
  }),
  defineFix({
    code: 'name-form',
    does: 'The name is written in small letters, without a final dot and without blanks around it; its letters stay.',
    says: (count) =>
      `${counted(count, 'name is', 'names are')} written with capital letters, a final dot or blanks around ${count === 1 ? 'it' : 'them'}; the first stands here.`,
    edits: (file) => (file.kind === 'list' ? nameForms(file.text) : namesInYaml(file, { told: false })),
  }),
  defineFix({
    code: 'duplicate-name',
    does: 'A later line that says nothing but the name is taken out; one with a comment or other columns stays.',
    edits: (file) => (file.kind === 'list' ? repeatedNames(file) : []),
  }),
  defineFix({
    code: 'not-a-name',
    does: 'In a YAML file, blanks around a name are taken out. Nothing else that is no name is ever changed.',
    edits: (file) => namesInYaml(file, { told: true }),
  }),
  defineFix({
    code: 'wrong-value',
    does: 'A word of a fixed list is written in the letters of the list; a top-level domain in its ASCII form, without a dot.',
    edits: (file) => [...fixedWords(file), ...topLevels(file)],
  }),
  defineFix({
    code: 'wrong-type',
    does: 'A whole number is written without quotes.',
    edits: (file) => plainValues(file, 'figure'),
  }),
  defineFix({
    code: 'yaml-trap',
    does: 'True and False are written as true and false.',
    edits: (file) => plainValues(file, 'truth'),
  }),
];
