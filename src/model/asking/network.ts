// Where to find the internet: by default the real one, or what a network file given on the command line describes.
import type { Address } from '../address.ts';
import type { Instant } from '../instant.ts';
import type { DsRecord } from '../seen/delegation.ts';
import type { ResolverPlace } from './resolver-place.ts';

/** `127.0.0.1:5301` */
export interface Endpoint {
  readonly address: Address;
  readonly port: number;
}

/** What control questions may lean on, beside what everybody knows of the root. */
export interface ControlSettings {
  /** Addresses at which no name server is: an answer in the name of one is somebody else's. */
  readonly silent: readonly Address[];
  /** Name servers by the name that is delegated to them. */
  readonly known: ReadonlyMap<string, readonly string[]>;
}

export interface Network {
  /** True for a network that is not the internet; every run that used it says so. */
  readonly simulated: boolean;
  /** True when only routed servers may be dialled. */
  readonly closed: boolean;
  /** True when a network file was given: it alone opens the guard to loopback, private addresses and plain http. */
  readonly opened: boolean;
  /** Where the tool's clock starts, in place of the real one. */
  readonly clock?: Instant;
  readonly dns: {
    readonly roots: readonly Address[];
    readonly resolvers: readonly ResolverPlace[];
    /** By address as it stands in the DNS, or by the host of an encrypted resolver. */
    readonly routes: ReadonlyMap<string, Endpoint>;
    /** DS of the root's keys; absent: IANA's, or none where the roots are others than IANA's. */
    readonly trustAnchors?: readonly DsRecord[];
  };
  readonly rdap: {
    /** URL of the bootstrap file (RFC 9224). */
    readonly bootstrap: string;
    /** Base URLs by top-level label, in place of the bootstrap's. */
    readonly servers: ReadonlyMap<string, string>;
    /** By host name of the URL. */
    readonly routes: ReadonlyMap<string, Endpoint>;
  };
  readonly whois: {
    /** Host by top-level label; where there is none, the table in lookups/whois/servers.ts decides. */
    readonly servers: ReadonlyMap<string, string>;
    /** By host name. */
    readonly routes: ReadonlyMap<string, Endpoint>;
  };
  readonly controls?: ControlSettings;
  /** By host name of the URL. Absent: no route. */
  readonly webhook?: { readonly routes: ReadonlyMap<string, Endpoint> };
  /** Of time-stamping authorities, by host name of the URL. Absent: no route. */
  readonly stamp?: { readonly routes: ReadonlyMap<string, Endpoint> };
  readonly smtp?: { readonly host: string; readonly port: number };
}
