// A thread that works hears no signal: one that came meanwhile waits until the thread has a turn to spare.

/** Once this has passed, a Ctrl-C that came before it has been noted: between two turns the system is asked what has come. */
export function signalsHeard(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => setImmediate(resolve));
  });
}
