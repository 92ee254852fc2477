// Who the registrant is where several say so: what is withheld stays withheld, and what differs is noticed.
import { expect, test } from 'vitest';
import type { Observation } from '../../src/model/seen/observation.ts';
import { dossierOf } from '../../src/progress/dossier.ts';
import { AS_OF } from '../relief/literals.ts';
import { name } from '../support/values.ts';
import { REGISTRATION, saw } from './sightings.ts';

const about = (...observations: readonly Observation[]) =>
  dossierOf({ name: name('one.example'), observations, journal: [], asOf: AS_OF });

test('a registrant that the registry withholds stays withheld where the registrar states none, and two that differ are noticed', () => {
  const withheld = saw('rdap-registry', REGISTRATION);
  const silent = saw('rdap-registrar', { registrant: { shown: 'redacted' } });
  expect(about(withheld, silent).registrant).toMatchObject({
    value: { shown: 'redacted' },
    citations: [withheld.id],
  });
  const shown = (lookup: 'rdap-registry' | 'whois-registry', organisation: string) =>
    saw(lookup, { ...REGISTRATION, registrant: { shown: 'stated', organisation } });
  const noticed = (...seen: readonly Observation[]) => about(...seen).noticed?.map(({ text }) => text);
  expect(noticed(shown('rdap-registry', 'Acme'), shown('whois-registry', 'Evil'))).toEqual([
    'RDAP and WHOIS state different registrant; RDAP was believed',
  ]);
  expect(noticed(shown('rdap-registry', 'Acme'), shown('whois-registry', 'Acme'))).toBeUndefined();
  expect(noticed(withheld, shown('whois-registry', 'Evil'))).toBeUndefined();
  expect(noticed(shown('rdap-registry', 'Acme'), saw('whois-registry', REGISTRATION))).toBeUndefined();
});
