import { expect, test } from 'vitest';
import { judgeReply } from '../../../src/lookups/whois/reply.ts';
import { nameOrNone } from '../../../src/model/name.ts';
import type { RegistrationFacts } from '../../../src/model/seen/observation.ts';
import { LAYOUTS } from './layouts/index.ts';
import { octets } from './samples.ts';

const FIELDS = ['registrar', 'created', 'expires', 'updated', 'nameServers', 'statuses', 'otherStatuses'] as const;

function nameIn(text: string, tld: string) {
  const found = nameOrNone(new RegExp(`seized\\.[a-z.]*${tld}`, 'i').exec(text)?.[0] ?? '');
  if (found === undefined) throw new Error(`no name in the sample of .${tld}`);
  return found;
}

test.each(LAYOUTS)('.$tld, $shape: what is stated, and nothing else', async ({ tld, text, states }) => {
  const name = nameIn(text, tld);
  const outcome = await judgeReply({ name, host: `whois.${tld}.example`, octets: octets(text) });
  expect(outcome.outcome).toBe('facts');
  const facts: RegistrationFacts = outcome.outcome === 'facts' ? outcome.facts : {};
  const read = Object.fromEntries(
    FIELDS.flatMap((field) => (facts[field] === undefined ? [] : [[field, facts[field]]])),
  );
  expect(read).toEqual(states);
});
