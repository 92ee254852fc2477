// takedown.yaml to settings. Absent keys stay absent, so that the next place in the order of settings can speak.
import type { Address } from '../model/address.ts';
import type { Checked } from '../model/problem.ts';
import { present } from './present.ts';
import { configSchema } from './schema/config.ts';
import type { SourceText } from './source.ts';
import { readYaml } from './yaml.ts';

export interface Settings {
  readonly resolvers?: readonly Address[];
  /** By server, as the observations name it. `apart` is in milliseconds. */
  readonly limits: ReadonlyMap<string, { readonly atOnce: number; readonly apart: number }>;
  /** RDAP base URLs by top-level label. */
  readonly rdapServers: ReadonlyMap<string, string>;
  /** WHOIS hosts by top-level label. */
  readonly whoisServers: ReadonlyMap<string, string>;
}

export const NO_SETTINGS: Settings = { limits: new Map(), rdapServers: new Map(), whoisServers: new Map() };

export function parseConfig(source: SourceText): Checked<Settings> {
  const file = readYaml(source, configSchema);
  if (!file.ok) {
    const empty = file.problems.every(({ code }) => code === 'empty-file');
    return empty ? { ok: true, value: NO_SETTINGS, problems: [] } : file;
  }
  const { resolvers, limits, rdap, whois } = file.value.value;
  const value: Settings = {
    ...present({ resolvers }),
    limits: new Map(
      Object.entries(limits).map(([server, { 'at-once': atOnce, apart }]) => [server, { atOnce, apart }]),
    ),
    rdapServers: new Map(Object.entries(rdap.servers)),
    whoisServers: new Map(Object.entries(whois.servers)),
  };
  return { ok: true, value, problems: file.problems };
}
