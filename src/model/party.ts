// The organisations that an order addresses and letters go to.

/** The part that an organisation plays for a name. */
export type Role = 'registry-operator' | 'registrar' | 'provider';

/** `ordered`: the court's order binds it. `requested`: it stands outside the court's reach and is asked. */
export type Reach = 'ordered' | 'requested';

/** One entry of `cases/recipients.yaml`. */
export interface Recipient {
  readonly id: string;
  /** The legal entity that the letter names. */
  readonly name: string;
  readonly role: Role;
  readonly reach: Reach;
  /** Why it is ordered or requested. */
  readonly because?: string;
  readonly jurisdiction?: string;
  /** Top-level labels that a registry operator runs, in A-label form without a dot. Empty for other roles. */
  readonly tlds: readonly string[];
  readonly ianaId?: number;
  /** Where the entry comes from, and the day on which somebody last looked. */
  readonly source?: string;
  readonly verified?: string;
  readonly illustrative: boolean;
}

/** The registry operator of a top-level label, if a recipient is listed for it. */
export function registryOperatorOf(recipients: readonly Recipient[], tld: string): Recipient | undefined {
  return recipients.find((recipient) => recipient.role === 'registry-operator' && recipient.tlds.includes(tld));
}
