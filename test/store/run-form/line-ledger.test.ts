import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../src/store/run-form/line-ledger.ts';

describe('a ledger of lines', () => {
  it('gives back what was added together, however much came after it', () => {
    const ledger = openLedger();
    const first = ledger.add([
      [1, 100, -7],
      [2, 5_000_000_000, 8],
    ]);
    const none = ledger.add([]);
    const many = ledger.add(Array.from({ length: 5000 }, (_, i) => [i, i * 10, -i] as const));
    expect(ledger.of(first)).toEqual([
      [1, 100, -7],
      [2, 5_000_000_000, 8],
    ]);
    expect(ledger.of(none)).toEqual([]);
    expect(ledger.of(many).at(-1)).toEqual([4999, 49_990, -4999]);
  });
});
