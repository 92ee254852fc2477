// `--resolver`: in place of the resolvers of every file, and read by the one reader of such places.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, errorOf } from '../support/documents.ts';
import { emptyFolder, removeFolder, writeFiles } from '../support/folders.ts';
import { takedown } from '../support/takedown.ts';

interface Looked {
  readonly names: readonly { readonly sightings: readonly { readonly lookup: string; readonly server: string }[] }[];
}

let folder: string;
beforeAll(() => {
  folder = emptyFolder();
  writeFiles(folder, {
    'nothing.yaml':
      'simulated: true\nclosed: true\ndns: { resolvers: [203.0.113.53] }\nrdap: { bootstrap: "http://127.0.0.1:1/x" }\n',
  });
});
afterAll(() => removeFolder(folder));

const lookup = (...resolvers: readonly string[]) =>
  takedown(folder, ['lookup', 'a.test', '--json', '--network', 'nothing.yaml', ...resolvers]);

test('each place that is typed is asked, and none of a file', async () => {
  const ran = await lookup('--resolver', 'tls://DNS.example', '--resolver', '203.0.113.54');
  const [looked] = documentOf<Looked>(ran.out, 'lookup').names;
  const asked = looked?.sightings.filter((one) => one.lookup === 'resolver');
  expect(asked).toMatchObject([
    { server: 'tls://dns.example', outcome: 'failure', failure: 'guarded' },
    { server: '203.0.113.54', outcome: 'failure', failure: 'guarded' },
  ]);
});

test('a place that cannot be read is wrong use, and the hint says what to write', async () => {
  const ran = await lookup('--resolver', 'dns.example');
  expect(ran.code).toBe(2);
  expect(errorOf(ran.err)).toMatchObject({
    code: 'no-resolver',
    message: '--resolver: "dns.example" is a name and not the address of a resolver.',
    hint: expect.stringContaining('tls://dns.example'),
  });
});
