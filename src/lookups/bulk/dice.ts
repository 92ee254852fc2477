// Random numbers for ids, sockets and letters, drawn from the system in blocks: asking it for a few octets at a time costs
// more than the rest of a question.

export interface Dice {
  u16(): number;
  u32(): number;
}

const BLOCK = 4096;

export function openDice(random: (count: number) => Uint8Array): Dice {
  let block: DataView = new DataView(new ArrayBuffer(0));
  let at = 0;
  const draw = (size: number): number => {
    if (at + size > block.byteLength) {
      const octets = random(BLOCK);
      block = new DataView(octets.buffer, octets.byteOffset, octets.length);
      at = 0;
    }
    at += size;
    return at - size;
  };
  return {
    u16() {
      const place = draw(2);
      return block.getUint16(place);
    },
    u32() {
      const place = draw(4);
      return block.getUint32(place);
    },
  };
}
