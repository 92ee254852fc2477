// What is done to a reply on its way, or by somebody who wants it misread: no part, repetition, mixture or small print may
// make a statement that the whole does not make.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeReply } from '../../../src/lookups/whois/reply.ts';
import { type Name, nameOrNone } from '../../../src/model/name.ts';
import type { RegistrationFacts } from '../../../src/model/seen/observation.ts';
import { LAYOUTS } from './layouts/index.ts';
import { ICANN, OLD, octets } from './samples.ts';

const SEED = { seed: 20_190_318, numRuns: 300 };

interface Sample {
  readonly name: Name;
  readonly text: string;
}

function nameIn(text: string): Name {
  const found = nameOrNone(/seized\.[a-z]+(?:\.(?:[a-z]{2})\b)?/i.exec(text)?.[0] ?? '');
  if (found === undefined) throw new Error('no name in the sample');
  return found;
}

const RECORDS: readonly Sample[] = [...LAYOUTS.map(({ text }) => text), ICANN, OLD].map((text) => ({
  name: nameIn(text),
  text,
}));

const FREE: readonly ((name: Name) => string)[] = [
  (name) => `No match for "${name.toUpperCase()}".\n>>> Last update of WHOIS database: 2019-03-18T14:00:00Z <<<\n`,
  (name) => `Domain: ${name}\nStatus: free\n`,
  () => '%ERROR:101: no entries found\n%\n% No entries found.\n',
  (name) => `${name} is free\n`,
  () => 'The queried object does not exist: DOMAIN NOT FOUND\n',
];

const SMALL_PRINT = [
  '% Data that is not found here may be registered elsewhere; available to all.\n',
  'NOTICE: queries are limited. Names that are not found may be available for registration.\n',
  'Registered marks are reserved by their owners. Access may be denied at any time.\n',
  '% If no match is found, the domain is available.\n# too many queries are throttled\n',
];

async function judge({ name, text }: Sample) {
  return judgeReply({ name, host: 'whois.nic.example', octets: octets(text) });
}

/** Single values that two readings of one record may not state differently; lists may not lose members either. */
function differing(part: RegistrationFacts, whole: RegistrationFacts): readonly string[] {
  const fields = ['created', 'updated', 'expires', 'signed', 'nameServers'] as const;
  const wrong = fields.filter((field) => part[field] !== undefined && String(part[field]) !== String(whole[field]));
  const registrar = part.registrar?.name !== undefined && part.registrar.name !== whole.registrar?.name;
  return [...wrong, ...(registrar ? ['registrar'] : [])];
}

describe('a record', () => {
  it.each(RECORDS)(
    'of $name, broken off behind any of its lines, states nothing that it does not state',
    async (one) => {
      const whole = await judge({ ...one, text: `${one.text}\n` });
      const lines = one.text.split('\n');
      for (let end = 1; end < lines.length; end += 1) {
        const outcome = await judge({ ...one, text: `${lines.slice(0, end).join('\n')}\n` });
        expect(outcome.outcome).not.toBe('no-such-object');
        if (outcome.outcome === 'facts' && whole.outcome === 'facts') {
          expect({ end, differing: differing(outcome.facts, whole.facts) }).toEqual({ end, differing: [] });
        }
      }
    },
  );

  it.each(RECORDS)('of $name, broken off in the midst of any of its lines, states no half of a value', async (one) => {
    const whole = await judge({ ...one, text: `${one.text}\n` });
    const lines = one.text.split('\n');
    for (const [at, line] of lines.entries()) {
      const above = `${lines.slice(0, at).join('\n')}\n`;
      for (const length of new Set([line.indexOf(':') + 1, line.length >> 1, line.length - 1])) {
        if (length < 1) continue;
        const outcome = await judge({ ...one, text: above + line.slice(0, length) });
        expect(outcome.outcome).not.toBe('no-such-object');
        if (outcome.outcome === 'facts' && whole.outcome === 'facts') {
          expect({ at, length, differing: differing(outcome.facts, whole.facts) }).toEqual({
            at,
            length,
            differing: [],
          });
        }
      }
    }
  });

  it('with lines said twice, or with small print around it, is the same record or none', async () => {
    const sample = fc.constantFrom(...RECORDS);
    await fc.assert(
      fc.asyncProperty(
        sample,
        fc.nat(),
        fc.constantFrom(...SMALL_PRINT),
        fc.boolean(),
        async (one, at, print, above) => {
          const whole = await judge(one);
          const lines = one.text.split('\n');
          const line = at % lines.length;
          const twice = [...lines.slice(0, line + 1), ...lines.slice(line)].join('\n');
          for (const text of [twice, above ? print + one.text : `${one.text}\n${print}`]) {
            const outcome = await judge({ ...one, text });
            expect(outcome.outcome).not.toBe('no-such-object');
            if (outcome.outcome !== 'facts' || whole.outcome !== 'facts') continue;
            const wrong = differing(outcome.facts, whole.facts).filter(
              (field) => whole.facts[field as 'created'] !== undefined,
            );
            expect(wrong).toEqual([]);
          }
        },
      ),
      SEED,
    );
  });

  it('mixed with one of another name says nothing of either', async () => {
    const pair = fc.tuple(fc.constantFrom(...RECORDS), fc.constantFrom(...RECORDS), fc.nat());
    await fc.assert(
      fc.asyncProperty(pair, async ([one, other, at]) => {
        const foreign = other.text.replace(/seized\./gi, 'foreign.');
        const lines = one.text.split('\n');
        const cut = at % lines.length;
        const mixed = [...lines.slice(0, cut), ...foreign.split('\n'), ...lines.slice(cut)].join('\n');
        const outcome = await judge({ ...one, text: mixed });
        expect(outcome.outcome).not.toBe('no-such-object');
        const foreignAlone = await judge({ ...one, text: foreign });
        expect(foreignAlone.outcome).not.toBe('no-such-object');
      }),
      SEED,
    );
  });
});

describe('an answer that there is none', () => {
  it('with small print around it, or broken off, never becomes a registration', async () => {
    const parts = fc.tuple(
      fc.constantFrom(...FREE),
      fc.constantFrom(...SMALL_PRINT),
      fc.constantFrom(...RECORDS),
      fc.nat(),
    );
    await fc.assert(
      fc.asyncProperty(parts, async ([free, print, { name }, at]) => {
        const text = free(name);
        const cut = text.slice(0, at % text.length);
        for (const one of [print + text, `${text}\n${print}`, cut]) {
          expect((await judge({ name, text: one })).outcome).not.toBe('facts');
        }
      }),
      SEED,
    );
  });

  it('about another name is none about this', async () => {
    for (const free of FREE.slice(0, 2)) {
      const outcome = await judge({ name: nameIn('seized.fr'), text: free(nameIn('seized.com.fr')) });
      expect(outcome).toMatchObject({ outcome: 'failure' });
    }
  });
});
