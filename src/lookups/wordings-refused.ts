// How WHOIS servers write that they did not look: too many questions, not for this asker, out of order. What they say besides
// is then no answer.
import type { Wording } from './wordings.ts';

/** Come back later. Last verified 2026-11. */
export const RATE_LIMITED: readonly Wording[] = [
  { begins: 'quota exceeded', seen: 'Afilias' },
  { begins: 'whois limit exceeded', seen: 'PIR: WHOIS LIMIT EXCEEDED - SEE WWW.PIR.ORG/WHOIS FOR DETAILS' },
  { begins: 'limit exceeded', seen: 'several' },
  { begins: 'rate limit exceeded', seen: 'several' },
  { begins: 'rate limited', seen: 'several' },
  { begins: 'query rate limit', seen: 'several' },
  { begins: 'query limit exceeded', seen: 'several' },
  { begins: 'request limit exceeded', seen: 'several' },
  { begins: 'query rate exceeded', seen: 'several' },
  { begins: 'whois query rate limit exceeded', seen: 'several' },
  { begins: 'lookup quota exceeded', seen: 'several' },
  { begins: 'look up quota exceeded', seen: 'several' },
  { begins: 'looup quota exceeded', seen: '.pe, misspelt' },
  { begins: 'the whois query quota for', seen: 'Nominet .uk: … has been exceeded' },
  { begins: 'this proxy has exceeded', seen: 'Nominet .uk' },
  { begins: 'number of allowed queries exceeded', seen: 'CentralNic' },
  { begins: 'maximum query rate', seen: 'several' },
  { begins: 'too many', seen: 'AFNIC: Too many requests…; several' },
  { begins: 'you have exceeded', seen: 'GoDaddy Registry, Nominet' },
  { begins: 'you have been', seen: 'several: … rate limited, … temporarily blocked' },
  { begins: 'you exceeded', seen: 'several' },
  { begins: 'your connection limit exceeded', seen: 'Donuts: Your connection limit exceeded. Please slow down' },
  { begins: 'your access is too fast', seen: 'several' },
  { begins: 'connection limit exceeded', seen: 'several' },
  { begins: 'connection refused; access control limit', seen: 'DENIC, older' },
  { begins: 'error: 55000000002 connection refused; access control limit', seen: 'DENIC .de' },
  { begins: 'exceeded', seen: 'several' },
  { begins: 'excessive querying', seen: 'several' },
  { begins: 'requests of this client are not permitted', seen: 'several' },
  { begins: 'still in grace period', seen: 'Norid, .hm: … wait' },
  { begins: 'please wait', seen: 'several' },
  { begins: 'please try again', seen: 'several' },
  { begins: 'try again', seen: 'several' },
  { begins: 'error:201: access denied', seen: 'RIPE layout' },
  { begins: 'the number of requests per client per time interval is', seen: 'SWITCH .ch .li: … restricted' },
  { begins: 'excediste la cantidad permitida de consultas', seen: 'NIC Argentina .ar' },
  { begins: 'queried interval is too short', seen: 'CNNIC .cn' },
  { begins: 'the rate limit has been exceeded', seen: 'several' },
  { begins: 'please go away', seen: 'ZACR .za: Please go away for 90 Seconds' },
  { begins: 'query_status: 440', seen: '.nz: 440 Request Denied' },
];

/** The server will not answer this asker. Last verified 2026-11. */
export const DENIED: readonly Wording[] = [
  { begins: 'access denied', seen: 'several' },
  { begins: 'access to the whois service is denied', seen: 'several' },
  { begins: 'tld is not supported', seen: 'Identity Digital .news .solar, 2026-09: no WHOIS any more' },
  { begins: 'permission denied', seen: 'several' },
  { begins: 'your ip', seen: 'several: Your IP address has been blocked' },
  { begins: 'blocked', seen: 'several' },
  { begins: 'blacklisted', seen: 'several' },
  { begins: 'not authorized', seen: 'several' },
  { begins: 'not authorised', seen: 'several' },
  { begins: 'access will only be enabled', seen: 'Red.es .es: for known addresses' },
  { begins: 'the ip address used to perform the query', seen: 'Red.es .es: … is not authorised' },
  { begins: 'ip address has', seen: 'several: … reached rate limit' },
];

/** The server says that it failed. Last verified 2026-11. */
export const BROKEN: readonly Wording[] = [
  { begins: 'internal error', seen: 'several' },
  { begins: 'internal server error', seen: 'several' },
  { begins: 'service unavailable', seen: 'several' },
  { begins: 'service temporarily unavailable', seen: 'several' },
  { begins: 'the service is temporarily unavailable', seen: 'several' },
  { begins: 'the whois server is temporarily', seen: 'several' },
  { begins: 'temporarily unavailable', seen: 'several' },
  { begins: 'server is busy', seen: 'several' },
  { begins: 'timeout', seen: 'several' },
  { begins: 'whois server is currently', seen: 'several' },
];

/** A server that did not look says so in the same line. */
const EXCUSES =
  /\b(?:quota|limit(?:s|ed)?|exceed(?:s|ed)?|throttled|too many|try again|later|temporar\w+|maintenance|time[d-]? ?out|denied|blocked|blacklisted|cached?|unavailable|busy|down|refused|not (?:processed|authori[sz]ed|permitted|supported)|registered (?:through|with|by|here|at|via))\b/i;

/** Or in a line beside it: in sentences that terms of use do not have. */
const STOPPED =
  /\b(?:quota|(?:query|rate)?_?limit|rate)\b.{0,60}\b(?:exceeded|reached)\b|\bexceeded (?:the|your|its)\b|\bnot authori[sz]ed or has\b|\btoo busy\b|\btry again later\b|\bip address is restricted\b/i;

/** Or above it; below it, terms of use say so of others. */
const STOPPED_ABOVE = /\b(?:is|are|was|were|been) (?:rate[- ]limited|throttled|blocked|blacklisted)\b/i;

/** Terms of use have more. */
const FEW_LINES = 6;

/** What says "not found" here was not looked for: for the line itself, without the name, and for those beside it. */
export function excuses(line: string, lines: readonly string[], name: string): boolean {
  const above = lines.slice(0, lines.indexOf(line));
  // Where there is no room for terms of use, what stands below is of the answer, too.
  const beside = lines.length > FEW_LINES ? above : lines.filter((one) => one !== line);
  return (
    EXCUSES.test(line.toLowerCase().replaceAll(name, '')) ||
    beside.some((one) => STOPPED.test(one)) ||
    above.some((one) => STOPPED_ABOVE.test(one))
  );
}

/** Words of a refusal anywhere in a reply of a few lines that is nothing else. They only name an unknown. */
const REFUSING = /\b(?:quota|limit(?:s|ed|ing)?|too many|exceed(?:s|ed|ing)?|throttl|slow down|try again|come back)/i;

export function soundsRateLimited(lines: readonly string[]): string | undefined {
  return lines.length > FEW_LINES ? undefined : lines.find((line) => REFUSING.test(line));
}
