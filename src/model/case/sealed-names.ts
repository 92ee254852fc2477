// Names that must not be read by everybody, shown by a number in any text: a CI job's log, its annotations and its files are
// often public, and a sealed order is not. One function for all of it: whatever is written there goes through it.

export interface SealedName {
  readonly name: string;
  readonly unicode: string;
  /** The registrable domain: who knows that of a host name knows most of it. */
  readonly registrable: string;
}

export type Hide = (text: string) => string;

/** What may be a host name, in letters of any script. Dots, and the forms of them that IDNA takes for dots, hold it together. */
const HOST = /[\p{L}\p{M}\p{N}_-]+(?:[.\u3002\uff0e\uff61][\p{L}\p{M}\p{N}_-]+)+/gu;

/** The numbers follow from the order of the names, so they are the same in every shard and every run. */
export function hideNames(names: readonly SealedName[]): Hide {
  const shown = new Map<string, string>();
  const number = new Map<string, number>();
  for (const { name } of names) if (!number.has(name)) number.set(name, number.size + 1);
  const learn = (text: string, as: string) => {
    const key = keyOf(text);
    if (!shown.has(key)) shown.set(key, as);
  };
  for (const { name, unicode } of names) for (const form of [name, unicode]) learn(form, `name-${number.get(name)}`);
  for (const { name, registrable } of names) learn(registrable, `domain-of-name-${number.get(name)}`);
  if (shown.size === 0) return (text) => text;
  return (text) =>
    text.replace(HOST, (host, at: number) => {
      const whole = hidden(host, { shown, from: 0 });
      const behind = whole === host ? escapeBefore(host, text[at - 1]) : 0;
      return behind === 0 ? whole : hidden(host, { shown, from: behind });
    });
}

/** How much of it ends an escape that began in front of it: JSON's `\n`, a URL's `%2F`, those of a workflow command. */
function escapeBefore(host: string, before: string | undefined): number {
  if (before === '%') return /^[0-9a-f]{2}/i.test(host) ? 2 : 0;
  if (before !== '\\') return 0;
  return /^(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[bfnrt])/i.exec(host)?.[0].length ?? 0;
}

interface Hiding {
  readonly shown: ReadonlyMap<string, string>;
  readonly from: number;
}

/** The longest end of it that is a name: what stands in front, `www`, says nothing. */
function hidden(host: string, { shown, from: start }: Hiding): string {
  for (let from = start; from >= 0; from = nextLabel(host, from)) {
    const as = shown.get(keyOf(host.slice(from)));
    if (as !== undefined) return host.slice(0, from) + as;
  }
  return host;
}

function nextLabel(host: string, from: number): number {
  const at = host.slice(from).search(/[.\u3002\uff0e\uff61]/);
  return at < 0 ? -1 : from + at + 1;
}

function keyOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u3002\uff0e\uff61]/g, '.');
}

/** Of a text that could not be read as what it is: everything that may be a name. */
export function hostsIn(text: string): readonly SealedName[] {
  const hosts = [...new Set(text.match(HOST) ?? [])];
  return hosts.map((host) => ({ name: host.toLowerCase(), unicode: host, registrable: host }));
}
