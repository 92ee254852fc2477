// Asks for what the chain of trust needs: keys of the root and of each zone down to the one that is looked at, DS of each cut.
// Once a run for each zone; the octets are in the evidence of the name that asked first. What the answers are worth: dnssec/trust.ts.
import type { Network } from '../../model/asking/network.ts';
import { failed } from '../answers/read-rcode.ts';
import { type BoundedMap, boundedMap } from '../bulk/bounded-map.ts';
import { parentOf, ROOT } from '../dns/codec/names.ts';
import { TYPES } from '../dns/codec/types.ts';
import { anchorsOf } from '../dnssec/anchors.ts';
import { anchorDs, type DsTrust, dsBelow, keysTrust, type Trust } from '../dnssec/trust.ts';
import type { Heard } from '../heard/heard.ts';
import type { Journey } from './journey.ts';
import type { Walker } from './walk.ts';
import type { Zone } from './zone.ts';

export interface Chains {
  /** How far the word of this zone can be trusted; `undefined` where nobody vouches for the root, and nothing is asked. */
  trustOf(zone: Zone, journey: Journey): Promise<Trust | undefined>;
}

/** Zones remembered for a run: those above the names of a case, with room to spare. */
const REMEMBERED = 4_000;

/** Questions for one zone: its DS and its keys, at several servers where one gives nothing of use, and addresses on the way. */
const QUESTIONS = 24;

interface Asking {
  readonly walker: Walker;
  readonly anchor: DsTrust;
  readonly known: BoundedMap<Promise<Trust>>;
}

export function openChains(network: Network, walker: Walker): Chains {
  const anchors = anchorsOf(network);
  if (anchors.length === 0) return { trustOf: async () => undefined };
  const asking = { walker, anchor: anchorDs(anchors), known: boundedMap<Promise<Trust>>(REMEMBERED) };
  return { trustOf: (zone, journey) => trustOf(asking, zone, journey) };
}

async function trustOf(asking: Asking, zone: Zone, journey: Journey): Promise<Trust> {
  const earlier = asking.known.get(zone.name);
  if (earlier !== undefined) return earlier;
  const begun = askTrust(asking, zone, journey);
  asking.known.set(zone.name, begun);
  const trust = await begun;
  // What one name's interruption cut short is asked again for the next one.
  if (journey.signal.aborted) asking.known.forget(zone.name);
  return trust;
}

async function askTrust(asking: Asking, zone: Zone, journey: Journey): Promise<Trust> {
  const ds = zone.name === ROOT ? asking.anchor : await askDs(asking, zone, journey);
  if (ds.kind !== 'ds') return ds;
  const read = (heard: readonly Heard[]) => keysTrust(zone.name, ds, heard);
  return ask(asking, { zone, name: zone.name, type: TYPES.DNSKEY, read }, journey);
}

async function askDs(asking: Asking, { name }: Zone, journey: Journey): Promise<DsTrust> {
  const parent = await asking.walker.zoneOf(parentOf(name), journey);
  if (!parent.ok) return { kind: 'indeterminate', reason: `the parent of ${name}: ${parent.detail}` };
  const above = await trustOf(asking, parent.value, journey);
  if (above.kind !== 'keys') return above;
  const cut = { zone: name, parent: parent.value.name };
  const read = (heard: readonly Heard[]) => dsBelow(above.keys, cut, heard);
  return ask(asking, { zone: parent.value, name, type: TYPES.DS, read }, journey);
}

interface Question<T> {
  readonly zone: Zone;
  readonly name: string;
  readonly type: number;
  read(heard: readonly Heard[]): T;
}

/** The next server is asked where one's answer leads nowhere; then the answers together decide. */
async function ask<T extends { readonly kind: string; readonly reason?: string }>(
  { walker }: Asking,
  { zone, name, type, read }: Question<T>,
  journey: Journey,
): Promise<T> {
  const heard: Heard[] = [];
  const own = { ...journey, budget: { left: QUESTIONS } };
  const question = {
    zone,
    name,
    type,
    read(_message: unknown, one: Heard) {
      heard.push(one);
      const reading = read([one]);
      const useless = reading.kind === 'bogus' || reading.kind === 'indeterminate';
      return useless ? failed('contradictory', reading.reason ?? reading.kind) : { kind: 'heard' as const };
    },
  };
  await walker.ask(question, own);
  return read(heard);
}
