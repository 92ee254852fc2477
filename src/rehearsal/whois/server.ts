// A registry's WHOIS server (RFC 3912): one question a connection, one connection at a time, so that a queue forms as it
// does in earnest. What it says is layouts.ts over the world of the day.
import type { Socket } from 'node:net';
import type { Instant } from '../../model/instant.ts';
import { type Listening, type Load, listenTcp, pause, SLOW, timed } from '../sockets.ts';
import { octetsFrom } from '../world/chance.ts';
import { type Holder, holds, layoutOf } from '../world/holder.ts';
import { faultAt, recordOf, type World } from '../world/world.ts';
import { DENIED, FAILING, LAYOUTS, LIMIT_EXCEEDED, RESERVED } from './layouts.ts';

interface WhoisPlace {
  readonly of: Holder;
  readonly host: string;
  readonly encoding: 'utf-8' | 'latin-1';
  readonly world: () => World;
  readonly clock: () => Instant;
  /** Milliseconds of work for each question. */
  readonly work: number;
  readonly load: Load;
}

/** A question is a name and some flags; more than this is no question (RFC 1035: a name has at most 255 octets). */
const QUESTION_LIMIT = 512;

export function openWhoisServer(place: WhoisPlace): Promise<Listening> {
  let turn = Promise.resolve();
  return listenTcp((socket) => {
    readQuestion(socket, (question) => {
      turn = turn.then(() => timed(place.load, () => answer(place, socket, question)));
    });
  });
}

function readQuestion(socket: Socket, onQuestion: (question: string) => void): void {
  let text = '';
  const onText = (chunk: Buffer) => {
    text += chunk.toString('latin1');
    const end = text.indexOf('\n');
    if (end === -1 && text.length <= QUESTION_LIMIT) return;
    socket.off('data', onText);
    socket.resume();
    if (end === -1) socket.destroy();
    else onQuestion(text.slice(0, end).trim());
  };
  socket.on('data', onText);
  socket.on('end', () => {
    if (!text.includes('\n')) socket.destroy();
  });
}

async function answer(place: WhoisPlace, socket: Socket, question: string): Promise<void> {
  const fault = faultAt(place.world(), place.host);
  if (fault === 'silent') return;
  await pause(place.work + (fault === 'slow' ? SLOW : 0));
  if (!socket.writable) return;
  if (fault === 'garbage') socket.end(octetsFrom(question, place.host, 64));
  else socket.end(Buffer.from(`${said(place, question).join('\r\n')}\r\n`, encodingOf(place)));
}

function encodingOf({ encoding }: WhoisPlace): 'latin1' | 'utf8' {
  return encoding === 'latin-1' ? 'latin1' : 'utf8';
}

/** The lines that answer a question; flags such as `domain` or `-T dn` before the name are passed over. */
function said({ of, host, world, clock }: WhoisPlace, question: string): readonly string[] {
  const fault = faultAt(world(), host);
  if (fault === 'rate-limited') return LIMIT_EXCEEDED;
  if (fault === 'denied') return DENIED;
  if (fault === 'failing') return FAILING;
  const name = (question.split(/\s+/).at(-1) ?? '').replace(/^=/, '').toLowerCase();
  const state = recordOf(world(), name);
  const layout = LAYOUTS[layoutOf(of)];
  if (state === undefined || !holds(of, state)) return layout.noMatch(name);
  if (state.registration !== null) return layout.record({ state, registration: state.registration, now: clock() });
  return state.reserved ? RESERVED : layout.noMatch(name);
}
