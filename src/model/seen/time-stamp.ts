// A trusted time stamp (RFC 3161): an authority's signed word that certain octets existed by an instant. It proves that, and
// nothing of whether what they say is true.
import type { Instant } from '../instant.ts';

export interface TimeStamp {
  /** As the authority states it. */
  readonly at: Instant;
  /** Milliseconds that it may be off, by the authority's own word; absent: it says nothing of that. */
  readonly accuracy?: number;
  /** SHA-256 of the octets that it is of. */
  readonly of: string;
  /** The authority's number for it, hexadecimal. */
  readonly serial: string;
  /** Object identifier of the terms under which it was given. */
  readonly policy: string;
  /** Whom the signer's certificate names: words of the authority, as they came. */
  readonly by: string;
}

/**
 * Why a stamp counts for nothing. `unreadable`: it is none. `rejected`: the authority gave none. `other-octets`, `other-question`,
 * `other-policy`: it is of something else than was asked. `signature`: it is not what was signed. `signer`: who signed may not, or could
 * not at that instant. `untrusted`: nobody who was given as trusted vouches for the signer.
 */
export type StampFault =
  | 'unreadable'
  | 'rejected'
  | 'other-octets'
  | 'other-question'
  | 'other-policy'
  | 'signature'
  | 'signer'
  | 'untrusted';

export type StampJudged =
  | {
      readonly ok: true;
      readonly stamp: TimeStamp;
      /** Whom the trusted certificate at the end of the way names. Absent: none was given, so that it is not known who vouches for the signer. */
      readonly root?: string;
    }
  | {
      readonly ok: false;
      readonly fault: StampFault;
      /** Words that follow "the stamp": `is of other octets`. Never words from outside that are not made harmless. */
      readonly why: string;
      /** Where it is signed, and all that it lacks is somebody who vouches for the signer. */
      readonly stamp?: TimeStamp;
    };

/**
 * A stamp that is kept beside its run, as it was judged. `vouched`: sound, and a trusted certificate vouches for the signer.
 * `not-checked`: sound, and nobody was given as trusted. `untrusted`: sound, and nobody who was given vouches for it. `damaged`: it
 * counts for nothing, or is not of the run as it stands there.
 */
export const STAMP_STATES = ['vouched', 'not-checked', 'untrusted', 'damaged'] as const;

export interface StampSeen {
  readonly run: string;
  /** In the case's folder. */
  readonly file: string;
  readonly state: (typeof STAMP_STATES)[number];
  /** Of one that is untrusted or damaged: words that follow "the stamp". */
  readonly why?: string;
  readonly stamp?: TimeStamp;
  readonly root?: string;
}
