// Something that has to be told once: what it is, what it is about, and since when. Whoever was told of it is not told again.
import type { Instant } from '../instant.ts';

/** In order of urgency; what each means stands in relief/words.ts. */
export const ALARM_WORDS = [
  'sinkhole-lapsed',
  'sinkhole-held',
  'reverted',
  'overdue',
  'order-lapsed',
  'sinkhole-expiring',
  'sinkhole-unlocked',
  'expiring',
  'order-expiring',
] as const;
export type AlarmWord = (typeof ALARM_WORDS)[number];

export interface Alarm {
  readonly word: AlarmWord;
  /** A name of the case, the domain of a sinkhole, or the id of an order. */
  readonly about: string;
  /** What of it, where there are several: `redirection`. */
  readonly of?: string;
  /** The instant that makes it this one and no other: an end, a deadline, when it was last as ordered. */
  readonly at?: Instant;
  /** In our own words: nothing in it came from a server. */
  readonly text: string;
}

/** Equal for what is the same thing, however often it is seen. */
export type AlarmKey = Pick<Alarm, 'word' | 'about' | 'of' | 'at'>;

export function alarmKey({ word, about, of, at }: AlarmKey): string {
  return [word, about, of ?? '', at ?? ''].join(' ');
}

/** Who can be told; a file by its name. */
export type AlarmWay = 'mail' | 'webhook' | `file ${string}`;

/** How many alarms there are of each word, in order of urgency. */
export function countAlarms(alarms: readonly Pick<Alarm, 'word'>[]): readonly (readonly [AlarmWord, number])[] {
  return ALARM_WORDS.flatMap((word) => {
    const count = alarms.filter((alarm) => alarm.word === word).length;
    return count === 0 ? [] : [[word, count] as const];
  });
}
