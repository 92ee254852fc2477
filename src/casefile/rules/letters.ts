// Rules about what letters need of a case: the paragraph against disclosure, glue for name servers, copies of the orders that
// are those stated, and providers who really stand above names.
import { isWithin, nameOrNone } from '../../model/name.ts';
import type { Problem } from '../../model/problem.ts';
import { sha256 } from '../../model/sha256.ts';
import { called, type Draft, ordersOf } from '../draft.ts';
import { suggestion } from '../nearest.ts';
import { problem } from '../problems.ts';

export function nonDisclosureIsOrdered(draft: Draft): readonly Problem[] {
  const named = draft.file.letters?.['non-disclosure']?.paragraph;
  const { known, mayBe } = draft.defined.paragraphs;
  if (named === undefined || known.includes(named) || mayBe(named)) return [];
  const message = `Letters quote a paragraph "${named}" against disclosure that this case does not have.`;
  const place = draft.place(['letters', 'non-disclosure', 'paragraph']);
  return [problem('unknown-paragraph', message, { hint: suggestion(named, known, 'paragraphs'), place })];
}

export function glueIsOfItsServers(draft: Draft): readonly Problem[] {
  return Object.entries(draft.file.sinkholes ?? {}).flatMap(([id, { 'name-servers': servers, glue }]) =>
    Object.keys(glue ?? {}).flatMap((server) => {
      const name = nameOrNone(server);
      if (name !== undefined && servers.includes(name)) return [];
      if (!draft.whole(['sinkholes', id, 'name-servers'])) return [];
      const message = `Glue is given for "${server}", which is no name server of sinkhole "${id}".`;
      const place = draft.place(['sinkholes', id, 'glue', server], 'key');
      return [problem('glue-without-server', message, { hint: suggestion(server, servers, 'name servers'), place })];
    }),
  );
}

/** RFC 9499 section 7: without glue nobody finds a server whose name stands under the name that it serves. */
export function glueIsThereWhereItIsNeeded(draft: Draft): readonly Problem[] {
  const names = [...draft.schedules.values()].flatMap((reading) => reading.names.map(({ name }) => name));
  return Object.entries(draft.file.sinkholes ?? {}).flatMap(([id, { 'name-servers': servers, glue }]) =>
    servers.flatMap((server, index) => {
      const above = names.find((name) => isWithin(server, name));
      const given = Object.keys(glue ?? {}).some((key) => nameOrNone(key) === server);
      if (above === undefined || given || !draft.whole(['sinkholes', id, 'glue'])) return [];
      const message = `${server} stands under ${above}, which is a name of this case, and has no glue.`;
      const place = draft.place(['sinkholes', id, 'name-servers', index]);
      return [problem('glue-missing', message, { place })];
    }),
  );
}

/** Copies are looked at only where somebody hands in their octets: no lookup waits for a document. */
export function orderCopiesAreThoseStated(draft: Draft): readonly Problem[] {
  const { copy: read } = draft;
  if (read === undefined) return [];
  return ordersOf(draft).flatMap(({ value: order, path }) => {
    const { copy } = order;
    if (copy?.file === undefined) return [];
    const octets = read(copy.file);
    if (octets === undefined) {
      const message = `There is no file ${copy.file} in the case folder: the copy of ${called(order)}.`;
      return [problem('copy-missing', message, { place: draft.place([...path, 'copy', 'file']) })];
    }
    const digest = sha256(octets);
    if (copy['sha-256'] === undefined || digest === copy['sha-256']) return [];
    const message = `${copy.file} is not the copy of ${called(order)} that is stated here: its SHA-256 is ${digest}.`;
    return [problem('copy-differs', message, { place: draft.place([...path, 'copy', 'sha-256']) })];
  });
}

export function providersStandUnderSuffixes({ recipients, suffixes }: Draft): readonly Problem[] {
  if (suffixes === undefined) return [];
  return recipients.flatMap(({ recipient, place }) => {
    const hosts = recipient.role === 'provider' ? recipient.hosts : [];
    return hosts.flatMap((host, index) => {
      if (suffixes.standing(host) !== 'suffix') return [];
      const message = `${host} is a public suffix: who runs it is a registry operator, not a provider.`;
      return [problem('public-suffix', message, { place: place(['hosts', index]) })];
    });
  });
}
