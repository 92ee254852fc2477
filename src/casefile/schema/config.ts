// The schema of takedown.yaml: how this machine asks. It can run nothing and names no sender and no secret.
import * as z from 'zod';
import { rdapServers, resolvers, whoisServers } from './network.ts';

const limitSchema = z.strictObject({
  'at-once': z.int().min(1).max(256).describe('How many exchanges may be under way at once.'),
  apart: z.int().min(0).max(600_000).default(0).describe('Milliseconds from one start to the next.'),
});

export const configSchema = z
  .strictObject({
    resolvers: resolvers.optional(),
    limits: z
      .record(z.string().min(1), limitSchema)
      .default({})
      .describe('By server, as the observations name it: a host for WHOIS and RDAP, an address for DNS.'),
    rdap: z.strictObject({ servers: rdapServers.default({}) }).prefault({}),
    whois: z.strictObject({ servers: whoisServers.default({}) }).prefault({}),
  })
  .meta({
    title: 'takedown: settings',
    description: 'How this machine asks: resolvers, limits, servers of one’s own choice.',
  });

export type Config = z.output<typeof configSchema>;
