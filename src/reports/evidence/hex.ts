// Octets for people: place, sixteen of them in hexadecimal, and what of them is ASCII.

const ROW = 16;

export function* hexLines(octets: Uint8Array): Iterable<string> {
  for (let at = 0; at < octets.length; at += ROW) {
    const row = [...octets.subarray(at, at + ROW)];
    const digits = row.map((octet) => octet.toString(16).padStart(2, '0'));
    const halves = [digits.slice(0, ROW / 2), digits.slice(ROW / 2)].map((half) => half.join(' '));
    const text = row.map((octet) => (octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '.')).join('');
    yield `${at.toString(16).padStart(8, '0')}  ${halves.join('  ').padEnd(WIDTH)}  |${text}|`;
  }
}

/** Two digits and a blank each, and one blank more in the middle. */
const WIDTH = ROW * 3;
