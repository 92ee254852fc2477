// What was asked of whom, and what was answered or how it failed. Observations are appended and never edited;
// two answers are never merged into one. The bytes lie in the evidence file beside the run.
import type { Address } from '../address.ts';
import type { Instant } from '../instant.ts';
import type { Name } from '../name.ts';
import type { Registrant, RegistrarOfRecord } from '../registrar.ts';
import type { Delegation, DnsKey, DsRecord } from './delegation.ts';
import type { EppStatus } from './epp-status.ts';
import type { FailureCause, FailureKind } from './failure.ts';
import type { Security } from './security.ts';
import type { ZoneFacts } from './zone-facts.ts';

export const LOOKUP_KINDS = [
  'rdap-registry',
  'whois-registry',
  'rdap-registrar',
  'whois-registrar',
  'delegation',
  'addresses',
  'resolver',
  'sinkhole',
] as const;
export type LookupKind = (typeof LOOKUP_KINDS)[number];

/** The authority that spoke. */
export type Authority = 'registry' | 'registrar' | 'parent-zone' | 'authoritative' | 'recursive' | 'person';

/** Facts of a registration, from the registry or from the registrar. A field that is absent was not stated. */
export interface RegistrationFacts {
  readonly registrar?: RegistrarOfRecord;
  readonly registrant?: Registrant;
  /** EPP statuses, sorted. An empty list was stated as empty; absence means that no status could be read. */
  readonly statuses?: readonly EppStatus[];
  readonly nameServers?: readonly Name[];
  readonly created?: Instant;
  readonly updated?: Instant;
  /** When another registrar took it over last. */
  readonly transferred?: Instant;
  readonly expires?: Instant;
  readonly signed?: boolean;
  /** The registry's own id of the registration (ROID): another one is another registration. */
  readonly handle?: string;
  /** The registrar's abuse desk, and nobody else's. */
  readonly abuse?: { readonly email?: string; readonly phone?: string };
  /** Where the registrar's own record is to be had, as the registry states it: a URL, and a host. */
  readonly referral?: { readonly rdap?: string; readonly whois?: string };
  /** Statuses in words that EPP does not know, as received. */
  readonly otherStatuses?: readonly string[];
  /** Fields that only the second reader found. */
  readonly secondReader?: readonly string[];
}

/** Facts of `delegation`, from one parent server. `ds` is absent when the DS question had no usable answer. */
export interface DelegationFacts extends Delegation {
  readonly ds?: readonly DsRecord[];
  readonly dsFailure?: FailureKind;
  /** What DNSSEC says of the DS set, or of the lack of one. Absent: no DS answer, or nobody vouches for the network's root. */
  readonly security?: Security;
  /** Serial of the parent zone at this server, where it was stated: tells propagation from inconsistency. */
  readonly serial?: number;
  /** Seconds for which a resolver may keep the NS set and the DS set; each absent where no record gave one. */
  readonly ttl?: { readonly nameServers?: number; readonly ds?: number };
}

/** The answer to one address question: what the name ends at, after the CNAME chain. */
export type AddressAnswer =
  | {
      readonly answer: 'addresses';
      readonly addresses: readonly Address[];
      readonly ttl: number;
      readonly chain?: readonly Name[];
    }
  | { readonly answer: 'no-data' | 'no-such-name'; readonly chain?: readonly Name[] }
  | { readonly answer: 'failure'; readonly failure: FailureKind; readonly detail?: string };

/** The host asked about: the name itself, `www` under it, and a random label under it. */
export const HOSTS = ['apex', 'www', 'random'] as const;
export type Host = (typeof HOSTS)[number];

/** Both types of address question about one host. */
export interface AddressPair {
  readonly a: AddressAnswer;
  readonly aaaa: AddressAnswer;
}

export type HostAnswers = Readonly<Record<Host, AddressPair>>;

/** Facts of `addresses`, from one address of one delegated name server; and of `sinkhole`, from one of an ordered one. */
export interface AddressFacts {
  readonly nameServer: Name;
  readonly hosts: HostAnswers;
  /** The child's DNSKEY set; asked when the parent has a DS. */
  readonly keys?: readonly DnsKey[];
  readonly keysFailure?: FailureKind;
  /** A second random label: one alone may be made up on the spot. Absent: not asked. */
  readonly otherRandom?: AddressPair;
  /** The hosts below the name to which its MX records lead, by name in lower case. Absent: there are none, or nobody asked. */
  readonly mailHosts?: Readonly<Record<string, AddressPair>>;
  /** What the server says of the zone as a whole. Absent: not asked. */
  readonly zone?: ZoneFacts;
  /** What the name server's own zone gives as its addresses, where the parent gave glue to compare; see ownFailure. */
  readonly ownAddresses?: readonly Address[];
  readonly ownFailure?: FailureKind;
  readonly ownCause?: FailureCause;
  /** Addresses of the same name server that were left out, since this machine has no IPv6. */
  readonly unasked?: readonly Address[];
}

