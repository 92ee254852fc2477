import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CaseTexts, parseCase } from '../../src/casefile/parse.ts';
import { type ReadingMemory, readCase, readEntries } from '../../src/casefile/remembered.ts';

const caseText = readFileSync(new URL('../../cases/phosphorus/case.yaml', import.meta.url), 'utf8');

function texts(names: string, text = caseText): CaseTexts {
  const source = (file: string, content: string) => ({ file, octets: new TextEncoder().encode(content) });
  return { id: 'phosphorus', caseFile: source('case.yaml', text), read: (file) => source(file, names), quick: true };
}

function memory(tool = 'takedown 1'): ReadingMemory & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, tool, largest: 1024 * 1024, read: (key) => kept.get(key), write: (key, text) => kept.set(key, text) };
}

describe('a case that was read before', () => {
  it('is the same case', async () => {
    const mind = memory();
    const first = await readCase(texts('a.example\n'), mind);
    const [written] = mind.kept.values();
    expect(await readCase(texts('a.example\n'), mind)).toEqual(first);
    expect(first).toEqual(await parseCase(texts('a.example\n')));
    expect([...mind.kept.values()]).toEqual([written]);
  });

  it('is read anew when an octet of any file has changed, or the program has', async () => {
    const mind = memory();
    await readCase(texts('a.example\n'), mind);
    const names = async (given: CaseTexts, with_: ReadingMemory) => {
      const reading = await readCase(given, with_);
      return reading.ok && reading.value.schedules[0]?.names.map(({ name }) => name);
    };
    expect(await names(texts('b.example\n'), mind)).toEqual(['b.example']);
    expect(await names(texts('a.example\n', `${caseText}#`), mind)).toEqual(['a.example']);
    const other = { ...mind, tool: 'takedown 2' };
    expect(await names(texts('a.example\n'), other)).toEqual(['a.example']);
    expect(mind.kept.size).toBe(3);
  });

  it('is not believed when it is torn or foreign, and not kept when it has errors', async () => {
    const mind = memory();
    await readCase(texts('a.example\n'), mind);
    const [[key = '', text = ''] = []] = mind.kept;
    for (const torn of [text.slice(0, -9), 'null', '{}', '']) {
      mind.kept.set(key, torn);
      expect((await readCase(texts('a.example\n'), mind)).ok).toBe(true);
      expect(mind.kept.get(key)).toBe(text);
    }
    const faulty = memory();
    expect((await readCase(texts('not a name\n'), faulty)).ok).toBe(false);
    expect(faulty.kept.size).toBe(0);
  });
});

describe('a case of too many names', () => {
  it('is read each time, and no text is made of it', async () => {
    const mind = { ...memory(), largest: 18 };
    const few = texts('a.example\n');
    const many = texts('a.example\nb.example\nc.example\n');
    expect(await readCase(many, mind)).toEqual(await parseCase(many));
    expect(mind.kept.size).toBe(0);
    await readCase(few, mind);
    expect(mind.kept.size).toBe(1);
  });
});

describe('a journal that was read before', () => {
  const journal = (text: string) => ({ file: 'journal.yaml', octets: new TextEncoder().encode(text) });
  const ENTRY = '- { at: 2019-03-15T17:20:00-04:00, event: served, recipient: verisign }\n';

  it('is the same journal until an octet changes, and is not believed when it is torn', async () => {
    const mind = memory();
    const first = await readEntries(journal(ENTRY), mind);
    expect(first.ok && first.value).toHaveLength(1);
    expect(await readEntries(journal(ENTRY), mind)).toEqual(first);
    const second = await readEntries(journal(ENTRY + ENTRY), mind);
    expect(second.ok && second.value).toHaveLength(2);
    for (const key of mind.kept.keys()) mind.kept.set(key, '{"key":');
    expect(await readEntries(journal(ENTRY), mind)).toEqual(first);
  });

  it('is read each time while it has problems', async () => {
    const mind = memory();
    expect((await readEntries(journal('- { at: yesterday, event: served }\n'), mind)).ok).toBe(false);
    expect(mind.kept.size).toBe(0);
  });
});
