// The work half of `takedown lookup`: what is typed stands in commands/lookup.ts.
import { type Name, parseName } from '../../model/name.ts';
import type { LookupKind, Observation, Sighting } from '../../model/observation.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { lookupJson } from '../../reports/lookup-json.ts';
import { lookupLines } from '../../reports/lookup-text.ts';
import { findWorkspace } from '../../store/workspace.ts';
import type { OpenAsking } from '../asking.ts';
import { askingOf, openAsking } from '../asking.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { envelopeOf } from '../view.ts';

export async function lookup(call: Call): Promise<number> {
  const { context, terminal } = call;
  const names = call.arguments.map(nameTyped);
  const asking = askingOf(call, findWorkspace(context.folder)?.root);
  const open = openAsking(asking);
  const signal = context.interruption;
  try {
    const looked = await Promise.all(
      names.map(async (name) => ({ name, sightings: await sightingsOf(open, name, signal) })),
    );
    const report = { names: looked, simulated: asking.network.simulated };
    if (terminal.json) {
      await printPieces(context.out, lookupJson(report, envelopeOf(context, [])));
    } else {
      await printLines(context.out, lookupLines(report, surfaceOf(terminal)));
    }
    const failed = looked.some(({ sightings }) => sightings.some(({ outcome }) => outcome === 'failure'));
    return failed ? EXIT.incomplete : EXIT.done;
  } finally {
    open.close();
  }
}

function nameTyped(text: string): Name {
  const reading = parseName(text);
  if (reading.ok) return reading.name;
  throw new TakedownError('use', { code: 'not-a-name', message: `"${text}" ${reading.reason}.` });
}

/** Lookups in the order in which they need each other. Nothing is filed, so observations get a number of this moment only. */
async function sightingsOf({ lookups }: OpenAsking, name: Name, signal: AbortSignal): Promise<readonly Sighting[]> {
  const seen = new Map<LookupKind, Promise<readonly Observation[]>>();
  for (const { kind, after, ask } of lookups) {
    const answers = async () => {
      const earlier = (await Promise.all(after.map((needed) => seen.get(needed) ?? []))).flat();
      const given = await ask(name, { earlier, mayAsk: () => true, signal });
      return given.map(({ sighting }, index) => ({ ...sighting, id: `now#${index + 1}`, of: given.length }));
    };
    seen.set(kind, answers());
  }
  return (await Promise.all(seen.values())).flat().map(({ id: _, of: __, ...sighting }) => sighting);
}
