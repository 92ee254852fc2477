// This process on this machine, as whoever holds a lock is told to others.
import { type Machine, machineOf } from '../store/disk/lock.ts';
import type { Context } from './context.ts';

export function machineFor({ process }: Context): Machine {
  return machineOf(process.pid, process.lives);
}
