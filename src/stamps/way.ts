// The way from a signer's certificate to one that a person trusts (RFC 5280 section 6), as it stood at the instant of the stamp.
// Names, key identifiers and signatures are compared by OpenSSL, under Node's X509Certificate; certificates of a stamp may lead in
// circles, so that the steps are counted. Whether one was revoked is not looked at: nobody is asked.
import { BasicConstraints, ExtKeyUsage } from 'pkijs';
import type { Instant } from '../model/instant.ts';
import { millisecondsOf } from '../model/instant.ts';
import { BROKEN_SIGNINGS } from './algorithms.ts';
import type { CertificateRead } from './read.ts';
import { TIME_STAMPING } from './signature.ts';

type Way = { readonly ok: true; readonly root: CertificateRead } | { readonly ok: false; readonly why: string };

/** Signatures that are verified at most, and certificates in a row: an honest way has three or four. */
const MOST_STEPS = 64;
const LONGEST = 8;

interface Search {
  readonly anchors: readonly CertificateRead[];
  readonly between: readonly CertificateRead[];
  readonly at: number;
  steps: number;
  /** Of what nearly led there. */
  objection: string | undefined;
}

export function wayTo(
  anchors: readonly CertificateRead[],
  signer: CertificateRead,
  { between, at }: { readonly between: readonly CertificateRead[]; readonly at: Instant },
): Way {
  const search: Search = { anchors, between, at: millisecondsOf(at), steps: 0, objection: undefined };
  const root = anchors.find((anchor) => isSame(anchor, signer)) ?? rootAbove([signer], search);
  if (root !== undefined) return { ok: true, root };
  return { ok: false, why: search.objection ?? 'comes from nobody whom the trusted certificates vouch for' };
}

/** `row`: from the signer upwards; the last one is whose issuer is looked for. */
function rootAbove(row: readonly CertificateRead[], search: Search): CertificateRead | undefined {
  const last = row.at(-1);
  if (last === undefined || row.length > LONGEST) return undefined;
  const trusted = search.anchors.find((one) => issued(one, row, search));
  if (trusted !== undefined) return trusted;
  for (const one of search.between) {
    if (row.some((below) => isSame(below, one)) || !issued(one, row, search)) continue;
    const root = rootAbove([...row, one], search);
    if (root !== undefined) return root;
  }
  return undefined;
}

function issued(issuer: CertificateRead, row: readonly CertificateRead[], search: Search): boolean {
  const child = row.at(-1);
  if (child === undefined || search.steps >= MOST_STEPS || !child.x509.checkIssued(issuer.x509)) return false;
  search.steps += 1;
  if (!isSignedBy(child, issuer)) return false;
  const objection = objectionTo(issuer, row, search);
  search.objection ??= objection;
  return objection === undefined;
}

function isSignedBy(child: CertificateRead, issuer: CertificateRead): boolean {
  if (BROKEN_SIGNINGS.has(child.parsed.signatureAlgorithm.algorithmId)) return false;
  try {
    return child.x509.verify(issuer.x509.publicKey);
  } catch {
    return false;
  }
}

/** Constraints that are understood here; what else may not be passed over (names, policies) is refused and not guessed. */
const UNDERSTOOD: ReadonlySet<string> = new Set(['2.5.29.15', '2.5.29.19', '2.5.29.37', '2.5.29.32']);
const ANY_PURPOSE = '2.5.29.37.0';

function objectionTo(issuer: CertificateRead, row: readonly CertificateRead[], { at }: Search): string | undefined {
  const extensions = issuer.parsed.extensions ?? [];
  const constraints = extensions.map(({ parsedValue }) => parsedValue).find((one) => one instanceof BasicConstraints);
  if (!issuer.x509.ca || constraints?.cA !== true) return 'leads through a certificate that may not vouch for others';
  if (!isValid(issuer, at)) return 'leads through a certificate that was not valid at its instant';
  if (extensions.some(({ extnID, critical }) => critical && !UNDERSTOOD.has(extnID)))
    return 'leads through a certificate with a limit that is not understood here';
  // The signer is not counted, and neither is who vouches for himself.
  const below = row.slice(1).filter(({ parsed }) => !parsed.issuer.isEqual(parsed.subject)).length;
  const limit = constraints.pathLenConstraint;
  if (typeof limit === 'number' && below > limit) return 'leads through more certificates than one of them allows';
  if (limit !== undefined && typeof limit !== 'number')
    return 'leads through a certificate with a limit that is not understood here';
  const purposes = extensions.map(({ parsedValue }) => parsedValue).find((one) => one instanceof ExtKeyUsage);
  const allowed = purposes?.keyPurposes.some((one) => one === TIME_STAMPING || one === ANY_PURPOSE) ?? true;
  return allowed ? undefined : 'leads through a certificate that is not for time stamps';
}

/** `at`: milliseconds since 1970. */
export function isValid({ parsed: { notBefore, notAfter } }: CertificateRead, at: number): boolean {
  return notBefore.value.getTime() <= at && at <= notAfter.value.getTime();
}

function isSame(a: CertificateRead, b: CertificateRead): boolean {
  return a.x509.raw.equals(b.x509.raw);
}
