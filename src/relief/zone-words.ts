// The words for what is wrong with a zone at its servers or with how the parent leads to them: one row each, in order of
// urgency. They come as notes, or as verdicts of `ds-absent-or-valid`, `mail-stopped` and `glue-withdrawn`.

interface ZoneWord<U> {
  readonly means: string;
  readonly ask: string;
  readonly urgency: U;
}

function row<const U extends 'alarm' | 'act' | 'watch' | 'quiet'>(urgency: U, means: string, ask: string): ZoneWord<U> {
  return { means, ask, urgency };
}

export const ZONE_WORDS = {
  'ds-key-unsigned': row(
    'alarm',
    'the DS at the parent leads to a key that does not sign the zone’s keys: validating resolvers answer SERVFAIL',
    'Ask the registry operator to remove the DS records named in the finding, or who signs the zone to sign it with that key.',
  ),
  'signatures-out-of-time': row(
    'alarm',
    'the signature over the zone’s keys has expired, or is not valid yet: validating resolvers answer SERVFAIL',
    'Ask who signs the zone to sign it anew, or the registry operator to remove the DS.',
  ),
  'mail-left-over': row(
    'act',
    'mail of the name still leads past the sinkhole',
    'Ask the sinkhole’s operator for a null MX (RFC 7505), or an MX of its own.',
  ),
  'ds-sha1-ignored': row(
    'act',
    'the only DS that leads to a key is an SHA-1 digest beside a better one, and many validating resolvers ignore it then',
    'Ask the registry operator to remove the DS records that match no key.',
  ),
  'https-left-over': row(
    'act',
    'an HTTPS record leads to addresses or hosts outside the sinkhole, and browsers may go there',
    'Ask the sinkhole’s operator to remove the record.',
  ),
  'child-disagrees': row(
    'act',
    'the zone’s own name servers are not those to which the parent delegates it',
    'Ask the sinkhole’s operator to correct the zone: resolvers that follow it leave the ordered servers.',
  ),
  'glue-left-over': row(
    'act',
    'the parent gives an address for a name server that is not the sinkhole’s',
    'Ask the registry operator to correct or delete the host object.',
  ),
  'glue-differs': row(
    'act',
    'the parent’s glue and the name server’s own zone give different addresses',
    'Ask the registry operator to correct the glue, or the sinkhole’s operator to correct its zone.',
  ),
  'no-soa': row('act', 'a delegated server has no SOA for the zone', 'Ask the sinkhole’s operator to add the zone.'),
  'ns-alias': row(
    'act',
    'a name server is an alias, which no name server may be; many resolvers do not follow it',
    'Ask the sinkhole’s operator to give it addresses of its own.',
  ),
  'name-alias': row(
    'act',
    'the name itself is an alias (CNAME or DNAME): whoever holds the target decides',
    'Ask the sinkhole’s operator for address records in its place.',
  ),
  'below-in-zone': row(
    'watch',
    'the parent zone does not delegate the name and still has something at or below it',
    'Ask the registry operator which records and host objects are left at or under the name.',
  ),
  'cds-left': row(
    'watch',
    'the zone asks its parent for a DS (CDS or CDNSKEY), and a registry that follows would put it back',
    'Ask the sinkhole’s operator to remove the records.',
  ),
  'no-tcp': row(
    'watch',
    'a delegated server does not answer over TCP, so that large answers are lost',
    'Ask the sinkhole’s operator to open port 53 over TCP.',
  ),
  'servers-differ': row(
    'watch',
    'delegated servers give different versions of the zone',
    'Check again in an hour; if it stays, ask the sinkhole’s operator.',
  ),
  'wildcard-uneven': row(
    'watch',
    'two random labels under the name are answered differently',
    'Ask the sinkhole’s operator whether the wildcard covers every host.',
  ),
  'other-sinkhole': row(
    'watch',
    'the name is delegated to a publicly known sinkhole of somebody else',
    'Ask its operator before anything else: the name may have been seized already.',
  ),
  'spf-left-over': row(
    'quiet',
    'the zone still says who may send mail for the name (SPF)',
    'Ask the sinkhole’s operator for the policy "v=spf1 -all".',
  ),
  'keys-unverified': row(
    'quiet',
    'the DS at the parent leads to a key, and whether that key signs the zone’s keys could not be told',
    'Check again: what was looked up before this program looked at it, or signed in a way that it does not know, says nothing of it.',
  ),
  'soa-left-over': row(
    'quiet',
    'the SOA names a server that is not the sinkhole’s',
    'Ask the sinkhole’s operator to correct the zone.',
  ),
} as const;
