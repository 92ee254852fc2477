// Cases and lookups as small as a sweep needs them.

import type { Lookup, LookupAnswer, LookupCircumstances } from '../../../src/model/asking/lookup.ts';
import type { Case, Seal } from '../../../src/model/case/case.ts';
import type { Name } from '../../../src/model/name.ts';
import type { LookupKind, Sighting } from '../../../src/model/seen/observation.ts';
import { at as instant, LETTER_TERMS, name } from '../../support/values.ts';

export function caseOf(names: readonly string[], over: { seal?: Seal; registrable?: string } = {}): Case {
  const listed = names.map((text, line) => ({
    name: name(text),
    unicode: text,
    registrable: name(over.registrable ?? text),
    line,
  }));
  return {
    id: 'acme',
    title: 'Acme v. Does',
    illustrative: true,
    rehearsal: false,
    court: { name: 'A court', timeZone: 'UTC', holidays: [], closed: [] },
    docket: '1:19-cv-1',
    petitioner: { name: 'Acme', address: [] },
    registrars: {},
    sinkholes: { dcu: { operator: 'Acme', nameServers: [name('ns1.sinkhole.example')], prefixes: [] } },
    schedules: [{ id: 'a', file: 'a.txt', names: listed }],
    orders: [],
    recipients: [],
    letters: LETTER_TERMS,
    digest: 'ab'.repeat(32),
    ...(over.seal && { seal: over.seal }),
  };
}

export function answer(about: string, lookup: LookupKind, over: Record<string, unknown> = {}): LookupAnswer {
  const made: unknown = {
    name: about,
    lookup,
    authority: 'registry',
    question: 'q',
    server: 's',
    at: instant('2019-03-18T14:15:02Z'),
    took: 1,
    reader: 'test/1',
    outcome: 'no-such-object',
    ...over,
  };
  return { sighting: made as Sighting, exchanges: [] };
}

export function lookupOf(
  kind: LookupKind,
  ask?: (about: Name, circumstances: LookupCircumstances) => Promise<readonly LookupAnswer[]>,
): Lookup {
  const after: readonly LookupKind[] = kind === 'addresses' ? ['delegation'] : [];
  return { kind, after, ask: ask ?? (async (about) => [answer(about, kind)]) };
}
