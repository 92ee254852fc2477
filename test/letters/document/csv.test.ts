import { describe, expect, it } from 'vitest';
import { csvEntries } from '../../../src/casefile/csv.ts';
import { scheduleCsv } from '../../../src/letters/document/csv.ts';
import { nameValues, sampleValues, TARGET } from '../sample-letter.ts';

const text = (octets: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets);

const gainedBy = (name: string) => ({ ...TARGET, id: 'A', count: 98, registrar: { name, iana_id: 1 } });

describe('the names as CSV', () => {
  const values = sampleValues();

  it('reads back by name, all of them, exactly', () => {
    const { entries, mistakes } = csvEntries(text(scheduleCsv(values).machines));
    expect(mistakes).toEqual([]);
    expect(entries.map((entry) => entry.text)).toEqual(values.names.map(({ name }) => name));
  });

  it('says the target of each name, where a paragraph of it asks for it', () => {
    const names = [
      nameValues('a.example', 1, { paragraphs: ['tro/2(a)'], held: true, remove_ds: ['1 8 2 AB'] }),
      nameValues('b.example', 2, { paragraphs: ['tro/2(b)'], target: 'B' }),
    ];
    const { registrar: _, ...delegated } = { ...TARGET, id: 'B', count: 1, statuses: [] };
    const targets = [{ ...TARGET, id: 'A', count: 1, name_servers: [] }, delegated];
    expect(text(scheduleCsv(sampleValues({ names, targets })).machines).split('\r\n')).toEqual([
      'name,unicode,schedule,line,paragraphs,action,registrar,registrar-iana-id,name-servers,statuses,lift-hold,remove-ds',
      'a.example,a.example,appendix-a,1,tro/2(a),transfer,MarkMonitor Inc.,292,,serverTransferProhibited serverUpdateProhibited serverDeleteProhibited,yes,1 8 2 AB',
      'b.example,b.example,appendix-a,2,tro/2(b),transfer,,,ns1.sinkhole.example ns2.sinkhole.example,,no,',
      '',
    ]);
  });

  it('orders nothing where names are let go or only kept', () => {
    const release = { letter: { ...values.letter, purpose: 'release' } };
    expect(text(scheduleCsv(sampleValues(release)).machines).split('\r\n')[0]).toBe(
      'name,unicode,schedule,line,paragraphs',
    );
  });

  it.each(['=cmd|x', '+1', '-1', '@SUM(1)', '\t=1', '＝1', '|x', '＠x'])(
    'never starts a cell with a formula: %j',
    (bad) => {
      const { people, machines } = scheduleCsv(sampleValues({ targets: [gainedBy(bad)] }));
      for (const octets of [people, machines]) expect(text(octets)).not.toMatch(/[,"\n][=+\-@＝＋－＠|\t]/);
    },
  );

  it('quotes what has commas and quotes in it', () => {
    expect(text(scheduleCsv(sampleValues({ targets: [gainedBy('A "B", Inc.')] })).machines)).toContain(
      ',"A ""B"", Inc.",',
    );
  });

  it('begins with the mark that spreadsheets look for only for people', () => {
    const { people, machines } = scheduleCsv(values);
    expect(text(people)).toBe(`\ufeff${text(machines)}`);
  });
});
