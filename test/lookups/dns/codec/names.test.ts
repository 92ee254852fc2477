import { describe, expect, it } from 'vitest';
import {
  canonicalOctets,
  isUnder,
  labelCount,
  labelsOf,
  lineageOf,
  parentOf,
  sameName,
} from '../../../../src/lookups/dns/codec/names.ts';

describe('names as text', () => {
  it('compares without case, and not beyond ASCII', () => {
    expect(sameName('WWW.Example.TEST', 'www.example.test')).toBe(true);
    expect(sameName('a\\.b', 'a.b')).toBe(false);
  });

  it('steps up over an escaped dot', () => {
    expect(parentOf('a\\.b.example')).toBe('example');
    expect(parentOf('example')).toBe('.');
    expect(lineageOf('www.example.test')).toEqual(['.', 'test', 'example.test', 'www.example.test']);
    expect(labelCount('.')).toBe(0);
  });

  it('stands under an ancestor by whole labels', () => {
    expect(isUnder('ns1.example.test', 'Example.test')).toBe(true);
    expect(isUnder('notexample.test', 'example.test')).toBe(false);
    expect(isUnder('x\\.example.test', 'example.test')).toBe(false);
    expect(isUnder('example.test', '.')).toBe(true);
  });

  it('reads escapes as octets', () => {
    expect(labelsOf('a\\046b.\\255')).toEqual([Uint8Array.of(0x61, 0x2e, 0x62), Uint8Array.of(255)]);
    expect(canonicalOctets('A.test')).toEqual(Uint8Array.of(1, 0x61, 4, 0x74, 0x65, 0x73, 0x74, 0));
  });

  it.each(['a..b', '.a', 'a\\300', 'ü\u0100.test', `${'a.'.repeat(128)}test`])('is no name: %s', (text) => {
    expect(() => labelsOf(text)).toThrow(RangeError);
  });
});
