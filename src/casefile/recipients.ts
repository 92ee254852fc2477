// recipients.yaml to recipients, with the rules between them.
import type { Recipient } from '../model/party.ts';
import type { Checked, Problem } from '../model/problem.ts';
import { present } from './present.ts';
import { inFileOrder, problem } from './problems.ts';
import { type RecipientsFile, recipientsSchema } from './schema/recipients.ts';
import type { SourceText } from './source.ts';
import { readYaml, type YamlReading } from './yaml.ts';

export function parseRecipients(source: SourceText): Checked<readonly Recipient[]> {
  const file = readYaml(source, recipientsSchema);
  if (!file.ok) return file;
  const problems = inFileOrder([...twoOperators(file.value), ...incomplete(file.value)]);
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems };
  return { ok: true, value: recipientsOf(file.value.value), problems };
}

function recipientsOf({ illustrative, recipients }: RecipientsFile): readonly Recipient[] {
  return Object.entries(recipients).map(([id, entry]) => {
    const { name, role, reach, tlds, because, jurisdiction, source, verified, 'iana-id': ianaId } = entry;
    const optional = present({ because, jurisdiction, ianaId, source, verified });
    return {
      id,
      name,
      role,
      reach,
      tlds,
      hosts: [],
      contacts: { address: [], email: [] },
      ...optional,
      illustrative: entry.illustrative ?? illustrative,
    };
  });
}

function twoOperators({ value, place }: YamlReading<RecipientsFile>): readonly Problem[] {
  const operators = new Map<string, string>();
  return Object.entries(value.recipients).flatMap(([id, { role, tlds }]) => {
    if (role !== 'registry-operator') return [];
    return tlds.flatMap((tld, index) => {
      const other = operators.get(tld);
      operators.set(tld, id);
      if (other === undefined) return [];
      const message = `.${tld} is listed for ${other} and for ${id}.`;
      return [problem('duplicate-tld', message, { place: place(['recipients', id, 'tlds', index]) })];
    });
  });
}

function incomplete({ value, place }: YamlReading<RecipientsFile>): readonly Problem[] {
  return Object.entries(value.recipients).flatMap(([id, entry]) => {
    const lacks = [
      ...(entry.role === 'registry-operator' && entry.tlds.length === 0 ? ['the top-level domains that it runs'] : []),
      ...(entry.role === 'registrar' && entry['iana-id'] === undefined ? ['its IANA ID'] : []),
      ...(entry.because === undefined ? [`why it is ${entry.reach}`] : []),
    ];
    if (lacks.length === 0) return [];
    const message = `Recipient "${id}" lacks ${lacks.join(', and ')}.`;
    return [problem('recipient-incomplete', message, { place: place(['recipients', id], 'key') })];
  });
}
