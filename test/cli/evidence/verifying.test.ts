// A record is examined as it streams by: what nothing further down could make read otherwise is told at once and let go.
import { expect, test } from 'vitest';
import { verifyExamined } from '../../../src/cli/evidence/verifying.ts';
import type { Examined } from '../../../src/store/examine/examined.ts';
import { saw } from '../../progress/sightings.ts';

const DELEGATION = { zone: 'example', nameServers: [], glue: {}, ds: [] };

test('a delegation without octets waits for no key', async () => {
  let examined = 0;
  function* run(): Generator<Examined> {
    for (; examined < 1000; examined += 1) {
      const observation = saw('delegation', DELEGATION);
      yield { is: 'sound', sound: { observation, exchanges: [], file: 'runs/a.yaml', line: examined + 1 } };
    }
  }
  const lines: (number | undefined)[] = [];
  for await (const verified of verifyExamined(run())) {
    expect(verified).toMatchObject({ is: 'finding', finding: { kind: 'not-reread' } });
    if (verified.is === 'finding') lines.push(verified.finding.line);
    expect(lines.length).toBe(examined + 1);
  }
  expect(lines).toEqual(Array.from({ length: 1000 }, (_, at) => at + 1));
});
