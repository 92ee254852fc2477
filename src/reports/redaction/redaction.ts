// A redaction: every text of a paper goes through it, what must not be public is replaced by a mark with a number, and what each mark
// stands for is kept for the team. The same thing has the same mark wherever it stands.
import type { SealedName } from '../../model/case/sealed-names.ts';
import { PERSONAL, type PersonalKind } from './personal.ts';
import { findSealed } from './sealed.ts';

interface Secrets {
  /** Names of the schedules while they are under seal; none when they are not. */
  readonly names: Iterable<SealedName>;
  /** Why these names are left out: `under seal until ...`. */
  readonly becauseNames: string;
}

export interface Redacted {
  /** As it stands in the paper: `[redacted name 12]`. */
  readonly mark: string;
  /** What stood there. */
  readonly text: string;
  readonly because: string;
  readonly times: number;
}

export interface Redaction {
  hide(text: string): string;
  /** One thing that is known to be of a kind, whole; what stands around it goes through `hide` afterwards. */
  mark(what: KnownSecret): string;
  /** What was replaced so far, in the order in which it was first met. */
  log(): readonly Redacted[];
}

interface KnownSecret {
  readonly kind: string;
  readonly text: string;
  readonly because: string;
}

type Counted = { -readonly [Key in keyof Redacted]: Redacted[Key] };

export function openRedaction({ names, becauseNames }: Secrets): Redaction {
  const met = new Map<string, Counted>();
  const numbers = new Map<string, number>();
  const sealed = findSealed(names);

  const marks = new Map<string, Counted>();
  const note = (key: string, made: () => Omit<Redacted, 'times'>): string => {
    const known = met.get(key) ?? { ...made(), times: 0 };
    met.set(key, known);
    marks.set(known.mark, known);
    return known.mark;
  };
  /** Of what is handed out: rows are made as often as somebody goes through them. */
  const counted = (text: string): string => {
    for (const [mark] of text.matchAll(MARK)) {
      const known = marks.get(mark);
      if (known !== undefined) known.times += 1;
    }
    return text;
  };
  const mark = ({ kind, text, because }: KnownSecret) =>
    note(`${kind} ${text.toLowerCase()}`, () => {
      const number = (numbers.get(kind) ?? 0) + 1;
      numbers.set(kind, number);
      return { mark: marked(`${kind} ${number}`), text, because };
    });
  const personal = (text: string, { kind, pattern, holds, because }: PersonalKind) =>
    text.replace(pattern, (found) => (holds?.(found) === false ? found : mark({ kind, text: found, because })));

  return {
    hide: (text) => {
      if (text === '') return text;
      // Mail first, since its domain may be a name under seal: then the whole address is gone, and with it the name.
      const without = PERSONAL.reduce(personal, text);
      return counted(
        sealed(without, (_, { as, name }) => note(as, () => ({ mark: marked(as), text: name, because: becauseNames }))),
      );
    },
    mark,
    log: () => [...met.values()],
  };
}

const MARK = /\[redacted [^\]]{1,80}\]/g;

function marked(what: string): string {
  return `[redacted ${what}]`;
}
