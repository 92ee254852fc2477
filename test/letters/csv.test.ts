import { describe, expect, it } from 'vitest';
import { csvEntries } from '../../src/casefile/csv.ts';
import { scheduleCsv } from '../../src/letters/csv.ts';
import { nameValues, sampleValues } from './sample-letter.ts';

const text = (octets: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets);

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
      nameValues('b.example', 2, { paragraphs: ['tro/2(b)'] }),
    ];
    expect(text(scheduleCsv(sampleValues({ names })).machines).split('\r\n')).toEqual([
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
      const target = { ...values.target, registrar: { name: bad, iana_id: 1 } };
      const { people, machines } = scheduleCsv(sampleValues({ target }));
      for (const octets of [people, machines]) expect(text(octets)).not.toMatch(/[,"\n][=+\-@＝＋－＠|\t]/);
    },
  );

  it('quotes what has commas and quotes in it', () => {
    const target = { ...values.target, registrar: { name: 'A "B", Inc.', iana_id: 1 } };
    expect(text(scheduleCsv(sampleValues({ target })).machines)).toContain(',"A ""B"", Inc.",');
  });

  it('begins with the mark that spreadsheets look for only for people', () => {
    const { people, machines } = scheduleCsv(values);
    expect(text(people)).toBe(`\ufeff${text(machines)}`);
  });
});
