import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { suffixList } from '../../../src/casefile/suffix-list.ts';
import { type Name, parseName } from '../../../src/model/name.ts';
import { SUFFIX_LIST } from '../../../src/model/tables/lists.ts';
import { SERVICE_KINDS, SERVICE_TABLE } from '../../../src/model/tables/service-table.ts';
import { servicesOf, serviceWords } from '../../../src/model/tables/services.ts';

function name(text: string): Name {
  const reading = parseName(text);
  if (!reading.ok) throw new Error(`${text} ${reading.reason}`);
  return reading.name;
}

describe('the table of services', () => {
  const rows = SERVICE_TABLE.flatMap((row) => row.domains.split(/\s+/).map((domain) => ({ ...row, domain })));

  it('has each domain once, as names are kept', () => {
    expect(rows.filter(({ domain }) => name(domain) !== domain)).toEqual([]);
    const seen = rows.map(({ domain }) => domain);
    expect(seen.filter((domain, at) => seen.indexOf(domain) !== at)).toEqual([]);
    expect(rows.length).toBeGreaterThan(400);
  });

  it('says of every row where it was read and when', () => {
    expect(rows.filter(({ source, seen }) => source.length < 10 || !/^20\d\d-(0[1-9]|1[0-2])$/.test(seen))).toEqual([]);
    expect([...new Set(rows.map(({ kind }) => kind))].sort()).toEqual([...SERVICE_KINDS].sort());
  });

  it('calls the public suffix list its source exactly where that list has the domain', () => {
    const wrong = rows.filter(
      ({ source, domain }) =>
        source.startsWith('public suffix list') !== (suffixList.standing(name(domain)) === 'shared'),
    );
    expect(wrong.map(({ domain }) => domain)).toEqual([]);
  });

  it('has no public suffix in it', () => {
    expect(rows.filter(({ domain }) => suffixList.standing(name(domain)) === 'suffix')).toEqual([]);
  });
});

describe('servicesOf', () => {
  it.each([
    ['login.zzux.com', 'zzux.com', 'dynamic DNS of ChangeIP'],
    ['zzux.com', 'zzux.com', 'dynamic DNS of ChangeIP'],
    ['a.b.c.azurewebsites.net', 'azurewebsites.net', 'cloud hosts of Microsoft (Azure)'],
    ['acme.000webhostapp.com', '000webhostapp.com', 'shared hosting of Hostinger (000webhost)'],
    ['bit.ly', 'bit.ly', 'short links of Bitly'],
  ])('knows %s', (text, domain, words) => {
    const [service] = servicesOf(name(text));
    expect(service?.domain).toBe(domain);
    expect(service && serviceWords(service)).toBe(words);
  });

  it('does not take an end of a label for a domain', () => {
    expect(servicesOf(name('jazzux.com'))).toEqual([]);
    expect(servicesOf(name('zzux.com.example'))).toEqual([]);
  });
});

it('dates the public suffix list by the version of the package that is installed', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  expect(dependencies[SUFFIX_LIST.package]).toBe(SUFFIX_LIST.version);
});
