// The schema of a network file: where to find the internet. Given on the command line only; see docs of the rehearsal.
import * as z from 'zod';
import { parseAddress } from '../../model/address.ts';
import type { Endpoint } from '../../model/asking/network.ts';
import { parseResolverPlace } from '../../model/asking/resolver-place.ts';
import type { DsRecord } from '../../model/seen/delegation.ts';
import type { Code } from '../codes.ts';
import { address, instant, parsed, text } from './words.ts';

function parseEndpoint(written: string): Endpoint | undefined {
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(written) ?? [];
  const found = parseAddress(bracketed ?? plain ?? '');
  const port = Number(digits);
  return found === undefined || port < 1 || port > 65_535 ? undefined : { address: found, port };
}

const endpoint = parsed(parseEndpoint, {
  code: 'wrong-value',
  not: 'not an address with a port',
  hint: 'Write it in quotes, as "127.0.0.1:5301" or "[::1]:5301".',
}).meta({ description: 'An address and a port, such as "127.0.0.1:5301".' });

const HOST = /^[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9])?$/;
export const host = parsed((written) => (HOST.test(written.toLowerCase()) ? written.toLowerCase() : undefined), {
  code: 'wrong-value',
  not: 'not a host name',
});

const DS = /^(\d{1,5}) (\d{1,3}) (\d{1,3}) ((?:[0-9a-f]{2})+)$/;

/** A DS record as a zone file has it, after its type. */
function parseDs(written: string): DsRecord | undefined {
  const [, keyTag, algorithm, digestType, digest = ''] = DS.exec(written.toLowerCase()) ?? [];
  const ds = { keyTag: Number(keyTag), algorithm: Number(algorithm), digestType: Number(digestType), digest };
  return ds.keyTag <= 65_535 && ds.algorithm <= 255 && ds.digestType <= 255 ? ds : undefined;
}

const anchor = parsed(parseDs, {
  code: 'wrong-value',
  not: 'not a DS record',
  hint: 'Write key tag, algorithm, digest type and digest, as "20326 8 2 E06D…".',
});

const url = parsed((written) => (/^https?:\/\/[^\s/]+/.test(written) && URL.canParse(written) ? written : undefined), {
  code: 'wrong-value',
  not: 'not an http or https address',
});

/** Keys are checked by hand where the network is built, so that a problem stands at its line. */
const routes = z.record(z.string(), endpoint);

export const rdapServers = z
  .record(tldKey(), url)
  .describe('Base URLs by top-level domain, in place of the bootstrap’s.');
export const whoisServers = z.record(tldKey(), host).describe('Hosts by top-level domain.');
const resolver = z
  .string()
  .transform((written, context) => {
    const reading = parseResolverPlace(written);
    if (reading.ok) return reading.place;
    const params = { code: 'wrong-value' satisfies Code, hint: reading.hint };
    context.addIssue({ code: 'custom', message: `"${written}" ${reading.why}.`, params });
    return z.NEVER;
  })
  .meta({
    description: 'An address, or an encrypted one: tls://dns.example[@address][:853], https://dns.example/dns-query.',
  });

export const resolvers = z.array(resolver).describe('Recursive resolvers to ask.');

export const controls = z
  .strictObject({
    silent: z
      .array(address)
      .default([])
      .describe(
        'Addresses at which no name server is; an answer in the name of one shows that the way is intercepted.',
      ),
    known: z
      .record(nameKey(), z.array(host).min(1))
      .default({})
      .describe('Name servers of delegations that are known, by name.'),
  })
  .describe('What control questions lean on, beside what is known of the root.');

function nameKey() {
  return z.string().regex(HOST, { error: 'a name is written in lower case, without a dot at its end' });
}

function tldKey() {
  return z.string().regex(/^[a-z0-9-]{2,63}$/, { error: 'a top-level domain is written without a dot' });
}

export const networkSchema = z
  .strictObject({
    simulated: z.boolean().describe('True: this is not the internet, and every run that uses it says so.'),
    closed: z.boolean().default(false).describe('True: only servers with a route may be dialled.'),
    clock: instant.optional().describe('Where the program’s clock starts.'),
    dns: z
      .strictObject({
        roots: z.array(address).default([]).describe('Root name servers; absent: those of the real root.'),
        resolvers: resolvers.default([]),
        'trust-anchors': z
          .array(anchor)
          .optional()
          .describe('DS of the root’s keys; absent: those of the real root, or none where other roots are named.'),
        routes: routes.default({}).describe('By address as it stands in the DNS, or by host of an encrypted resolver.'),
      })
      .prefault({}),
    rdap: z
      .strictObject({
        bootstrap: url.optional().describe('The bootstrap file (RFC 9224); absent: IANA’s.'),
        servers: rdapServers.default({}),
        routes: routes.default({}).describe('By host name of the URL.'),
      })
      .prefault({}),
    whois: z
      .strictObject({ servers: whoisServers.default({}), routes: routes.default({}).describe('By host name.') })
      .prefault({}),
    controls: controls.optional(),
    webhook: z
      .strictObject({ routes: routes.default({}).describe('By host name of the URL.') })
      .optional()
      .describe('Where the webhook of --notify is reached.'),
    'time-stamp': z
      .strictObject({ routes: routes.default({}).describe('By host name of the URL.') })
      .optional()
      .describe('Where a time-stamping authority is reached.'),
    smtp: z.strictObject({ host: text, port: z.int().min(1).max(65_535) }).optional(),
  })
  .meta({ title: 'takedown: network file', description: 'Where to find the internet, or what stands in its place.' });

export type NetworkFile = z.output<typeof networkSchema>;
