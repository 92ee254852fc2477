// `evidence show`: the exchanges behind observations in their order: who was asked, when, over what, why again, and what went
// over the wire. Every line of a server is made harmless here; the octets themselves go only where a person sends them.

import type { Exchange } from '../../model/seen/exchange.ts';
import type { Observation } from '../../model/seen/observation.ts';
import { runOf } from '../../model/seen/observation-id.ts';
import { sha256 } from '../../model/sha256.ts';
import { show } from '../../model/text/harmless.ts';
import { count } from '../../model/text/phrase.ts';
import { jsonDocument, rowsOf } from '../json.ts';
import { hang } from '../layout.ts';
import { LOOKUP_TITLES } from '../lookup/sighting-words.ts';
import { finished, type Surface } from '../paint.ts';
import type { Envelope } from '../report.ts';
import { utcDateWords } from '../say.ts';
import { hexLines } from './hex.ts';

interface ShownExchange {
  /** Among those of its observation, from 1. */
  readonly number: number;
  readonly exchange: Exchange;
  readonly printed: { readonly sent: readonly string[]; readonly received: readonly string[] };
}

export interface ShownEvidence {
  readonly observation: Observation;
  /** Why there are no exchanges, where there should be. */
  readonly damaged?: string;
  readonly exchanges: readonly ShownExchange[];
}

type Form = 'printed' | 'hex';

export function evidenceShowLines(shown: Iterable<ShownEvidence>, form: Form, surface: Surface): Iterable<string> {
  return finished(allLines(shown, form, surface), surface);
}

function* allLines(shown: Iterable<ShownEvidence>, form: Form, surface: Surface): Iterable<string> {
  let first = true;
  for (const one of shown) {
    if (!first) yield '';
    first = false;
    yield* oneLines(one, form, surface);
  }
}

function* oneLines({ observation, damaged, exchanges }: ShownEvidence, form: Form, surface: Surface): Iterable<string> {
  const { id, name, lookup, server, question, outcome, evidence } = observation;
  const { paint, width } = surface;
  yield paint.bold(`${show(id)}  ${name}  ${LOOKUP_TITLES[lookup]}  ${show(server)}`);
  yield* hang('  asked   ', show(question), width);
  yield* hang('  came to ', outcome, width);
  if (evidence !== undefined) {
    const place = `runs/${show(runOf(id))}.warc.gz, octets ${evidence.offset} to ${evidence.offset + evidence.length}`;
    yield* hang('  stored  ', `${place}, sha-256 ${show(evidence['sha-256'])}`, width);
  }
  if (damaged !== undefined) yield* hang('  ', paint.bad(show(damaged)), width);
  else if (exchanges.length === 0) yield '  Nothing was sent, and nothing received.';
  for (const one of exchanges) yield* exchangeLines(one, form, surface);
}

function* exchangeLines({ number, exchange, printed }: ShownExchange, form: Form, surface: Surface): Iterable<string> {
  const { at, took, transport, dialled, uri, end, because, sent, received } = exchange;
  const { paint, width } = surface;
  yield '';
  const when = `${utcDateWords(at)} ${at.slice(11, 23).replace('Z', '')} UTC, ${took} ms`;
  yield* hang(`  ${number}. `, paint.bold(`${show(uri)}`), width);
  yield* hang('     ', `${when}, ${transport} to ${show(dialled)}: ${end}`, width);
  if (because !== undefined) yield* hang('     ', `because: ${show(because)}`, width);
  yield* directionLines('sent', { octets: sent, lines: printed.sent, form, surface });
  yield* directionLines('received', { octets: received, lines: printed.received, form, surface });
}

interface Direction {
  readonly octets: Uint8Array;
  readonly lines: readonly string[];
  readonly form: Form;
  readonly surface: Surface;
}

/** Lines of a protocol are not wrapped: who copies one copies it whole. */
function* directionLines(title: string, { octets, lines, form, surface }: Direction): Iterable<string> {
  yield `     ${surface.paint.dim(`${title}, ${count(octets.length, 'octet')}`)}`;
  for (const line of form === 'hex' ? hexLines(octets) : lines) yield line === '' ? '' : `       ${shownLine(line)}`;
}

/** The tabs of zone files stay columns. */
function shownLine(line: string): string {
  return line.split('\t').map(show).join('\t');
}

export function evidenceShowJson(caseId: string, shown: Iterable<ShownEvidence>, envelope: Envelope): Iterable<string> {
  return jsonDocument([
    ['schema', 'takedown/evidence-show/1'],
    ['toolVersion', envelope.toolVersion],
    ['generatedAt', envelope.generatedAt],
    ['case', caseId],
    ['observations', rowsOf(rows(shown))],
    ['problems', []],
  ]);
}

function* rows(shown: Iterable<ShownEvidence>) {
  for (const { observation, damaged, exchanges } of shown) {
    const { id, name, lookup, question, server, at, outcome, evidence } = observation;
    const file = `runs/${runOf(id)}.warc.gz`;
    yield {
      observation: id,
      name,
      lookup,
      question,
      server,
      at,
      outcome,
      evidence: evidence === undefined ? null : { file, ...evidence },
      damaged: damaged ?? null,
      exchanges: exchanges.map(exchangeRow),
    };
  }
}

function exchangeRow({ number, exchange, printed }: ShownExchange) {
  const { protocol, transport, uri, dialled, at, took, end, because, sent, received } = exchange;
  return {
    number,
    protocol,
    transport,
    uri,
    dialled,
    at,
    took,
    end,
    because: because ?? null,
    sent: direction(sent, printed.sent),
    received: direction(received, printed.received),
  };
}

function direction(octets: Uint8Array, lines: readonly string[]) {
  const buffer = Buffer.from(octets);
  const digest = sha256(buffer);
  return { octets: buffer.length, 'sha-256': digest, base64: buffer.toString('base64'), lines };
}
