// Lets so many in at once, first come first served: a bound on open sockets.

export interface Turnstile {
  /** Call what comes back when done. */
  enter(): Promise<() => void>;
}

export function openTurnstile(places: number): Turnstile {
  const queue: (() => void)[] = [];
  let inside = 0;
  const leave = () => {
    const next = queue.shift();
    if (next === undefined) inside -= 1;
    else next();
  };
  return {
    async enter() {
      if (inside < places) inside += 1;
      else await new Promise<void>((resolve) => queue.push(resolve));
      return leave;
    },
  };
}
