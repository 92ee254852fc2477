// The system's own calls for datagrams, many with each call: sendmmsg(2) and recvmmsg(2), which Node does not have. On Linux on x86-64, whose
// structures the trays are cut for, and where the library that reaches them is installed; everywhere else Node's sockets do it all.
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';

/** Octets in memory of the system's kind are handed over as buffers; `null` is no pointer. */
type Argument = number | Uint8Array | null;

interface Call {
  (...args: Argument[]): number;
  /** In a thread of Node's pool, which it may hold up. */
  async(...args: [...Argument[], (error: Error | null, result: number) => void]): void;
}

interface Library {
  load(path: null): { func(prototype: string): Call };
  address(octets: Uint8Array): bigint;
  errno(): number;
}

/** Each gives what the system gave: -1 for a failure, whose number `errno` tells. */
export interface System {
  readonly socket: Call;
  readonly setsockopt: Call;
  readonly sendmmsg: Call;
  readonly recvmmsg: Call;
  readonly epollCreate: Call;
  readonly epollControl: Call;
  readonly epollWait: Call;
  readonly eventfd: Call;
  readonly write: Call;
  readonly close: Call;
  readonly address: (octets: Uint8Array) => bigint;
  readonly errno: () => number;
}

const LIBRARY = '@koromix/koffi-linux-x64';

let known: { readonly system: System | undefined } | undefined;

/** `undefined`: this machine is another one, or the library is not there. */
export function systemCalls(): System | undefined {
  known ??= { system: load() };
  return known.system;
}

function load(): System | undefined {
  if (platform() !== 'linux' || arch() !== 'x64') return undefined;
  const library = installed();
  if (library === undefined) return undefined;
  const program = library.load(null);
  return {
    socket: program.func('int socket(int domain, int type, int protocol)'),
    setsockopt: program.func('int setsockopt(int socket, int level, int name, void *value, int size)'),
    sendmmsg: program.func('int sendmmsg(int socket, void *messages, unsigned int count, int flags)'),
    recvmmsg: program.func('int recvmmsg(int socket, void *messages, unsigned int count, int flags, void *timeout)'),
    epollCreate: program.func('int epoll_create1(int flags)'),
    epollControl: program.func('int epoll_ctl(int epoll, int operation, int descriptor, void *event)'),
    epollWait: program.func('int epoll_wait(int epoll, void *events, int most, int milliseconds)'),
    eventfd: program.func('int eventfd(unsigned int value, int flags)'),
    write: program.func('int64_t write(int descriptor, void *octets, size_t count)'),
    close: program.func('int close(int descriptor)'),
    address: library.address,
    errno: library.errno,
  };
}

function installed(): Library | undefined {
  try {
    return createRequire(import.meta.url)(LIBRARY) as Library;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_DLOPEN_FAILED') throw error;
    return undefined;
  }
}
