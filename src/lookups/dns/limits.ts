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

/** The whole exchange over TCP, from dialling to the last octet: a server that drips gains nothing. */
export const TCP_DEADLINE = 5000;

/** Stray datagrams kept for one try; the rest of a flood is counted. */
export const STRAYS_KEPT = 8;

/** How long a second, different answer to a question is looked for after the first: as long as an answer may take. */
export const WATCH = 2000;

/** The same in a simulated network, whose forgers sit on this machine too. */
export const WATCH_SIMULATED = 20;

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

/** Hosts below a name to which its MX records lead that are asked about; nobody honest needs more, and the rest is not known. */
export const MOST_MAIL_HOSTS = 8;

/** Servers of one zone that a walk tries before it gives up. */
export const SERVERS_TRIED = 4;

/** Addresses of parent servers that are asked about each of very many names: enough to see that they differ, and polite. */
export const PARENTS_OF_MANY = 4;
