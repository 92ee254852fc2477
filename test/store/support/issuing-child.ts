// A process of its own that issues one letter after another until it is killed, and tells of each once it is issued.
import { writeSync } from 'node:fs';
import { frozen } from '../../../src/casefile/issued-letter.ts';
import { machineOf } from '../../../src/store/disk/lock.ts';
import { issueLetter } from '../../../src/store/letters/issue.ts';
import { issuedLiteral } from '../../support/letters.ts';
import { pathsIn } from './made.ts';

const paths = pathsIn(process.argv[2] ?? '');
const machine = machineOf(process.pid);
const files = ['letter.docx', 'letter.eml', 'letter.md', 'letter.pdf'].map((file) => ({
  file,
  octets: Buffer.alloc(200_000, file),
}));

writeSync(1, 'begun\n');
for (let i = 0; i < 5_000; i += 1) {
  const { files: _, ...letter } = issuedLiteral({ id: `2019-03-15-r${i}-order`, caseId: paths.id });
  await issueLetter(paths, { manifest: frozen(letter, files), files }, machine);
  writeSync(1, `${letter.id}\n`);
}
