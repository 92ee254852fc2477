// An observation is cited as `RUN#12`: its run, and the number of its line there, counted from 1.

export function runOf(observation: string): string {
  return observation.slice(0, observation.indexOf('#'));
}

export function numberOf(observation: string): number {
  return Number(observation.slice(observation.indexOf('#') + 1));
}
