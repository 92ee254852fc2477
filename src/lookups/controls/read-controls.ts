// What the answer to a control question says of the path it came by. Pure: an answer in, a finding out. Silence and refusals
// say nothing here: the lookups themselves will meet them.
import type { Exchange } from '../../model/seen/exchange.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import type { AddressAnswer } from '../../model/seen/observation.ts';
import type { DnsAnswer } from '../dns/client.ts';
import { RCODES, rcodeText } from '../dns/codec/types.ts';

/** What a path is accused of; a kind of failure for everything that came by it. */
type PathFailure = 'path-intercepted' | 'rewritten-answers';

export function isPathFailure(failure: FailureKind): failure is PathFailure {
  return failure === 'path-intercepted' || failure === 'rewritten-answers';
}

export type ControlFinding =
  | { readonly state: 'passed' | 'unknown'; readonly text: string }
  | { readonly state: 'failed'; readonly failure: PathFailure; readonly text: string };

/** One control question, and what came of it. */
export type Control = ControlFinding & { readonly question: string; readonly exchanges: readonly Exchange[] };

/** A root server was asked, without recursion, for a name whose top-level domain nobody has made. */
export function readRoot(answer: DnsAnswer): ControlFinding {
  if (!answer.ok) return unknown(`a root server: ${answer.failure}, ${answer.detail}`);
  const { message } = answer;
  const { authoritative, rcode, answers } = message;
  const decides = rcode === RCODES.NXDOMAIN || rcode === RCODES.NOERROR;
  if (!decides) return unknown(`a root server answers ${rcodeText(rcode)}`);
  if (!authoritative) return intercepted('an answer in the name of a root server lacks authority (AA)');
  if (answers.length > 0)
    return rewritten('an answer in the name of a root server has records for a name that is not there');
  if (rcode === RCODES.NXDOMAIN) return passed('a root server denies a name that is not there, with authority');
  return unknown('a root server has no record for a name that it should deny');
}

/** The servers of a top-level domain were asked for a random name under it. `wild`: they are known to answer for all. */
export function readAbsent(answer: AddressAnswer, who: string, wild: boolean): ControlFinding {
  if (answer.answer === 'failure') return unknown(`${who}: ${answer.failure}`);
  const invented = answer.answer === 'addresses' || (answer.chain ?? []).length > 0;
  if (invented && wild) return unknown(`${who}: known to answer for every name`);
  if (invented) return rewritten(`${who}: an answer for a name that is not there${givenBy(answer)}`);
  if (answer.answer === 'no-such-name') return passed(`${who}: a name that is not there is denied`);
  return unknown(`${who}: no record for a name that should be denied`);
}

/** An address where no name server is was asked. */
export function readSilence(answer: DnsAnswer, address: string): ControlFinding {
  if (answer.ok) return intercepted(`an answer in the name of ${address}, where no name server is`);
  switch (answer.failure) {
    case 'timeout':
    case 'refused':
    case 'unreachable':
      return passed(`${address} stays silent`);
    case 'guarded':
    case 'excluded-by-seal':
    case 'interrupted':
      return unknown(`${address}: ${answer.failure}, ${answer.detail}`);
    default:
      return intercepted(`something came in the name of ${address}, where no name server is: ${answer.detail}`);
  }
}

/** The name servers of a delegation that is known. One of them is enough: a registry may add or drop some. */
export function readKnown(name: string, found: readonly string[], expected: readonly string[]): ControlFinding {
  if (found.length === 0) return unknown(`${name}: no delegation was found`);
  const meant = new Set(expected.map((server) => server.toLowerCase()));
  if (found.some((server) => meant.has(server.toLowerCase()))) return passed(`${name} is delegated as known`);
  return intercepted(`${name} is delegated to ${found.slice(0, 2).join(', ')}, to none of the servers that are known`);
}

function givenBy(answer: AddressAnswer): string {
  return answer.answer === 'addresses' ? `, ${answer.addresses.slice(0, 2).join(' ')}` : '';
}

function passed(text: string): ControlFinding {
  return { state: 'passed', text };
}

function unknown(text: string): ControlFinding {
  return { state: 'unknown', text };
}

function intercepted(text: string): ControlFinding {
  return { state: 'failed', failure: 'path-intercepted', text };
}

function rewritten(text: string): ControlFinding {
  return { state: 'failed', failure: 'rewritten-answers', text };
}
