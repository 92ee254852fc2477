// A bag read by what RFC 8493 says, and by nothing of ours: its lists against what lies there, octet by octet.
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is wrong with it; nothing: it is valid and complete (section 3). */
export function faultsOfBag(folder: string): readonly string[] {
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const declared = text('bagit.txt') === 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
  const all = filesIn(folder, '');
  const payload = all.filter((file) => file.startsWith('data/'));
  const tags = all.filter((file) => !file.startsWith('data/') && file !== 'tagmanifest-sha256.txt');
  return [
    ...(declared ? [] : ['bagit.txt is another one']),
    ...faultsOfList(folder, text('manifest-sha256.txt'), payload),
    ...faultsOfList(folder, text('tagmanifest-sha256.txt'), tags),
    ...faultsOfInfo(folder, payload, text('bag-info.txt')),
  ];
}

/** Elements of bag-info.txt by their labels, with lines that go on joined. */
export function infoOfBag(text: string): ReadonlyMap<string, string> {
  const lines = text.replace(/\n[ \t]+/g, ' ').split('\n');
  return new Map(lines.filter((line) => line !== '').map((line) => splitAt(line, ': ')));
}

function faultsOfInfo(folder: string, payload: readonly string[], text: string): readonly string[] {
  const octets = payload.reduce((sum, file) => sum + lstatSync(join(folder, file)).size, 0);
  const stated = infoOfBag(text).get('Payload-Oxum');
  const long = text.split('\n').filter((line) => line.length > 79);
  return [
    ...(stated === `${octets}.${payload.length}` ? [] : [`Payload-Oxum is ${stated}, not ${octets}.${payload.length}`]),
    ...long.map((line) => `bag-info.txt has a long line: ${line}`),
  ];
}

function faultsOfList(folder: string, list: string, there: readonly string[]): readonly string[] {
  const listed = list
    .split('\n')
    .slice(0, -1)
    .map((line) => splitAt(line, '  '));
  const places = listed.map(([, place]) => decoded(place));
  const wrong = listed.filter(([digest, place]) => {
    const path = join(folder, decoded(place));
    return !there.includes(decoded(place)) || createHash('sha256').update(readFileSync(path)).digest('hex') !== digest;
  });
  return [
    ...(list.endsWith('\n') ? [] : ['a list does not end its last line']),
    ...wrong.map(([, place]) => `${place} is not as it is listed`),
    ...there.filter((file) => !places.includes(file)).map((file) => `${file} is not listed`),
    ...(new Set(places).size === places.length ? [] : ['a file is listed twice']),
  ];
}

function decoded(place: string): string {
  return place.replace(/%(0A|0D|25)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function splitAt(line: string, between: string): [string, string] {
  const at = line.indexOf(between);
  return [line.slice(0, at), line.slice(at + between.length)];
}

/** With slashes; whatever is neither file nor folder stands there with a mark. */
function filesIn(folder: string, inside: string): readonly string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const file = inside === '' ? entry.name : `${inside}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(folder, file);
    return entry.isFile() ? [file] : [`${file} (no file)`];
  });
}
