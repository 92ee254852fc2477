// A process of its own that writes a run until it is killed, and tells of each observation once it has been appended.
import { writeSync } from 'node:fs';
import type { CasePaths } from '../../../src/store/workspace.ts';
import { name } from '../../support/values.ts';
import { answers, begin } from './made.ts';

const folder = process.argv[2] ?? '';
const paths: CasePaths = {
  id: 'acme',
  folder,
  caseFile: `${folder}/case.yaml`,
  journal: `${folder}/journal.yaml`,
  runs: `${folder}/runs`,
  shards: `${folder}/shards`,
  letters: `${folder}/letters`,
  recipients: `${folder}/recipients.yaml`,
};

const writer = begin(paths);
writeSync(1, `begun ${writer.id}\n`);
for (let i = 0; i < 20_000; i += 1) {
  const about = `n${i}.example`;
  for (const { id } of writer.append(name(about), 'delegation', answers(about, 'delegation', 1 + (i % 3))))
    writeSync(1, `${id}\n`);
}
