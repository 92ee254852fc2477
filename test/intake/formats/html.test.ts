import { expect, test } from 'vitest';
import { readText } from '../reading.ts';

const read = (page: string) => readText(Buffer.from(`<!DOCTYPE html><html><body>${page}</body></html>`), 'list.html');

test('lines end where the page shows an end, cells among them', async () => {
  const { lines } = await read(
    '<p>one.exam<b>ple</b> and\n two&#46;exam&shy;ple<table><tr><td>a.example<td>b.<br>example</table><script>x.example</script>',
  );
  expect(lines.map(({ text, end }) => [text, end])).toEqual([
    ['one.example and two.exam\u00adple', 'own'],
    ['a.example', 'own'],
    ['b.', 'wrapped'],
    ['example', 'own'],
  ]);
});

test('where styles hide something, nothing is sure; scripts are told', async () => {
  const { lines, remarks } = await read('<p>one.example<p style="display: none">two.example<script>1</script>');
  expect(lines.map(({ doubt }) => doubt)).toEqual(['hidden', 'hidden']);
  expect(remarks.map(({ code }) => code)).toEqual(['document-hidden', 'document-active']);
});
