// What was noticed of a name and decides no requirement: what resolvers show, two services that differ, a refusal.

import type { JournalEntry } from '../model/case/journal.ts';
import type { Dossier } from '../model/judged/dossier.ts';
import type { FacetVerdict, Note } from '../model/judged/progress.ts';
import type { ResolverState } from '../model/judged/resolver-state.ts';
import { dsNotes } from './ds-notes.ts';
import { glueNotes } from './glue-notes.ts';
import { resolverNotes } from './resolver-notes.ts';
import type { Ours } from './zone-judging.ts';
import { zoneNotes } from './zone-notes.ts';

const NONE: readonly Note[] = [];

export function notesOf(dossier: Dossier, context: NoteContext): readonly Note[] {
  const { sinkholed, done, resolvers, ours, dsJudged = false } = context;
  const { noticed = NONE } = dossier;
  const refusal = done === 'met' ? undefined : refusalNote(dossier);
  const notes = noticed.concat(
    dsJudged ? NONE : dsNotes(dossier, ours),
    glueNotes(dossier, ours),
    zoneNotes(dossier, ours),
    refusal ?? NONE,
    resolverNotes(resolvers, sinkholed),
  );
  return notes.length === 0 ? NONE : notes;
}

interface NoteContext {
  readonly sinkholed: FacetVerdict;
  readonly done: FacetVerdict;
  readonly resolvers: readonly ResolverState[];
  /** The sinkholes of the case; absent where no case says what is wanted. */
  readonly ours?: Ours;
  /** A finding says already what there is to say of the DS. */
  readonly dsJudged?: boolean;
}

/** What a party refused without naming a paragraph decides none; that it did is worth knowing while the name is open. */
function refusalNote({ journal }: Dossier): Note | undefined {
  const general = ({ event, paragraph }: JournalEntry) =>
    paragraph === undefined && (event === 'refused' || event === 'confirmed');
  const last = journal.findLast(general);
  if (last?.event !== 'refused') return undefined;
  const who = last.recipient ?? 'the directed party';
  const why = last.note === undefined ? '' : `: ${last.note}`;
  return { word: 'refused-by-party', text: `refused by ${who}${why}`, citations: [`journal ${last.at}`] };
}
