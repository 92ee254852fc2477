// The program's folder among the user's caches. What lies there may be deleted at any time.
import type { Cache } from '../store/cache/memory.ts';
import type { Context } from './context.ts';
import { BUILD, VERSION } from './version.ts';

/** Absent where the environment names neither a cache folder nor a home. */
export function cacheOf({ env }: Context): Cache | undefined {
  const base = env['XDG_CACHE_HOME'] || (env['HOME'] && `${env['HOME']}/.cache`);
  return base ? { folder: `${base}/takedown`, tool: `takedown ${VERSION} ${BUILD}` } : undefined;
}
