// A recorded RDAP answer read again: the octets go through the same HTTP reader, and what it says through the same rules.

import type { Name } from '../../model/name.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import type { Authority } from '../../model/seen/observation.ts';
import { failureOfEnd } from '../ends.ts';
import { cannot, type Reread } from '../reread-types.ts';
import { failed, type RegistrationOutcome } from '../sighting.ts';
import { speaksRdap, UNPROVED, understand } from './answer.ts';
import { proved } from './error.ts';
import { readHttp } from './http.ts';
import { redirectedFrom, redirectOf } from './wire.ts';

interface AskedOf {
  readonly name: Name;
  /** The base URL. */
  readonly server: string;
  readonly authority: Authority;
}

export async function rereadRdap(
  { name, server, authority }: AskedOf,
  exchanges: readonly Exchange[],
): Promise<Reread> {
  if (!URL.canParse(server)) return cannot('it does not say which server was asked');
  const question = new URL(`domain/${name}`, server);
  const last = lastOf(chainsFrom(question, exchanges));
  const first = exchanges.find(({ uri }) => uri === question.href);
  if (last === undefined || first === undefined) return cannot('the record holds no answer to this question');
  if (last.end !== 'complete') return found(failed(failureOf(last, last.end), last.end));
  const answer = await readHttp(last.received, new URL(last.uri));
  if (answer === undefined) return found(failed('unparsable', 'no HTTP answer'));
  if (redirectOf(answer, question) !== undefined) return cannot('it ends in a redirect that was not followed');
  const understood = understand(answer, { name, at: last.at, speaker: authority, base: server });
  if (understood.outcome !== 'no-such-object-unproved') return found(understood);
  const help = lastOf(chainsFrom(new URL('help', server), exchanges));
  if (help === undefined) return cannot('a bare 404; that RDAP is spoken there was seen in answers about other names');
  const spoken = await readHttp(help.received, new URL(help.uri));
  return found(spoken !== undefined && speaksRdap(spoken) ? proved(understood) : failed('unparsable', UNPROVED));
}

function found(outcome: RegistrationOutcome): Reread {
  return { ok: true, outcome, missing: [] };
}

/** Each asking of one URL, with the redirects that it was led along. */
function chainsFrom({ href }: URL, exchanges: readonly Exchange[]): readonly (readonly Exchange[])[] {
  const chains: Exchange[][] = [];
  let open = false;
  for (const exchange of exchanges) {
    const last = chains.at(-1)?.at(-1);
    const because = exchange.because ?? '';
    const goesOn = open && last !== undefined && because.split('; ').includes(redirectedFrom(last.uri));
    if (goesOn) chains.at(-1)?.push(exchange);
    else {
      open = exchange.uri === href;
      if (open) chains.push([exchange]);
    }
  }
  return chains;
}

function lastOf(chains: readonly (readonly Exchange[])[]): Exchange | undefined {
  return chains.at(-1)?.at(-1);
}

/** Over TLS, an end before anything could be sent is the certificate's or the handshake's. */
function failureOf({ transport, sent, received }: Exchange, end: Exclude<Exchange['end'], 'complete'>) {
  if (transport === 'tls' && end === 'failed' && sent.length === 0 && received.length === 0) return 'tls';
  return failureOfEnd(end, received.length);
}
