// Before service only those are asked whom the present holder cannot watch.
import { describe, expect, test } from 'vitest';
import { LOOKUP_KINDS } from '../../src/model/seen/observation.ts';
import { planPrecheck } from '../../src/sweep/plan-precheck.ts';
import { at as instant, name } from '../support/values.ts';
import { caseOf } from './support/made.ts';

const asOf = instant('2019-03-18T14:15:02Z');
const TERMS = {
  servers: (about: string) => ({ nameServers: about === 'kept.example' ? [] : [name('ns1.sinkhole.example')] }),
  readied: () => true,
  openly: false,
};

function planned(theCase: ReturnType<typeof caseOf>, terms: Partial<typeof TERMS> = {}) {
  return planPrecheck({ theCase, asOf, kinds: LOOKUP_KINDS }, { ...TERMS, ...terms }).names;
}

describe('a look before service', () => {
  test('asks registries, parent zones and the sinkhole, with no seal as well', () => {
    const ask = ['rdap-registry', 'whois-registry', 'delegation', 'sinkhole'];
    expect(planned(caseOf(['a.example']))).toEqual([{ name: 'a.example', ask, excluded: [] }]);
  });

  test('asks no parent of a host name, which may be a defendant’s zone', () => {
    const host = caseOf(['host.blog.example'], { registrable: 'blog.example' });
    expect(planned(host)).toEqual([{ name: 'host.blog.example', ask: ['sinkhole'], excluded: [] }]);
  });

  test('asks no sinkhole about a name that none is ordered for, nor outside a sample', () => {
    const [kept] = planned(caseOf(['kept.example']));
    expect(kept?.ask).not.toContain('sinkhole');
    const [left] = planned(caseOf(['a.example']), { readied: () => false });
    expect(left?.ask).not.toContain('sinkhole');
  });

  test('goes by a seal that allows less, and says so', () => {
    const seal = { until: instant('2019-03-27T00:00:00Z'), touches: ['registry', 'tld'] as const };
    const [row] = planned(caseOf(['a.example'], { seal }));
    expect(row).toEqual({
      name: 'a.example',
      ask: ['rdap-registry', 'whois-registry', 'delegation'],
      excluded: ['sinkhole'],
    });
  });

  test('asks the registry when the sinkhole’s own domain ends, as a check does', () => {
    const plain = caseOf(['a.example']);
    const { dcu } = plain.sinkholes;
    if (dcu === undefined) throw new Error('no sinkhole');
    const theCase = { ...plain, sinkholes: { dcu: { ...dcu, registered: [name('sinkhole.example')] } } };
    const made = planPrecheck({ theCase, asOf, kinds: LOOKUP_KINDS }, TERMS);
    expect(made.names.find(({ name: one }) => one === 'sinkhole.example')?.ask).toEqual([
      'rdap-registry',
      'whois-registry',
    ]);
  });

  test('asks everybody where a person says that nobody is to be surprised', () => {
    const [row] = planned(caseOf(['a.example']), { openly: true });
    expect(row?.ask).toEqual(expect.arrayContaining(['addresses', 'resolver', 'sinkhole']));
  });
});
