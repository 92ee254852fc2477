// The organisations that an order addresses and letters go to.
import type { Name } from '../name.ts';

/** The part that an organisation plays for a name. */
export type Role = 'registry-operator' | 'registrar' | 'provider';

/** `ordered`: the court's order binds it. `requested`: it stands outside the court's reach and is asked. */
export type Reach = 'ordered' | 'requested';

/** One entry of `cases/recipients.yaml`. */
export interface Recipient {
  /** Short, by which cases and the command line name it. */
  readonly id: string;
  /** The legal entity that the letter names. */
  readonly name: string;
  readonly role: Role;
  readonly reach: Reach;
  /** Why it is ordered or requested. */
  readonly because?: string;
  readonly jurisdiction?: string;
  /** BCP 47: the language in which it is written to; absent: English. */
  readonly language?: string;
  /** Top-level labels that a registry operator runs, in A-label form without a dot. Empty for other roles. */
  readonly tlds: readonly string[];
  readonly ianaId?: number;
  /** Names under these domains are served by it: a provider of hosts, pages or dynamic DNS. Empty for other roles. */
  readonly hosts: readonly Name[];
  readonly contacts: Contacts;
  /** Where the entry comes from, and the day on which somebody last looked. */
  readonly source?: string;
  readonly verified?: string;
  readonly illustrative: boolean;
}

/** How an organisation is written to. What is absent is not known: it is never made up from a lookup. */
export interface Contacts {
  /** The desk or person that handles orders. */
  readonly attention?: string;
  /** Lines of the postal address. */
  readonly address: readonly string[];
  readonly email: readonly string[];
  /** A web form, for those who take nothing else. */
  readonly form?: { readonly url: string; readonly fields: readonly FormField[] };
  readonly phone?: string;
  /** Where process is served on it. */
  readonly registeredAgent?: string;
  readonly generalCounsel?: {
    readonly name?: string;
    readonly email?: string;
    readonly phone?: string;
  };
  /** Fingerprint of its OpenPGP key, 40 hexadecimal figures. */
  readonly pgp?: string;
}

/** A field of a web form by its own label, and what goes into it. */
export interface FormField {
  readonly label: string;
  readonly holds: FormContent;
  /** In characters; longer text is refused, not cut. */
  readonly longest?: number;
}

export const FORM_CONTENTS = [
  'subject',
  'body',
  'names',
  'case-number',
  'court',
  'sender-name',
  'sender-email',
  'sender-phone',
  'sender-organisation',
  'deadline',
] as const;
export type FormContent = (typeof FORM_CONTENTS)[number];

/** The registry operator of a top-level label, if a recipient is listed for it. */
export function registryOperatorOf(recipients: readonly Recipient[], tld: string): Recipient | undefined {
  return recipients.find((recipient) => recipient.role === 'registry-operator' && recipient.tlds.includes(tld));
}

/** Finds the provider under whose domain a host name stands, if a recipient is listed for it: the longest domain that fits. */
export function providerFinder(recipients: readonly Recipient[]): (name: Name) => Recipient | undefined {
  const byDomain = new Map<string, Recipient>();
  for (const recipient of recipients) {
    for (const host of recipient.role === 'provider' ? recipient.hosts : []) {
      if (!byDomain.has(host)) byDomain.set(host, recipient);
    }
  }
  if (byDomain.size === 0) return () => undefined;
  return (name) => {
    for (let domain: string = name; ; domain = domain.slice(domain.indexOf('.') + 1)) {
      const found = byDomain.get(domain);
      if (found !== undefined || !domain.includes('.')) return found;
    }
  };
}
