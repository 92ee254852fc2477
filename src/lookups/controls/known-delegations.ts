// Delegations that have stood unchanged for so long that an answer without any of their servers is somebody else's.
// Only for the real root: a network of one's own names its own.

/** `a.gtld-servers.net` to `m.gtld-servers.net`. */
const GTLD_SERVERS = Array.from('abcdefghijklm', (letter) => `${letter}.gtld-servers.net`);

/** Source: IANA's root zone database, .com; the thirteen names are those of 2001. Last verified 2026-11 by a stored copy. */
export const KNOWN_DELEGATIONS: ReadonlyMap<string, readonly string[]> = new Map([['com', GTLD_SERVERS]]);
