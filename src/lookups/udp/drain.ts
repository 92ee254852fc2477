// Before a wait ends in silence, its socket has to be found empty: a program that was busy has answers lying in the system's buffer
// that came in time. After each further look at all sockets those end whose socket had nothing more.

interface Drained {
  /** Datagrams that were heard at it so far. */
  readonly heard: number;
}

interface Overdue<T> {
  readonly one: T;
  readonly socket: Drained;
  readonly heard: number;
  readonly looks: number;
}

interface Drain<T> {
  /** `one` waits until nothing more comes out of its socket. */
  add(one: T, socket: Drained): void;
}

/**
 * A look takes up to 32 datagrams out of a socket (libuv), and a buffer of the usual size holds fewer than 300: what lay there when the time
 * was over has been heard by then, and a flood keeps nobody waiting.
 */
const MOST_LOOKS = 16;

/** `takeOut`: hears what lies in sockets that Node does not look at by itself. */
export function openDrain<T>(takeOut: () => void, onEmpty: (one: T) => void): Drain<T> {
  let waiting: Overdue<T>[] = [];
  const look = (): void => {
    takeOut();
    const looked = waiting;
    waiting = [];
    for (const overdue of looked) {
      const { socket, heard, looks } = overdue;
      if (socket.heard === heard || looks === MOST_LOOKS) onEmpty(overdue.one);
      else waiting.push({ ...overdue, heard: socket.heard, looks: looks + 1 });
    }
    if (waiting.length > 0) setImmediate(look);
  };
  return {
    add(one, socket) {
      waiting.push({ one, socket, heard: socket.heard, looks: 1 });
      // Sockets are looked at between timers and what is set here.
      if (waiting.length === 1) setImmediate(look);
    },
  };
}
