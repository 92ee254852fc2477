// The published schemas are generated; this is where a stale copy is found. To write them anew: `npx vitest run -u`.
import { expect } from 'vitest';

/** Compares docs/schema/NAME.json with what the program has now. */
export async function expectPublished(name: string, schema: unknown): Promise<void> {
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(`../../docs/schema/${name}.json`);
}
