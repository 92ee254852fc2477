// How long and how often the DNS is asked, each number with its reason. Source unless another is named: the project's
// field notes on DNS, section 3 (rules 4, 12, 19), last verified 2026-11.

/** Milliseconds of wait for each try at an authoritative server: two seconds cover a round trip and a busy moment. */
export const AUTHORITATIVE_TRIES = [2000, 2000, 2000] as const;

/** A resolver has its own retries behind the question, so it is given longer: ten seconds together. */
export const RESOLVER_TRIES = [3000, 3000, 4000] as const;

/** No retry storms: whatever happens, one fact costs at most so many packets. */
export const MOST_PACKETS = 6;

/** A server that let so many questions in a row run out of time gets one try for each further one. */
export const SILENCES_BEFORE_ONE_TRY = 3;

/** A server that answered only without EDNS so often is asked without from then on; once may have been a lost packet. */
export const LOSSES_BEFORE_PLAIN = 2;

/** RFC 6891 section 6.2.5 and DNS flag day 2020: passes without fragments. */
export const UDP_SIZE = 1232;

/** The whole exchange over TCP, from dialling to the last octet: a server that drips gains nothing. */
export const TCP_DEADLINE = 5000;

/** Stray datagrams kept for one try; the rest of a flood is counted. */
export const STRAYS_KEPT = 8;

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

/** How long a second, different answer to a question is looked for after the first: as long as an answer may take. */
export const WATCH = 2000;

/** The same in a simulated network, whose forgers sit on this machine too. */
export const WATCH_SIMULATED = 20;

/** Answered questions that are watched at one time; beyond it the oldest is let go. */
export const WATCHED_AT_MOST = 2048;

/** Servers whose habits are remembered. */
export const SERVERS_REMEMBERED = 8192;

/** Questions on their way at once, whatever the pace of the servers allows: many thousands only fill buffers. */
export const FLIGHTS_AT_ONCE = 5000;

/** TCP connections at once; most systems allow a process 1024 open files. */
export const CONNECTIONS_AT_ONCE = 128;

/** Answers remembered so that nothing is asked twice in a run; beyond it the oldest are forgotten. */
export const ANSWERS_REMEMBERED = 2048;

/** RFC 1034 section 3.6.2 sets no limit; BIND stops at 16, others at 8 to 11. Nobody honest needs more. */
export const LONGEST_CHAIN = 8;

/** A name server whose address needs another walk, whose servers need another walk, and so on. */
export const DEEPEST_WALK = 5;

/** Questions that one walk may ask, all its side walks together: a maze of referrals ends here. */
export const LONGEST_WALK = 60;

/** Name servers of one delegation that are looked at; the root and the large TLDs have 13. */
export const MOST_NAME_SERVERS = 16;

/** Addresses taken of one name server. */
export const MOST_ADDRESSES = 8;

/** Servers of one zone that a walk tries before it gives up. */
export const SERVERS_TRIED = 4;

/** Addresses of parent servers that are asked about each of very many names: enough to see that they differ, and polite. */
export const PARENTS_OF_MANY = 4;
