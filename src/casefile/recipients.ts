// recipients.yaml to recipients, with the rules between them.
import type { Recipient } from '../model/party.ts';
import type { Checked, Problem } from '../model/problem.ts';
import { present } from './present.ts';
import { inFileOrder, problem } from './problems.ts';
import { type RecipientsFile, recipientsSchema } from './schema/recipients.ts';
import type { SourceText } from './source.ts';
import type { Partly } from './yaml/loosen.ts';
import { ANY } from './yaml/lost.ts';
import { readYamlPartly, type YamlReading } from './yaml.ts';

export interface RecipientsReading {
  /** None where something is wrong with the file. */
  readonly value: readonly Recipient[];
  readonly problems: readonly Problem[];
  /** The top-level domains that have a registry operator; absent where that is not known of all. */
  readonly operated?: ReadonlySet<string>;
}

export function parseRecipients(source: SourceText): Checked<readonly Recipient[]> {
  const { value, problems } = readRecipients(source);
  return problems.some(isError) ? { ok: false, problems } : { ok: true, value, problems };
}

/** What could be read of the recipients, whatever else is wrong. */
export function readRecipients(source: SourceText): RecipientsReading {
  const file = readYamlPartly(source, recipientsSchema);
  const { reading } = file;
  if (reading === undefined) return { value: [], problems: file.problems };
  const problems = inFileOrder([...file.problems, ...twoOperators(reading), ...incomplete(reading)]);
  const sound = file.whole && !problems.some(isError);
  return {
    value: sound ? recipientsOf(file.reading.value) : [],
    problems,
    ...present({ operated: operatedIn(reading) }),
  };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

type Reading = YamlReading<Partly<RecipientsFile>>;

function entriesOf({ value }: Reading) {
  return Object.entries(value.recipients ?? {});
}

function operatedIn(reading: Reading): ReadonlySet<string> | undefined {
  const entries = entriesOf(reading);
  const known = ['role', 'tlds'].every((key) => reading.whole(['recipients', ANY, key]));
  if (!known || entries.length === 0) return undefined;
  return new Set(entries.flatMap(([, { role, tlds }]) => (role === 'registry-operator' ? tlds : [])));
}

function recipientsOf({ illustrative, recipients }: RecipientsFile): readonly Recipient[] {
  return Object.entries(recipients).map(([id, entry]) => {
    const { name, role, reach, tlds, because, jurisdiction, source, verified, 'iana-id': ianaId } = entry;
    const optional = present({ because, jurisdiction, ianaId, source, verified });
    return { id, name, role, reach, tlds, ...optional, illustrative: entry.illustrative ?? illustrative };
  });
}

function twoOperators(reading: Reading): readonly Problem[] {
  const operators = new Map<string, string>();
  return entriesOf(reading).flatMap(([id, { role, tlds }]) => {
    if (role !== 'registry-operator') return [];
    return tlds.flatMap((tld, index) => {
      const other = operators.get(tld);
      operators.set(tld, id);
      if (other === undefined) return [];
      const message = `.${tld} is listed for ${other} and for ${id}.`;
      return [problem('duplicate-tld', message, { place: reading.place(['recipients', id, 'tlds', index]) })];
    });
  });
}

function incomplete(reading: Reading): readonly Problem[] {
  return entriesOf(reading).flatMap(([id, entry]) => {
    const missing = (key: string) => reading.whole(['recipients', id, key]);
    const { role, reach = 'ordered or requested' } = entry;
    const lacks = [
      ...(role === 'registry-operator' && entry.tlds.length === 0 && missing('tlds')
        ? ['the top-level domains that it runs']
        : []),
      ...(role === 'registrar' && entry['iana-id'] === undefined && missing('iana-id') ? ['its IANA ID'] : []),
      ...(entry.because === undefined && missing('because') ? [`why it is ${reach}`] : []),
    ];
    if (lacks.length === 0) return [];
    const message = `Recipient "${id}" lacks ${lacks.join(', and ')}.`;
    return [problem('recipient-incomplete', message, { place: reading.place(['recipients', id], 'key') })];
  });
}
