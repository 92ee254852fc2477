// Rules: what a case defines is used, and is fit for use.
import { byCodeUnit, topLabel } from '../../model/name.ts';
import { registryOperatorOf } from '../../model/party.ts';
import type { Problem } from '../../model/problem.ts';
import { reliefOf } from '../../relief/index.ts';
import { type Draft, paragraphsOf } from '../draft.ts';
import { listed, problem } from '../problems.ts';

export function caseIsThatOfItsFolder(draft: Draft): readonly Problem[] {
  const { id, file } = draft;
  if (file.case === id || (file.rehearsal && id === `${file.case}.rehearsal`)) return [];
  const message = `The file says that this is case "${file.case}", and its folder is called "${id}".`;
  return [problem('wrong-case-id', message, { place: draft.place(['case']) })];
}

export function definitionsAreUsed(draft: Draft): readonly Problem[] {
  const references = paragraphsOf(draft).flatMap(({ value }) =>
    value.relief.map((terms) => reliefOf(terms.kind)?.references?.(terms) ?? {}),
  );
  const used = {
    registrars: new Set(references.flatMap((one) => one.registrars ?? [])),
    sinkholes: new Set(references.flatMap((one) => one.sinkholes ?? [])),
  };
  const misspelt = (section: 'registrars' | 'sinkholes') =>
    [...used[section]].some((id) => !draft.defined[section].includes(id));
  return (['registrars', 'sinkholes'] as const).flatMap((section) =>
    Object.keys(draft.file[section])
      .filter((id) => !used[section].has(id) && !misspelt(section))
      .map((id) => {
        const place = draft.place([section, id], 'key');
        return problem('unused-definition', `No paragraph names "${id}" of ${section}.`, { place });
      }),
  );
}

export function sinkholesAreReady(draft: Draft): readonly Problem[] {
  return Object.entries(draft.file.sinkholes).flatMap(([id, sinkhole]) => {
    const servers = sinkhole['name-servers'];
    const list = ['sinkholes', id, 'name-servers'];
    const twice = servers.flatMap((server, index) =>
      servers.indexOf(server) === index
        ? []
        : [
            problem('duplicate-sinkhole-server', `${server} stands here twice.`, {
              place: draft.place([...list, index]),
            }),
          ],
    );
    if (servers.length > 1) return twice;
    const message = `Sinkhole "${id}" has one name server only.`;
    return [problem('sinkhole-of-one', message, { place: draft.place(list, 'key') })];
  });
}

/** A letter to a registry needs to know who runs it. */
export function registriesAreListed(draft: Draft): readonly Problem[] {
  const directed = paragraphsOf(draft).find(({ value }) => value['directed-to'].includes('registry-operator'));
  if (directed === undefined || draft.recipients.length === 0) return [];
  const tlds = new Set([...draft.schedules.values()].flatMap(({ names }) => names.map(({ name }) => topLabel(name))));
  const recipients = draft.recipients.map(({ recipient }) => recipient);
  const unlisted = [...tlds].filter((tld) => registryOperatorOf(recipients, tld) === undefined).sort(byCodeUnit);
  if (unlisted.length === 0) return [];
  const message = `No registry operator is listed for ${listed(unlisted.map((tld) => `.${tld}`))}.`;
  return [problem('unlisted-registry', message, { place: draft.place([...directed.path, 'directed-to']) })];
}
