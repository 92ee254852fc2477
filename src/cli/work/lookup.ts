// The work half of `takedown lookup`: what is typed stands in commands/lookup.ts.
import { setMaxListeners } from 'node:events';
import { traceOf } from '../../lookups/printing/trace.ts';
import type { LookupAnswer } from '../../model/asking/lookup.ts';
import type { Instant } from '../../model/instant.ts';
import type { Note } from '../../model/judged/progress.ts';
import { type Name, parseName } from '../../model/name.ts';
import type { LookupKind } from '../../model/seen/observation.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { dossierOf } from '../../progress/dossier.ts';
import { notesOf } from '../../progress/notes.ts';
import { resolverStates } from '../../progress/resolver-states.ts';
import { isComplete, lookupJson } from '../../reports/lookup/json.ts';
import { type LookedUp, lookupLines } from '../../reports/lookup/text.ts';
import { findWorkspace } from '../../store/workspace.ts';
import { notAnswered } from '../../sweep/not-asked.ts';
import { isExcluded, mayAskUnder } from '../../sweep/touched.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import type { OpenAsking } from '../network.ts';
import { type Asking, askingOf, openAsking } from '../network.ts';
import { textOf } from '../options.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { type HeldName, openSeals } from '../seals.ts';
import { envelopeOf } from '../view.ts';

export async function lookup(call: Call): Promise<number> {
  const { context, terminal } = call;
  const names = call.arguments.map(nameTyped);
  // Every question under way listens to it, which is no leak.
  setMaxListeners(0, context.interruption);
  const workspace = findWorkspace(context.folder, textOf(call.options['cases'] ?? context.env['TAKEDOWN_CASES']));
  const asking = askingOf(call, workspace?.root);
  const sealOf = await openSeals(workspace, asking);
  const doors = openDoors(asking);
  const wanted = { raw: call.options['raw'] === true, trace: call.options['trace'] === true };
  try {
    if (!terminal.quiet && !terminal.json) await tellSeals(call, names, sealOf);
    const looked = await Promise.all(
      names.map((name) => {
        const held = sealOf(name);
        return lookUp({ open: doors.of(held), asking, held }, name, wanted);
      }),
    );
    const report = { names: looked, simulated: asking.network.simulated };
    if (terminal.json) {
      await printPieces(context.out, lookupJson(report, envelopeOf(context, [])));
    } else {
      await printLines(context.out, lookupLines(report, surfaceOf(terminal)));
    }
    return looked.some(({ sightings }) => !isComplete(sightings)) ? EXIT.incomplete : EXIT.done;
  } finally {
    doors.close();
  }
}

/** One way out for all names without a seal, and one for those of the same cases, whose guard holds it. */
function openDoors(asking: Asking) {
  const open = new Map<string, OpenAsking>();
  return {
    of(held: HeldName | undefined): OpenAsking {
      const key = held?.cases.join(' ') ?? '';
      const door = open.get(key) ?? openAsking(asking, held?.seal);
      open.set(key, door);
      return door;
    },
    close() {
      for (const one of open.values()) one.close();
    },
  };
}

async function tellSeals({ context }: Call, names: readonly Name[], sealOf: (name: Name) => HeldName | undefined) {
  for (const name of names) {
    const held = sealOf(name);
    if (held === undefined) continue;
    await context.err.write(`${show(name)}: ${sealText(held)}; whom it excludes is not asked.\n`);
  }
}

function sealText({ cases, until }: HeldName): string {
  return `the case ${cases.map(show).join(', ')} is sealed until ${until}`;
}

function nameTyped(text: string): Name {
  const reading = parseName(text);
  if (reading.ok) return reading.name;
  throw new TakedownError('use', { code: 'not-a-name', message: `"${text}" ${reading.reason}.` });
}

interface Means {
  readonly open: OpenAsking;
  readonly asking: Asking;
  readonly held: HeldName | undefined;
}

interface Wanted {
  readonly trace: boolean;
  readonly raw: boolean;
}

async function lookUp(means: Means, name: Name, { trace, raw }: Wanted): Promise<LookedUp> {
  const { context } = means.asking;
  const made = await answersTo(means, name);
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
async function answersTo({ open, asking, held }: Means, name: Name): Promise<readonly LookupAnswer[]> {
  const { clock, interruption: signal } = asking.context;
  const mayAsk = mayAskUnder(held?.seal);
  const seen = new Map<LookupKind, Promise<readonly LookupAnswer[]>>();
  for (const { kind, after, ask } of open.lookups) {
    const answers = async () => {
      if (held !== undefined && isExcluded(kind, held.seal, held.as)) {
        return [notAnswered({ name, lookup: kind, failure: 'excluded-by-seal', detail: sealText(held) }, clock)];
      }
      const needed = (await Promise.all(after.map((one) => seen.get(one) ?? []))).flat();
      const earlier = needed.map(({ sighting }, at) => ({ ...sighting, id: `now#${at + 1}`, of: needed.length }));
      return ask(name, { earlier, mayAsk, all: true, signal });
    };
    seen.set(kind, answers());
  }
  return (await Promise.all(seen.values())).flat();
}