/** Facts of `resolver`, from one recursive resolver. */
export interface ResolverFacts {
  readonly hosts: HostAnswers;
  /** True where the apex A answer came with AD: the resolver validated it. */
  readonly validated: boolean;
  /** On SERVFAIL: whether the same question with checking disabled (CD) was answered; then it is a DNSSEC failure. */
  readonly answersUnchecked?: boolean;
  /** Extended DNS error codes (RFC 8914) as received; a hint and never the test. */
  readonly extendedErrors?: readonly number[];
  /** Whom it takes for the name's servers; an empty list: it says that there are none. Absent: no usable answer. */
  readonly nameServers?: { readonly names: readonly Name[]; readonly ttl?: number };
  /** The DS set that it goes by; an empty list: it says that there is none. Absent: no usable answer. */
  readonly ds?: { readonly records: readonly DsRecord[]; readonly ttl?: number };
  /** How the lifetimes of its deviating answers run. Absent: it gave none, or there was nothing to compare them with. */
  readonly samples?: readonly Sampled[];
}

/** What a resolver can be asked again about: one address question, whom it goes to, or the DS. */
export type SampledQuestion = `${Host} ${'a' | 'aaaa'}` | 'name-servers' | 'ds';

/** One question asked several times, in order. Without `ttl`: by then it had no such answer any more. */
export interface Sampled {
  readonly of: SampledQuestion;
  readonly seen: readonly { readonly at: Instant; readonly ttl?: number }[];
}

/** Whose word the answers to a lookup are. */
export const AUTHORITY_OF = {
  'rdap-registry': 'registry',
  'whois-registry': 'registry',
  'rdap-registrar': 'registrar',
  'whois-registrar': 'registrar',
  delegation: 'parent-zone',
  addresses: 'authoritative',
  resolver: 'recursive',
  sinkhole: 'authoritative',
} as const satisfies Record<LookupKind, Authority>;

export interface FactsByLookup {
  readonly 'rdap-registry': RegistrationFacts;
  readonly 'whois-registry': RegistrationFacts;
  readonly 'rdap-registrar': RegistrationFacts;
  readonly 'whois-registrar': RegistrationFacts;
  readonly delegation: DelegationFacts;
  readonly addresses: AddressFacts;
  readonly resolver: ResolverFacts;
  readonly sinkhole: AddressFacts;
}

/** Of a name that its parent zone does not delegate, and of which it says "no data" and not "no such name"; empty: something below it. */
export interface InParent {
  readonly addresses: readonly Address[];
  /** Mail exchanges, in lower case. */
  readonly mail: readonly string[];
  /** The target of a DNAME. */
  readonly alias?: string;
  /** Why this may not be all. */
  readonly failure?: FailureKind;
}

/** Where the bytes lie: a run of whole WARC records in the run's evidence file. The digest is over those stored bytes. */
export interface EvidenceRef {
  readonly offset: number;
  readonly length: number;
  readonly 'sha-256': string;
}

/** What was found: facts, a definite "no such object", or a typed failure. */
export type Outcome<K extends LookupKind = LookupKind> =
  | { readonly outcome: 'facts'; readonly facts: FactsByLookup[K] }
  /** Registration: not registered (`reserved` when the registry says so); a registrar only has no record of it. Delegation: the parent zone does not have the name. */
  | {
      readonly outcome: 'no-such-object';
      readonly reserved?: true;
      /** Delegation: whether the parent zone proves it. Absent: nobody vouches for the network's root. */
      readonly security?: Security;
      /** Delegation: what the parent zone has of the name all the same. Absent: nothing. */
      readonly inZone?: InParent;
      readonly detail?: string;
    }
  | {
      readonly outcome: 'failure';
      readonly failure: FailureKind;
      /** Which of the ways to fail so it was, where there is a word for it. */
      readonly cause?: FailureCause;
      readonly detail?: string;
      readonly retryAfter?: number;
    };

/** What every observation says about the asking. */
export interface Asked<K extends LookupKind = LookupKind> {
  readonly name: Name;
  readonly lookup: K;
  readonly authority: Authority;
  /** The question in the protocol's own words: `domain/example.com`, `NS DS example.com`. */
  readonly question: string;
  /** The server as the field names it: a URL, or `host address`. */
  readonly server: string;
  /** Where the packets really went, when a network file routed them elsewhere. */
  readonly via?: string;
  readonly at: Instant;
  /** Milliseconds from the first packet to the end. */
  readonly took: number;
  /** The reader and its version, such as `rdap/1`. */
  readonly reader: string;
}

/** One lookup of one name at one server, before its bytes are filed. */
export type Sighting = { [K in LookupKind]: Asked<K> & Outcome<K> }[LookupKind];

/** A sighting as it stands in a run: filed, numbered (`RUN#12`), one of `of` of its name and lookup. */
export type Observation = Sighting & {
  readonly id: string;
  readonly of: number;
  /** Absent where nothing was received or sent, as under a seal. */
  readonly evidence?: EvidenceRef;
};

/** There was nothing to ask a registrar: no server of it is named, or nothing needs its answer. That is nobody's failure. */
export function hadNothingToAsk({
  failure,
  authority,
}: {
  readonly failure: FailureKind;
  readonly authority: Authority;
}) {
  return failure === 'not-needed' || (failure === 'no-server' && authority === 'registrar');
}

export type ObservationOf<K extends LookupKind> = Extract<Observation, { readonly lookup: K }>;
