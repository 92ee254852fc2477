// The order of attempts for one fact at one server, as values: what is sent first, and what after each outcome. Pure;
// attempts.ts sends. Each further step carries its cause into the evidence, as dnsviz does.
import type { DnsMessage } from './codec/message.ts';
import { RCODES, rcodeText } from './codec/types.ts';

export interface Step {
  readonly transport: 'udp' | 'tcp';
  readonly edns: boolean;
  readonly mixedCase: boolean;
  /** Milliseconds. */
  readonly wait: number;
  /** Waits of the tries that are left after this one. */
  readonly left: readonly number[];
  readonly because?: string;
}

/** What a step came to, as far as the next step depends on it. */
export type Outcome =
  | { readonly kind: 'answer'; readonly message: DnsMessage }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'silence'; readonly otherLetters: boolean }
  | { readonly kind: 'end' };

export interface Habit {
  readonly edns: boolean;
  readonly mixedCase: boolean;
  readonly tired: boolean;
}

export function firstStep(waits: readonly number[], habit: Habit): Step {
  const [wait = 0, ...left] = waits;
  const notes = [
    ...(habit.edns ? [] : ['this server does not take EDNS']),
    ...(habit.mixedCase ? [] : ['this server does not give letters back as asked']),
    ...(habit.tired ? ['this server has not answered several questions in a row: one try'] : []),
  ];
  return {
    transport: 'udp',
    edns: habit.edns,
    mixedCase: habit.mixedCase,
    wait,
    left: habit.tired ? [] : left,
    ...(notes.length === 0 ? {} : { because: notes.join('; ') }),
  };
}

/** One try, and no datagram before it. */
export function overTcpAtOnce(step: Step): Step {
  return {
    ...step,
    transport: 'tcp',
    mixedCase: false,
    left: [],
    because: 'over TCP, to see whether it answers there',
  };
}

/** `undefined`: the outcome stands. */
export function nextStep(step: Step, outcome: Outcome): Step | undefined {
  switch (outcome.kind) {
    case 'end':
      return undefined;
    case 'truncated':
      return step.transport === 'tcp' ? undefined : overTcp(step);
    case 'answer':
      return refusesEdns(step, outcome.message) ? withoutEdns(step, outcome.message) : undefined;
    case 'silence':
      return step.transport === 'tcp' ? undefined : afterSilence(step, outcome.otherLetters);
  }
}

export function refusesEdns(step: Step, message: DnsMessage): boolean {
  const refusals: readonly number[] = [RCODES.FORMERR, RCODES.NOTIMP, RCODES.BADVERS];
  return step.edns && refusals.includes(message.rcode);
}

function overTcp(step: Step): Step {
  return { ...step, transport: 'tcp', mixedCase: false, because: 'truncated: asked again over TCP' };
}

function withoutEdns(step: Step, message: DnsMessage): Step {
  return { ...step, edns: false, because: `${rcodeText(message.rcode)} with EDNS: asked again without` };
}

function afterSilence(step: Step, otherLetters: boolean): Step | undefined {
  if (otherLetters && step.mixedCase) {
    return { ...step, mixedCase: false, because: 'letters were not given back as asked: asked again in lower case' };
  }
  const [wait, ...left] = step.left;
  if (wait === undefined) return undefined;
  const dropEdns = step.edns && left.length === 0;
  const because = `no answer within ${step.wait} ms: asked again${dropEdns ? ' without EDNS' : ''}`;
  return { ...step, edns: step.edns && !dropEdns, wait, left, because };
}

/** Of an encrypted resolver, which may close a connection between two questions (RFC 7858 section 3.4). */
export const CLOSED_BEFORE = 'the connection was closed between two questions: asked again';

const FURTHER =
  /(?:^|; )(?:the connection was closed between two questions|no answer within \d+ ms|truncated|[A-Z0-9]+ with EDNS|letters were not given back as asked): asked again/;

/** Whether a step with this cause went on with the same question, as the texts above say it. */
export function isFurther(because: string | undefined): boolean {
  return because !== undefined && FURTHER.test(because);
}
