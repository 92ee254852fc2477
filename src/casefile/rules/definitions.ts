// Rules: what a case defines is used, and is fit for use.
import { byCodeUnit, topLabel } from '../../model/name.ts';
import type { Problem } from '../../model/problem.ts';
import { type Draft, paragraphsOf } from '../draft.ts';
import { listed, problem } from '../problems.ts';
import { ANY } from '../yaml/lost.ts';
import { referencesOf, unused } from './referred.ts';

export function caseIsThatOfItsFolder({ id, file, place, whole }: Draft): readonly Problem[] {
  if (file.case === undefined || file.case === id) return [];
  if (id === `${file.case}.rehearsal` && (file.rehearsal === true || !whole(['rehearsal']))) return [];
  const message = `The file says that this is case "${file.case}", and its folder is called "${id}".`;
  return [problem('wrong-case-id', message, { place: place(['case']) })];
}

/** Each section with the key by which relief refers to it. */
const SECTIONS = [
  ['registrars', 'registrar'],
  ['sinkholes', 'sinkhole'],
] as const;

export function definitionsAreUsed(draft: Draft): readonly Problem[] {
  const references = paragraphsOf(draft).flatMap(({ value }) => value.relief.map(referencesOf));
  return SECTIONS.flatMap(([section, key]) => {
    if (!draft.whole(['orders', ANY, 'paragraphs', ANY, 'relief', ANY, key])) return [];
    const named = new Set(references.flatMap((one) => one[section]));
    return unused(draft.defined[section], named).map((id) => {
      const place = draft.place([section, id], 'key');
      return problem('unused-definition', `No paragraph names "${id}" of ${section}.`, { place });
    });
  });
}

export function sinkholesAreReady(draft: Draft): readonly Problem[] {
  return Object.entries(draft.file.sinkholes ?? {}).flatMap(([id, sinkhole]) => {
    const servers = sinkhole['name-servers'];
    const list = ['sinkholes', id, 'name-servers'];
    const twice = servers.flatMap((server, index) => {
      if (servers.indexOf(server) === index) return [];
      const place = draft.place([...list, index]);
      return [problem('duplicate-sinkhole-server', `${server} stands here twice.`, { place })];
    });
    if (servers.length !== 1 || !draft.whole(list)) return twice;
    const message = `Sinkhole "${id}" has one name server only.`;
    return [problem('sinkhole-of-one', message, { place: draft.place(list, 'key') })];
  });
}

/** A letter to a registry needs to know who runs it. */
export function registriesAreListed(draft: Draft): readonly Problem[] {
  const { operated } = draft;
  const directed = paragraphsOf(draft).find(({ value }) => value['directed-to'].includes('registry-operator'));
  if (directed === undefined || operated === undefined) return [];
  const tlds = new Set([...draft.schedules.values()].flatMap(({ names }) => names.map(({ name }) => topLabel(name))));
  const unlisted = [...tlds].filter((tld) => !operated.has(tld)).sort(byCodeUnit);
  if (unlisted.length === 0) return [];
  const message = `No registry operator is listed for ${listed(unlisted.map((tld) => `.${tld}`))}.`;
  return [problem('unlisted-registry', message, { place: draft.place([...directed.path, 'directed-to']) })];
}
