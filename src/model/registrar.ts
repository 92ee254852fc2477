// A registrar is its IANA ID; names of registrars are spelled in many ways and change hands.

/** The registrar that the order names. */
export interface Registrar {
  readonly name: string;
  readonly ianaId: number;
  /** The account there that takes the names, for the letters. */
  readonly account?: string;
  /** Who there takes authorisation codes and questions: a mail address. */
  readonly email?: string;
}

/** The registrar of record as a registry stated it. At least one of the two is there. */
export interface RegistrarOfRecord {
  readonly name?: string;
  readonly ianaId?: number;
}

/** Who holds the registration, as far as it is shown. `redacted` means withheld by policy, which is not absence. */
export type Registrant =
  | { readonly shown: 'stated'; readonly organisation?: string; readonly name?: string }
  | { readonly shown: 'redacted' }
  | { readonly shown: 'absent' };

export function registrarText(registrar: RegistrarOfRecord): string {
  const id = registrar.ianaId === undefined ? undefined : `IANA ID ${registrar.ianaId}`;
  if (registrar.name === undefined) return id ?? 'a registrar without a name';
  return id === undefined ? registrar.name : `${registrar.name} (${id})`;
}
