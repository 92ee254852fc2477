// The work half of `takedown lookup`: what is typed stands in commands/lookup.ts.

import { traceOf } from '../../lookups/trace.ts';
import type { Instant } from '../../model/instant.ts';
import type { LookupAnswer } from '../../model/lookup.ts';
import { type Name, parseName } from '../../model/name.ts';
import type { LookupKind } from '../../model/observation.ts';
import type { Note } from '../../model/progress.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { dossierOf } from '../../progress/dossier.ts';
import { notesOf } from '../../progress/notes.ts';
import { resolverStates } from '../../progress/resolver-states.ts';
import { isComplete, lookupJson } from '../../reports/lookup-json.ts';
import { type LookedUp, lookupLines } from '../../reports/lookup-text.ts';
import { findWorkspace } from '../../store/workspace.ts';
import type { OpenAsking } from '../asking.ts';
import { type Asking, askingOf, openAsking } from '../asking.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { envelopeOf } from '../view.ts';

export async function lookup(call: Call): Promise<number> {
  const { context, terminal } = call;
  const names = call.arguments.map(nameTyped);
  const asking = askingOf(call, findWorkspace(context.folder)?.root);
  const open = openAsking(asking);
  const wanted = { raw: call.options['raw'] === true, trace: call.options['trace'] === true };
  try {
    const looked = await Promise.all(names.map((name) => lookUp({ open, asking }, name, wanted)));
    const report = { names: looked, simulated: asking.network.simulated };
    if (terminal.json) {
      await printPieces(context.out, lookupJson(report, envelopeOf(context, [])));
    } else {
      await printLines(context.out, lookupLines(report, surfaceOf(terminal)));
    }
    return looked.some(({ sightings }) => !isComplete(sightings)) ? EXIT.incomplete : EXIT.done;
  } finally {
    open.close();
  }
}

function nameTyped(text: string): Name {
  const reading = parseName(text);
  if (reading.ok) return reading.name;
  throw new TakedownError('use', { code: 'not-a-name', message: `"${text}" ${reading.reason}.` });
}

interface Means {
  readonly open: OpenAsking;
  readonly asking: Asking;
}

interface Wanted {
  readonly trace: boolean;
  readonly raw: boolean;
}

async function lookUp({ open, asking }: Means, name: Name, { trace, raw }: Wanted): Promise<LookedUp> {
  const { context } = asking;
  const made = await answersTo(open, name, context.interruption);
  const exchanges = made.flatMap(({ sighting, exchanges: all }) =>
    all.map((exchange) => ({ lookup: sighting.lookup, exchange })),
  );
  return {
    name,
    sightings: made.map(({ sighting }) => sighting),
    notes: notesAbout(name, made, context.clock.now()),
    ...(trace || raw ? { trace: await traceOf(exchanges, raw) } : {}),
  };
}

/** What a check would note of the name, were it in a case that orders nothing. */
function notesAbout(name: Name, made: readonly LookupAnswer[], asOf: Instant): readonly Note[] {
  const of = (lookup: LookupKind) => made.filter(({ sighting }) => sighting.lookup === lookup).length;
  const observations = made.map(({ sighting }, at) => ({ ...sighting, id: `now#${at + 1}`, of: of(sighting.lookup) }));
  const dossier = dossierOf({ name, observations, journal: [], asOf });
  // Without a record nobody knows what the name's servers gave before.
  const resolvers = resolverStates({ dossier, before: () => undefined });
  return notesOf(dossier, { sinkholed: 'not-ordered', done: 'not-ordered', resolvers });
}

/** Lookups in the order in which they need each other. Nothing is filed, so observations get a number of this moment only. */
async function answersTo({ lookups }: OpenAsking, name: Name, signal: AbortSignal): Promise<readonly LookupAnswer[]> {
  const seen = new Map<LookupKind, Promise<readonly LookupAnswer[]>>();
  for (const { kind, after, ask } of lookups) {
    const answers = async () => {
      const needed = (await Promise.all(after.map((one) => seen.get(one) ?? []))).flat();
      const earlier = needed.map(({ sighting }, at) => ({ ...sighting, id: `now#${at + 1}`, of: needed.length }));
      return ask(name, { earlier, mayAsk: () => true, all: true, signal });
    };
    seen.set(kind, answers());
  }
  return (await Promise.all(seen.values())).flat();
}
