// Makes letters of a size that the benchmark asks for, in this process, and says how long each output took: `COUNT NAMES`.
import type { LetterDocument } from '../src/paper/document.ts';
import { outputs } from '../src/paper/outputs/index.ts';
import { HOUSE, nameValues, sampleDocument, sampleValues } from '../test/letters/sample-letter.ts';

const [count = 1, names = 98] = process.argv.slice(2).map(Number);

/** No two letters have a name in common, as in a case. */
function letter(number: number): LetterDocument {
  const rows = [...Array(names).keys()].map((at) => nameValues(`account-${number}-${at}.example`, at + 1));
  const { recipient } = sampleValues();
  return sampleDocument({ names: rows, recipient: { ...recipient, name: `Recipient ${number}` } });
}

const documents = [...Array(count).keys()].map(letter);
const took: Record<string, number> = {};
for (const { id, make } of outputs) {
  const started = performance.now();
  for (const document of documents) await make(document, HOUSE);
  took[id] = performance.now() - started;
}
console.log(JSON.stringify({ took, megabytes: process.resourceUsage().maxRSS / 1024 }));
