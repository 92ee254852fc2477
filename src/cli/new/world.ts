// What the questions of `takedown new` have to know of files: the names of the list, and for which of their top levels nobody is
// listed that letters could go to.
import { type NamesReading, readNames } from '../../casefile/names-file.ts';
import { parseRecipients } from '../../casefile/recipients.ts';
import { formats } from '../../intake/index.ts';
import { kindOf } from '../../intake/kind.ts';
import type { DocumentFormat } from '../../intake/placed.ts';
import { registryOperatorOf } from '../../model/case/party.ts';
import { byCodeUnit, type Name, topLabel } from '../../model/name.ts';
import type { Checked } from '../../model/problem.ts';
import { readSource } from '../../store/sources.ts';
import type { CasePaths, Workspace } from '../../store/workspace.ts';
import type { Answers } from './question.ts';
import { isThere } from './starting.ts';

export interface World {
  /** The names of the list that is answered with; absent: none is, or it cannot be read. */
  names(answers: Answers): readonly Name[] | undefined;
  unlisted(answers: Answers): readonly string[];
  exists(workspace: Workspace, id: string): boolean;
  /** What is wrong with an answer that no question can know by itself. */
  fault(key: string, answer: string): string | undefined;
}

/** Formats in which a list is nothing but a list. */
const PLAIN: readonly DocumentFormat[] = ['text', 'csv'];

/** Beyond this many top levels a person writes recipients.yaml and is not asked one by one. */
const MOST_ASKED = 12;

export function worldIn(from: string, pathsOf: (id: string) => CasePaths | undefined): World {
  const read = new Map<string, Checked<NamesReading> | undefined>();
  const reading = (file: string): Checked<NamesReading> | undefined => {
    if (!read.has(file)) {
      const source = readSource(file, from);
      read.set(file, source && readNames(source));
    }
    return read.get(file);
  };
  const names = ({ names: file = '' }: Answers) => {
    const list = file === '' ? undefined : reading(file);
    return list?.ok === true ? list.value.found.map(({ name }) => name) : undefined;
  };
  return {
    names,
    unlisted(answers) {
      const recipients = recipientsFor(answers, { from, pathsOf });
      const tlds = new Set((names(answers) ?? []).map(topLabel));
      const unlisted = [...tlds].filter((tld) => registryOperatorOf(recipients, tld) === undefined);
      return unlisted.length > MOST_ASKED ? [] : unlisted.sort(byCodeUnit);
    },
    exists: isThere,
    fault: (key, answer) => (key === 'names' ? (otherDocument(answer, from) ?? faultIn(reading(answer))) : undefined),
  };
}

function recipientsFor(
  { id = '' }: Answers,
  { from, pathsOf }: { readonly from: string; readonly pathsOf: (id: string) => CasePaths | undefined },
) {
  const path = pathsOf(id === '' ? 'new' : id)?.recipients;
  const source = path === undefined ? undefined : readSource(path, from);
  const checked = source && parseRecipients(source);
  return checked?.ok === true ? checked.value : [];
}

/** A case is made of a plain list; of an order a person has to say which names are meant. */
function otherDocument(file: string, from: string): string | undefined {
  const source = readSource(file, from);
  const kind = source && kindOf(source.octets, file);
  if (kind === undefined || ('format' in kind && PLAIN.includes(kind.format))) return undefined;
  const what = 'format' in kind ? formats.find(({ format }) => format === kind.format)?.what : kind.foreign;
  const then = 'format' in kind ? ': leave it out here, and then bring in its names with takedown import' : '';
  return `is ${what ?? 'no list'}, and no list of names${then}`;
}

function faultIn(list: Checked<NamesReading> | undefined): string | undefined {
  if (list === undefined) return 'is no file that is there';
  if (!list.ok) return `cannot be read: ${list.problems[0]?.message ?? 'it is no list'}`;
  const [first, ...more] = list.value.refused;
  if (first === undefined) return list.value.found.length === 0 ? 'has no name in it' : undefined;
  const others = more.length === 0 ? '' : `, and ${more.length} more`;
  return `has entries that are no names (line ${first.line}${others}): leave it out here, and see takedown import`;
}
