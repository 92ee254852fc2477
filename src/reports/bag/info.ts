// What bag-info.txt says: the elements that RFC 8493 section 2.2.2 reserves, and a few of our own where it has none.
import { drop } from '../../model/text/harmless.ts';
import { isSound } from '../evidence/verify-text.ts';
import { type ExportedBag, marksOf, sizeWords } from './exported-bag.ts';

export function bagInfo(bag: ExportedBag): readonly (readonly [label: string, text: string])[] {
  const { theCase, made, toolVersion, by, octets, files } = bag;
  const marks = marksOf(bag);
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['Contact-Name', by],
    ['External-Description', description(bag)],
    ['External-Identifier', theCase.docket],
    ['Bagging-Date', made.slice(0, 10)],
    ['Bag-Size', sizeWords(octets)],
    ['Payload-Oxum', `${octets}.${files}`],
    ['Internal-Sender-Identifier', theCase.id],
    ['Bag-Software-Agent', `takedown ${toolVersion}`],
    ['Takedown-Marks', marks.length === 0 ? undefined : marks.join(', ')],
    ['Takedown-Sealed-Until', bag.sealedUntil],
    ...bag.only.map((run) => ['Takedown-Only-Run', run] as const),
    ...bag.unfinished.map((run) => ['Takedown-Unfinished-Run', run] as const),
    ['Takedown-Verified', verified(bag)],
  ];
  return fields.flatMap(([label, text]) => (text === undefined ? [] : [[label, drop(text)] as const]));
}

function description(bag: ExportedBag): string {
  const { title, docket, court } = bag.theCase;
  const marks = marksOf(bag).map((mark) => `${mark}: `);
  const what = bag.only.length === 0 ? 'the record' : 'a part of the record';
  return `${marks.join('')}${what} of ${title}, ${docket} (${court.short ?? court.name})`;
}

function verified(bag: ExportedBag): string {
  const { counts } = bag.verified;
  if (isSound(bag.verified)) return `${bag.made} sound`;
  const found = ['damaged', 'disagrees', 'verdict', 'not-reread'] as const;
  const words = found.filter((kind) => counts[kind] > 0).map((kind) => `${counts[kind]} ${kind}`);
  return `${bag.made} NOT SOUND: ${words.join(', ')}`;
}
