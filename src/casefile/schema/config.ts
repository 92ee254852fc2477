// The schema of takedown.yaml and of a person's own settings: how this machine asks and sends. Neither can run anything, and
// a workspace's names no sender and no secret (config.ts).
import * as z from 'zod';
import { mailSchema } from './mail.ts';
import { controls, rdapServers, resolvers, whoisServers } from './network.ts';
import { notifySchema } from './notify.ts';
import { timeStampSchema } from './time-stamp.ts';

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
      .describe(
        'By server, as the observations name it: a host for WHOIS, RDAP and encrypted resolvers, an address for DNS.',
      ),
    rdap: z.strictObject({ servers: rdapServers.default({}) }).prefault({}),
    whois: z.strictObject({ servers: whoisServers.default({}) }).prefault({}),
    controls: controls.optional(),
    mail: mailSchema.optional(),
    notify: notifySchema.optional(),
    'time-stamp': timeStampSchema.optional(),
  })
  .meta({
    title: 'takedown: settings',
    description: 'How this machine asks and sends: resolvers, limits, servers of one’s own choice, mail.',
  });

export type Config = z.output<typeof configSchema>;
