// What is wrong with how the parent leads to the name servers: glue that their own zone contradicts, a name server that is an
// alias, a delegation to a sinkhole of somebody else.
import type { Dossier, ServerAnswers } from '../model/judged/dossier.ts';
import type { Note } from '../model/judged/progress.ts';
import { FAILURE_CAUSES } from '../model/seen/failure.ts';
import { otherSinkhole } from './other-sinkholes.ts';
import type { Ours } from './zone-judging.ts';

export function glueNotes(dossier: Dossier, ours: Ours | undefined): readonly Note[] {
  const { delegation } = dossier;
  const notes: Note[] = [];
  let [alias, glue]: (Note | undefined)[] = [];
  for (const one of dossier.servers) {
    // Of a case only the sinkhole's servers: what the former ones have is as expected.
    if (ours !== undefined && !ours.sets.has(hostOf(one))) continue;
    alias ??= aliasNote(one);
    glue ??= differing(dossier, one);
  }
  if (alias !== undefined) notes.push(alias);
  if (glue !== undefined) notes.push(glue);
  if (!delegation.known || delegation.value === null) return notes;
  for (const server of delegation.value.nameServers) {
    const operator = ours?.sets.has(server) ? undefined : otherSinkhole(server);
    if (operator === undefined) continue;
    const text = `delegated to ${server}, a sinkhole of ${operator}`;
    return [...notes, { word: 'other-sinkhole', text, citations: delegation.citations }];
  }
  return notes;
}

function aliasNote({ server, cause, facts, answers }: ServerAnswers): Note | undefined {
  if (cause !== 'ns-alias' && facts?.ownCause !== 'ns-alias') return undefined;
  return { word: 'ns-alias', text: `${server} ${FAILURE_CAUSES['ns-alias']}`, citations: answers.citations };
}

function hostOf({ server, facts }: ServerAnswers): string {
  return facts?.nameServer ?? server.split(' ', 1)[0] ?? server;
}

function differing({ parents = [] }: Dossier, { facts, answers }: ServerAnswers): Note | undefined {
  const own = facts?.ownAddresses;
  if (facts === undefined || own === undefined) return undefined;
  for (const { server, facts: said, id } of parents) {
    const glue = said.glue[facts.nameServer] ?? [];
    const stray = glue.filter((address) => !own.includes(address));
    if (stray.length === 0) continue;
    const text = `${server} gives ${stray.join(', ')} for ${facts.nameServer}, whose own zone says ${own.join(', ')}`;
    return { word: 'glue-differs', text, citations: [id, ...answers.citations] };
  }
  return undefined;
}
