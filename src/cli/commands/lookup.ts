// `takedown lookup NAME…`: what the world says of any name now. Writes nothing.
import type { LookupKind, Observation, Sighting } from '../../model/observation.ts';
import { type Name, parseName } from '../../model/name.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { findWorkspace } from '../../store/workspace.ts';
import type { OpenAsking } from '../asking.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit.ts';
import { JSON_OPTION, NETWORK_OPTION } from '../options.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';

export const lookup = defineCommand({
  name: 'lookup',
  summary: 'RDAP, WHOIS, delegation, addresses and resolvers for any name, now; writes nothing',
  arguments: [{ form: '<names...>', about: 'names, as they are written' }],
  options: [NETWORK_OPTION, JSON_OPTION],
  examples: [
    { line: 'takedown lookup outlook-verify.net', about: 'one name, every view of it' },
    {
      line: 'takedown lookup a.example b.example --json',
      about: 'two names, for a script; exit 21 when a lookup failed',
    },
  ],
  async run(call) {
    const { context, terminal } = call;
    const names = call.arguments.map(nameTyped);
    const { askingOf, openAsking } = await import('../asking.ts');
    const asking = askingOf(call, findWorkspace(context.folder)?.root);
    const open = openAsking(asking);
    const signal = context.interruption;
    try {
      const looked = await Promise.all(
        names.map(async (name) => ({ name, sightings: await sightingsOf(open, name, signal) })),
      );
      const report = { names: looked, simulated: asking.network.simulated };
      if (terminal.json) {
        const [{ lookupJson }, { envelopeOf }] = await Promise.all([
          import('../../reports/lookup-json.ts'),
          import('../view.ts'),
        ]);
        await printPieces(context.out, lookupJson(report, envelopeOf(context, [])));
      } else {
        const { lookupLines } = await import('../../reports/lookup-text.ts');
        await printLines(context.out, lookupLines(report, surfaceOf(terminal)));
      }
      const failed = looked.some(({ sightings }) => sightings.some(({ outcome }) => outcome === 'failure'));
      return failed ? EXIT.incomplete : EXIT.done;
    } finally {
      open.close();
    }
  },
});

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
