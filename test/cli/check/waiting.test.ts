import { describe, expect, it } from 'vitest';
import { waitingText } from '../../../src/cli/check/waiting.ts';
import type { Output } from '../../../src/cli/context.ts';
import { progressBar } from '../../../src/cli/terminal/progress-bar.ts';
import type { Terminal } from '../../../src/cli/terminal/terminal.ts';

const QUEUE = { server: 'whois://whois.afilias.net', waiting: 12, next: 400 };

/** What is drawn on a terminal of so many columns. */
function drawn(columns: number, what: string, moves = true): string {
  const written: string[] = [];
  const err: Output = {
    write: async (text) => void written.push(String(text)),
    isTerminal: moves,
    columns,
  };
  const terminal = { moves } as Terminal;
  progressBar(err, terminal, () => 0).show(12, 98, what);
  return written.join('').replaceAll('\r', '').replaceAll('\u001b[K', '');
}

describe('what a check waits for', () => {
  it('is told with how many wait, and when the next one may start', () => {
    expect(waitingText(QUEUE)).toBe('waiting for whois.afilias.net: 12, next in 0.4 s');
    expect(waitingText({ ...QUEUE, server: '192.0.2.1', next: 0 })).toBe('waiting for 192.0.2.1: 12');
    expect(waitingText(undefined)).toBeUndefined();
  });

  it('fits into 80 columns, the bar giving way', () => {
    const line = drawn(80, waitingText(QUEUE) ?? '');
    expect(line).toMatch(/^ {2}[█░]{8,} {2}12 of 98 {2}waiting for whois\.afilias\.net: 12, next in 0\.4 s$/);
    expect(line.length).toBeLessThan(80);
    const long = waitingText({ ...QUEUE, server: `https://rdap.${'a-long-label.'.repeat(6)}example` }) ?? '';
    expect(drawn(80, long).length).toBeLessThan(80);
    expect(drawn(80, long)).toMatch(/…$/);
  });

  it('is not told where nothing moves', () => {
    expect(drawn(80, 'anything', false)).toBe('');
  });
});
