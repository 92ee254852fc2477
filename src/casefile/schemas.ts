// The published JSON Schemas of the files that people write: made from the schemas that check them, so they never differ.
import * as z from 'zod';
import { caseSchema } from './schema/case.ts';
import { configSchema } from './schema/config.ts';
import { importsSchema } from './schema/imports.ts';
import { issuedLetterSchema } from './schema/issued-letter.ts';
import { journalSchema } from './schema/journal.ts';
import { networkSchema } from './schema/network.ts';
import { recipientsSchema } from './schema/recipients.ts';
import { scenarioSchema } from './schema/scenario.ts';

/** By name: `takedown schema case` prints one, docs/schema/case.json is its copy for editors. */
export const publishedSchemas = {
  case: () => published(caseSchema),
  recipients: () => published(recipientsSchema),
  journal: () => published(journalSchema),
  imports: () => published(importsSchema),
  letter: () => published(issuedLetterSchema),
  network: () => published(networkSchema),
  rehearsal: () => published(scenarioSchema),
  config: () => published(configSchema),
} as const satisfies Record<string, () => unknown>;

/** Of what people write, before defaults are filled in and texts are read. */
function published(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'throw' });
}
