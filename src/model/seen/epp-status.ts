// EPP statuses (RFC 5731 section 2.3, RFC 3915 section 3.1) and their RDAP spelling (RFC 8056 section 2).
// `server*` is set by the registry and `client*` by the registrar.

interface EppStatusRow {
  readonly rdap: string;
  readonly means: string;
}

export const EPP_STATUSES = {
  ok: { rdap: 'active', means: 'nothing is pending or prohibited: the name is not locked' },
  inactive: { rdap: 'inactive', means: 'no delegation is published' },
  linked: { rdap: 'associated', means: 'another object refers to it' },
  clientHold: { rdap: 'client hold', means: 'taken out of the zone by the registrar' },
  serverHold: { rdap: 'server hold', means: 'taken out of the zone by the registry' },
  clientTransferProhibited: {
    rdap: 'client transfer prohibited',
    means: 'transfers are refused; the registrar can lift it',
  },
  serverTransferProhibited: { rdap: 'server transfer prohibited', means: 'transfers are refused by the registry' },
  clientUpdateProhibited: { rdap: 'client update prohibited', means: 'changes are refused; the registrar can lift it' },
  serverUpdateProhibited: { rdap: 'server update prohibited', means: 'changes are refused by the registry' },
  clientDeleteProhibited: { rdap: 'client delete prohibited', means: 'deletion is refused; the registrar can lift it' },
  serverDeleteProhibited: { rdap: 'server delete prohibited', means: 'deletion is refused by the registry' },
  clientRenewProhibited: { rdap: 'client renew prohibited', means: 'renewal is refused: the name will lapse' },
  serverRenewProhibited: {
    rdap: 'server renew prohibited',
    means: 'renewal is refused by the registry: the name will lapse',
  },
  pendingCreate: { rdap: 'pending create', means: 'the registration is being made' },
  pendingDelete: { rdap: 'pending delete', means: 'the name is leaving the registry' },
  pendingRenew: { rdap: 'pending renew', means: 'a renewal is under way' },
  pendingRestore: { rdap: 'pending restore', means: 'a restoration from redemption is under way' },
  pendingTransfer: { rdap: 'pending transfer', means: 'a transfer is under way and not yet done' },
  pendingUpdate: { rdap: 'pending update', means: 'a change is under way' },
  redemptionPeriod: { rdap: 'redemption period', means: 'deleted; it can still be restored' },
  addPeriod: { rdap: 'add period', means: 'just registered' },
  autoRenewPeriod: { rdap: 'auto renew period', means: 'expired and renewed by the registry, not yet paid for' },
  renewPeriod: { rdap: 'renew period', means: 'just renewed' },
  transferPeriod: { rdap: 'transfer period', means: 'just transferred' },
} as const satisfies Record<string, EppStatusRow>;

/** One EPP status code, in EPP's spelling. */
export type EppStatus = keyof typeof EPP_STATUSES;

export const EPP_STATUS_CODES: readonly EppStatus[] = Object.keys(EPP_STATUSES) as EppStatus[];

const BY_SPELLING = new Map<string, EppStatus>();
for (const status of EPP_STATUS_CODES) {
  BY_SPELLING.set(letters(status), status);
  BY_SPELLING.set(letters(EPP_STATUSES[status].rdap), status);
}

/** Reads EPP's, RDAP's and WHOIS's spelling; `undefined` for a word that is no EPP status (RDAP has some of its own). */
export function parseEppStatus(text: string): EppStatus | undefined {
  return BY_SPELLING.get(letters(text));
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}
