// The name servers that lines of a reply state: one a line, with its addresses; or all of them side by side on one, as in older
// .sg. A list of which only a part was read would be a false statement, so what is neither of the two is not read at all.
import { type Name, nameOrNone } from '../../model/name.ts';

/** `undefined` where several hosts stand on one of several lines: nobody can say which of them are name servers. */
export function hostsOfAll(texts: readonly string[]): readonly Name[] | undefined {
  const found = texts.map(hostsOf);
  if (found.every((hosts) => hosts === undefined || hosts.length <= 1)) {
    return found.includes(undefined) ? undefined : found.flatMap((hosts) => hosts ?? []);
  }
  return found.length === 1 ? found[0] : undefined;
}

/** `undefined` where another host stands among words that are none. */
function hostsOf(text: string): readonly Name[] | undefined {
  const words = (IN_A_ZONE.exec(text)?.[1] ?? text)
    .split(/[\s,|;]+/)
    .filter((word) => word !== '' && !NO_ADDRESS.has(word));
  const hosts = words.map(nameOrNone);
  const [first] = hosts;
  if (first === undefined) return [];
  const all = [...new Set(hosts.flatMap((host) => host ?? []))];
  return all.length === 1 || hosts.every((host) => host !== undefined) ? all : undefined;
}

/** What stands where an address would, and looks like a host. UZINFOCOM .uz, last verified 2026-11. */
const NO_ADDRESS: ReadonlySet<string> = new Set(['not.defined.', 'not.defined']);

/** As in .pt: `seized.pt NS ns1.sinkhole.example.` */
const IN_A_ZONE = /^\S+\s+(?:IN\s+)?NS\s+(\S+)$/;

/** The first word; or what stands behind NS. */
export function hostOf(text: string): string {
  return IN_A_ZONE.exec(text)?.[1] ?? text.split(/[\s,|;]/)[0] ?? '';
}
