import { describe, expect, it } from 'vitest';
import { openServerMemory } from '../../../src/lookups/dns/server-memory.ts';
import { address } from '../../support/values.ts';

const SERVER = address('192.0.2.1');

describe('what is learnt of a server', () => {
  it('is forgiven with its next answer', () => {
    const memory = openServerMemory();
    for (let i = 0; i < 3; i += 1) memory.fellSilent(SERVER);
    expect(memory.habitOf(SERVER).tired).toBe(true);
    memory.answered(SERVER);
    expect(memory.habitOf(SERVER).tired).toBe(false);
  });

  it('holds that a server does without EDNS: told once, or twice by silence', () => {
    const memory = openServerMemory();
    memory.refusedEdns(SERVER, false);
    expect(memory.habitOf(SERVER).edns).toBe(true);
    memory.refusedEdns(SERVER, false);
    expect(memory.habitOf(SERVER).edns).toBe(false);
    const other = openServerMemory();
    other.refusedEdns(SERVER, true);
    expect(other.habitOf(SERVER).edns).toBe(false);
  });
});
