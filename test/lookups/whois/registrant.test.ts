// Who the registrant is by the labels of a record: withheld is not absent, and what stands there twice has to agree.
import { expect, it, test } from 'vitest';
import { plainWords, registrarName, single } from '../../../src/lookups/facts.ts';
import { readRegistrant } from '../../../src/lookups/whois/registrant.ts';
import { judgeReply } from '../../../src/lookups/whois/reply.ts';
import { name } from '../../support/values.ts';
import { octets } from './samples.ts';

function read(...lines: readonly (readonly [string, string])[]) {
  const found = readRegistrant(lines.map(([label, value]) => ({ label: `registrant ${label}`, value })));
  return found.is === 'stated' ? found.value : found.is;
}

const REDACTED = { shown: 'redacted' };
const ACME = { shown: 'stated', organisation: 'Acme Corp' };

it.each([
  ['an organisation', [['organization', 'Acme Corp']], ACME],
  [
    'the same in two spellings',
    [
      ['organization', 'Acme Corp'],
      ['organisation', 'ACME CORP.'],
    ],
    ACME,
  ],
  [
    'two that differ',
    [
      ['organization', 'Acme Corp'],
      ['organization', 'Evil Ltd'],
    ],
    'contradictory',
  ],
  [
    'one of two withheld',
    [
      ['organization', 'Acme Corp'],
      ['organization', 'REDACTED FOR PRIVACY'],
    ],
    REDACTED,
  ],
  [
    'an organisation, and a name',
    [
      ['organization', 'Acme Corp'],
      ['name', 'Eve'],
    ],
    { ...ACME, name: 'Eve' },
  ],
  [
    'an organisation, and a name withheld',
    [
      ['organization', 'Acme Corp'],
      ['name', 'REDACTED'],
    ],
    ACME,
  ],
  ['a name alone', [['name', 'Eve']], { shown: 'stated', name: 'Eve' }],
  [
    'two names that differ',
    [
      ['name', 'Eve'],
      ['name', 'Bob'],
    ],
    'contradictory',
  ],
  [
    'one of two names withheld',
    [
      ['name', 'Eve'],
      ['name', 'REDACTED'],
    ],
    REDACTED,
  ],
  [
    'a name withheld',
    [
      ['organization', ''],
      ['name', 'Data Protected'],
    ],
    REDACTED,
  ],
  ['nothing but a street that is withheld', [['street', 'REDACTED FOR PRIVACY']], REDACTED],
  [
    'labels with nothing behind them',
    [
      ['organization', ''],
      ['name', ''],
    ],
    { shown: 'absent' },
  ],
  ['a country alone', [['country', 'US']], 'absent'],
  ['letters that cannot be read', [['organization', 'Ac\ufffde']], { shown: 'absent' }],
  ['nothing', [], 'absent'],
] as const)('%s', (_what, lines, found) => {
  expect(read(...lines)).toEqual(found);
});

test('vowels that are marks are part of a name, case and punctuation are not', () => {
  expect(plainWords('Acme, Inc.')).toBe(plainWords('ACME  INC'));
  expect(plainWords('कुमार')).not.toBe(plainWords('कमर'));
  expect(read(['organization', 'कुमार'], ['organization', 'कमर'])).toBe('contradictory');
});

test('a registrar is named without what registries hang on to it, and half a name is nobody’s', () => {
  const names = [
    'Acme Ltd [Tag = ACME]',
    'Acme Ltd (https://acme.example)',
    'Acme Ltd https://acme.example',
    'Acme Ltd, www.acme.example',
  ];
  expect(names.map(registrarName)).toEqual(Array(4).fill('Acme Ltd'));
  expect(['No registrar listed', 'none', 'N/A', '-', 'Unknown', 'Ac\ufffde'].map(registrarName)).toEqual(
    Array(6).fill(''),
  );
  expect(registrarName('None Better Ltd')).toBe('None Better Ltd');
  expect(single(['a', 'A'], (one) => one.toLowerCase())).toEqual({ is: 'stated', value: 'a' });
});

/** A record with one sign alone, about the very name that was asked for. */
const judged = (...lines: readonly string[]) =>
  judgeReply({
    name: name('seized.example'),
    host: 'whois.nic.example',
    octets: octets(
      ['Domain Name: SEIZED.EXAMPLE', 'Registrar: Harbour Names Ltd', ...lines, '', 'End.', ''].join('\n'),
    ),
  });

it.each([
  ['a date of its last change', 'Updated Date: 2019-03-15T00:00:00Z', 'facts'],
  ['a status that only a registration has', 'Domain Status: clientHold', 'facts'],
  ['a status of a name in the making', 'Domain Status: pendingCreate', 'failure'],
  ['both of them', 'Updated Date: 2019-03-15T00:00:00Z\nDomain Status: pendingCreate', 'failure'],
  ['nothing else', 'Remarks: none', 'failure'],
])('a registrar alone makes a registration where the record has %s', async (_what, line, outcome) => {
  expect(await judged(line)).toMatchObject({ outcome });
});
