// Lets so many in at once, first come first served: a bound on open sockets.

export interface Turnstile {
  /** Call what comes back when done; at once where there is a place. */
  enter(): Promise<() => void> | (() => void);
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
    enter() {
      if (inside >= places) return new Promise((resolve) => queue.push(() => resolve(leave)));
      inside += 1;
      return leave;
    },
  };
}
