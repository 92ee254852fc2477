// How much the engine holds at once, each number with its reason: sockets, ids, octets, servers. How long and how often a server
// is asked: dns/limits.ts.

/** RFC 6891 section 6.2.5 and DNS flag day 2020: passes without fragments. */
export const UDP_SIZE = 1232;

/** UDP sockets for each family: with the id, 22 bits for a forger to guess beside the letters. */
export const POOL = 64;

/**
 * Octets of answers that may lie in a socket until the program comes to it: the most that Linux gives without being set up for more
 * (net.core.rmem_max), and twice what it gives unasked, which lost some in ten thousand answers with 5,000 questions under way.
 */
export const RECEIVE_BUFFER = 212_992;

/** Datagrams through one socket before another port takes its place. */
export const RENEWED_AFTER = 4096;

/** Datagrams after which a run sends them by the batch: loading what that needs costs as much as it saves in so many. */
export const BATCHED_AFTER = 1000;

/** Ids in use on one socket from which on a further socket is opened: a free one has to be found quickly. */
export const CROWDED = 16_384;

/** Answered questions that are watched at one time; beyond it the oldest is let go. */
export const WATCHED_AT_MOST = 2048;

/** Servers whose habits are remembered. */
export const SERVERS_REMEMBERED = 8192;
