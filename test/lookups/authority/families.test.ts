import { expect, test } from 'vitest';
import { openFamilies, withinReach } from '../../../src/lookups/authority/families.ts';
import type { Guard, Way } from '../../../src/lookups/tools.ts';
import { address } from '../../support/values.ts';

const FOUR = address('192.0.2.1');
const NOWHERE = address('2001:500:2::c');
const ROUTED = address('2001:db8::1');

function opened() {
  const remarks: string[] = [];
  const toAddress = (to: typeof FOUR): Way => ({
    ok: true,
    endpoint: { address: to, port: 53 },
    routed: to === ROUTED,
  });
  const guard = { toAddress } as Partial<Guard> as Guard;
  return { families: openFamilies({ guard, remark: (text) => void remarks.push(text) }, async () => false), remarks };
}

test('a routed address and an IPv4 address are within reach without a look', async () => {
  const { families, remarks } = opened();
  expect(await withinReach(families, [FOUR, ROUTED])).toEqual({ asked: [FOUR, ROUTED], left: [] });
  expect(remarks).toEqual([]);
});

test('what this machine has no way to is left out where there is another address, and said once', async () => {
  const { families, remarks } = opened();
  expect(await withinReach(families, [FOUR, NOWHERE])).toEqual({ asked: [FOUR], left: [NOWHERE] });
  expect(await withinReach(families, [NOWHERE])).toEqual({ asked: [NOWHERE], left: [] });
  expect(remarks).toEqual([expect.stringMatching(/no IPv6/)]);
});
