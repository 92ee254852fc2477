// The kinds of relief. A new kind is one file here, one import and one line in the list, and one test beside the others.
import type { ZodLiteral, ZodObject, ZodType } from 'zod';
import { attested } from './attested.ts';
import type { Relief, Zod } from './define.ts';
import { delegatedTo } from './delegated-to.ts';
import { dsAbsentOrValid } from './ds-absent-or-valid.ts';
import { eppStatusExcludes } from './epp-status-excludes.ts';
import { eppStatusIncludes } from './epp-status-includes.ts';
import { glueWithdrawn } from './glue-withdrawn.ts';
import { held } from './held.ts';
import { mailStopped } from './mail-stopped.ts';
import { notRegistrable } from './not-registrable.ts';
import { registrantIs } from './registrant-is.ts';
import { registrarOfRecord } from './registrar-of-record.ts';
import { resolvesTo } from './resolves-to.ts';
import { staysRegistered } from './stays-registered.ts';

/** Any kind of relief. Terms and expectations are known only to the kind itself, which made them. */
export type AnyRelief = Relief<unknown, unknown>;

export const reliefs: readonly AnyRelief[] = [
  registrarOfRecord,
  registrantIs,
  eppStatusIncludes,
  eppStatusExcludes,
  delegatedTo,
  resolvesTo,
  dsAbsentOrValid,
  glueWithdrawn,
  mailStopped,
  held,
  staysRegistered,
  notRegistrable,
  attested,
];

const BY_KIND: ReadonlyMap<string, AnyRelief> = new Map(reliefs.map((relief) => [relief.kind, relief]));

export function reliefOf(kind: string): AnyRelief | undefined {
  return BY_KIND.get(kind);
}

/** What every kind's terms have: the rest is the kind's own. */
interface ReliefTerms {
  readonly kind: string;
}

/** The terms of all kinds, told apart by `kind`: the piece of the case-file schema that relief owns. */
export function reliefTerms(z: Zod): ZodType<ReliefTerms> {
  const kinds = reliefs.map((relief) => relief.terms(z));
  return z.discriminatedUnion('kind', kinds as unknown as [ZodObject<{ kind: ZodLiteral<string> }>]);
}
