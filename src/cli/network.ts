// The network a command may ask: the internet with this machine's settings, or what a network file describes; and the
// tools that lookups are handed for it.
import type { Settings } from '../casefile/config.ts';
import { parseNetwork, REAL_NETWORK } from '../casefile/network-file.ts';
import { makeGuard } from '../lookups/guard.ts';
import { resolveHost } from '../lookups/hosts.ts';
import { type OpenLookups, openLookups } from '../lookups/index.ts';
import { type CountingPace, makePace } from '../lookups/pace.ts';
import { paceLimits } from '../lookups/pace-limits.ts';
import { DEFAULT_RESOLVERS } from '../lookups/resolver/resolvers.ts';
import type { LookupTools } from '../lookups/tools.ts';
import type { Network } from '../model/asking/network.ts';
import { parseResolverPlace, type ResolverPlace } from '../model/asking/resolver-place.ts';
import type { SealInForce } from '../model/case/seal.ts';
import type { SinkholeServers } from '../model/case/sinkhole.ts';
import { millisecondsOf } from '../model/instant.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { bootstrapCacheIn } from '../store/cache/bootstrap.ts';
import { openPaceBook, type PaceBookPlace } from '../store/cache/pace-book.ts';
import { readSource } from '../store/sources.ts';
import { cacheOf } from './cache.ts';
import { clockFrom } from './clock.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { textsOf } from './options.ts';
import { settingsIn } from './settings.ts';
import { sound } from './workspace.ts';

export interface Asking {
  readonly network: Network;
  readonly settings: Settings;
  /** With the clock that the network asks for. */
  readonly context: Context;
  /** How many names will be asked about; absent: a few. */
  readonly names?: number;
}

/** More names than these are asked about in fewer words: a parent zone's every server would be asked a million questions. */
const MANY_NAMES = 5000;

/** `root` is the workspace's folder, whose takedown.yaml counts; a command without a workspace has none. */
export function askingOf(
  { context, options }: Pick<Call, 'context' | 'options'>,
  root: string | undefined,
  settings: Settings = settingsIn(context, root),
): Asking {
  const given = options['network'];
  const found = typeof given === 'string' ? fromFile(context, given) : realNetwork(settings);
  const resolvers = resolversTyped(options['resolver']);
  const network = resolvers.length === 0 ? found : { ...found, dns: { ...found.dns, resolvers } };
  return {
    network,
    settings,
    context: network.clock === undefined ? context : { ...context, clock: clockFrom(network.clock) },
  };
}

function fromFile(context: Context, file: string): Network {
  const source = readSource(file, context.folder);
  if (source !== undefined) return sound(parseNetwork(source), file).value;
  throw new TakedownError('use', {
    code: 'no-such-file',
    message: `There is no file ${file}.`,
    hint: 'What such a file looks like: takedown schema network',
  });
}

function resolversTyped(typed: unknown): readonly ResolverPlace[] {
  return textsOf(typed).map((text) => {
    const reading = parseResolverPlace(text);
    if (reading.ok) return reading.place;
    throw new TakedownError('use', {
      code: 'no-resolver',
      message: `--resolver: "${text}" ${reading.why}.`,
      hint: reading.hint,
    });
  });
}

function realNetwork({ resolvers, rdapServers, whoisServers, controls }: Settings): Network {
  return {
    ...REAL_NETWORK,
    ...(controls && { controls }),
    dns: { ...REAL_NETWORK.dns, resolvers: resolvers ?? DEFAULT_RESOLVERS },
    rdap: { ...REAL_NETWORK.rdap, servers: rdapServers },
    whois: { ...REAL_NETWORK.whois, servers: whoisServers },
  };
}

export interface OpenAsking extends OpenLookups {
  readonly pace: CountingPace;
}

/** The sinkholes that are asked before anything is delegated to them. */
interface BeforeService {
  readonly servers: SinkholeServers;
}

/** `seal`: while it is in force, the guard of every socket goes by it, whatever the plan says. */
export function openAsking(asking: Asking, seal?: SealInForce, before?: BeforeService): OpenAsking {
  const { tools, pace } = toolsOf(asking, seal);
  return { ...openLookups(tools, before?.servers), pace };
}

/** What a lookup is handed, with the pace that counts who waits. */
export function toolsOf({ network, settings, context, names = 1 }: Asking, seal?: SealInForce) {
  const cache = cacheOf(context);
  // What belongs to the internet is shared with other runs; a network file's servers are its own affair.
  const shared = network.opened ? undefined : cache;
  const book = shared && openPaceBook(bookPlace(context, shared.folder));
  const pace: CountingPace = makePace(paceLimits(network, settings.limits), context.clock, book);
  const tools: LookupTools = {
    network,
    pace,
    guard: makeGuard(network, resolveHost, seal),
    clock: context.clock,
    random: context.random,
    remark: (text) => void context.err.write(`${text}\n`),
    ...(names > MANY_NAMES && { brief: true }),
    ...(shared && { bootstrapCache: bootstrapCacheIn(shared.folder, context.clock) }),
  };
  return { tools, pace };
}

function bookPlace({ process, clock, err }: Context, folder: string): PaceBookPlace {
  const now = () => millisecondsOf(clock.now());
  return { folder, pid: process.pid, now, warn: (text) => void err.write(`${text}\n`) };
}
