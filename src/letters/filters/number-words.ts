// Whole numbers below a million in English words, as letters write them beside the figures.
const SMALL = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** `undefined` from a million on: such a list is not written out. */
export function numberWords(count: number): string | undefined {
  if (count >= 1_000_000) return undefined;
  if (count < 20) return SMALL[count];
  if (count < 100) return joined(TENS[Math.floor(count / 10)], count % 10, '-');
  if (count < 1000) return joined(`${SMALL[Math.floor(count / 100)]} hundred`, count % 100, ' ');
  return joined(`${numberWords(Math.floor(count / 1000))} thousand`, count % 1000, ' ');
}

function joined(head: string | undefined, rest: number, between: string): string {
  return rest === 0 ? `${head}` : `${head}${between}${numberWords(rest)}`;
}
