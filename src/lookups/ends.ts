// How the end of an exchange is named, and what failure it amounts to. Nothing but a clean end decides anything.
import type { ExchangeEnd } from '../model/seen/exchange.ts';
import type { FailureKind } from '../model/seen/failure.ts';

/** By the codes of Node's system errors. */
const ENDS: Readonly<Record<string, ExchangeEnd>> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EAFNOSUPPORT: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  ETIMEDOUT: 'deadline',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ERR_STREAM_PREMATURE_CLOSE: 'reset',
};

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export function endOfError(error: unknown): ExchangeEnd {
  return ENDS[errorCode(error)] ?? 'failed';
}

export interface SocketEnd {
  readonly end: ExchangeEnd;
  /** The system's own word for an error, such as `ECONNREFUSED`. */
  readonly code?: string;
}

export function socketEnd(error: Error): SocketEnd {
  return { end: endOfError(error), code: errorCode(error) || error.message };
}

/** For a stream that did not come to a clean end, by what had come of it. */
export function failureOfEnd(end: Exclude<ExchangeEnd, 'complete'>, received: number): FailureKind {
  switch (end) {
    case 'deadline':
      return received === 0 ? 'timeout' : 'incomplete';
    case 'aborted':
      return 'interrupted';
    case 'failed':
      return 'unparsable';
    case 'too-large':
    case 'reset':
    case 'refused':
    case 'unreachable':
      return end;
  }
}
