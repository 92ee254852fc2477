// The way back for a name: how it stood before its order was served, how it stands now, and what has to be done by whom, in order.
// Computed, shown, never stored.
import type { Address } from '../address.ts';
import type { Reach } from '../case/party.ts';
import type { Instant } from '../instant.ts';
import type { Name } from '../name.ts';
import type { Registrant, RegistrarOfRecord } from '../registrar.ts';
import type { DsRecord } from '../seen/delegation.ts';
import type { EppStatus } from '../seen/epp-status.ts';
import type { Fact, Registered } from './dossier.ts';

/** One look at a name, as far as a name is given back by it. */
export interface Picture {
  /** When the newest of its observations was made. */
  readonly at: Instant;
  readonly registered: Fact<Registered>;
  readonly registrar: Fact<RegistrarOfRecord>;
  readonly registrant: Fact<Registrant>;
  readonly statuses: Fact<readonly EppStatus[]>;
  readonly nameServers: Fact<readonly Name[]>;
  /** Addresses that the parent zone gave for name servers under the name itself. */
  readonly glue: Readonly<Record<string, readonly Address[]>>;
  readonly ds: Fact<readonly DsRecord[]>;
  readonly created: Fact<Instant>;
  readonly expires: Fact<Instant>;
  /** The registry's own id of the registration: another one is another registration. */
  readonly handle: Fact<string>;
}

export interface RestoreStep {
  readonly who: string;
  readonly reach?: Reach;
  /** An imperative without a full stop. */
  readonly what: string;
  /** Why there, or what to look out for; one sentence without a full stop. */
  readonly because?: string;
}

/** What the picture before rests on: `before-service`: the last look before it; `after-service`: the first one there is, which came too late. */
type PictureKind = 'before-service' | 'after-service' | 'never-served';

export interface RestorePlan {
  readonly name: Name;
  readonly unicode: string;
  readonly asOf: Instant;
  /** The first entry of the journal by which somebody had the order about the name. */
  readonly served?: { readonly at: Instant; readonly event: string; readonly recipient?: string };
  readonly kind: PictureKind;
  /** Absent: nobody looked. */
  readonly before?: Picture;
  readonly now?: Picture;
  /** The order that releases it; absent: none does, and nothing may be given back. */
  readonly release?: {
    readonly order: string;
    readonly entered: Instant;
    readonly docketEntry?: number;
    readonly because?: string;
  };
  /** Paragraphs that are in force for the name all the same. */
  readonly bound: readonly string[];
  readonly steps: readonly RestoreStep[];
  /** What has to be asked, since no look showed it. One sentence each, without a full stop. */
  readonly unknowns: readonly string[];
  /** Days that do not wait. */
  readonly dates: readonly { readonly what: string; readonly at: Instant }[];
}
