// The recipients that a new case brings along, for `takedown new`: registry operators that the shared list does not have.
// What is not known is left out; letters say what they still need.
import type { Reach } from '../model/case/party.ts';
import { flowText } from './flow.ts';

export interface NewRecipient {
  readonly name: string;
  readonly tlds: readonly string[];
  readonly reach: Reach;
  readonly because?: string;
  readonly email?: string;
  readonly address?: string;
}

export function recipientLines({
  recipients = [],
}: {
  readonly recipients?: readonly NewRecipient[];
}): readonly string[] {
  if (recipients.length === 0) return [];
  return [
    '# Whom letters go to, beside those of cases/recipients.yaml. Nothing here is made up from a lookup: write down where',
    '# it comes from (source) and the day on which somebody looked (verified).',
    'recipients:',
    ...recipients.flatMap((recipient) => [`  ${idOf(recipient)}:`, ...fieldLines(recipient)]),
    '',
  ];
}

/** By the top level first named: it is the case's own key, and short. */
function idOf({ tlds }: NewRecipient): string {
  return `registry-${tlds[0] ?? 'other'}`;
}

function fieldLines({ name, tlds, reach, because, email, address }: NewRecipient): readonly string[] {
  const lines = address?.split(',').map((line) => line.trim());
  const contacts = { address: lines, email };
  const fields = {
    ...{ name, role: 'registry-operator', reach, because, tlds },
    ...(lines === undefined && email === undefined ? {} : { contacts }),
  };
  return Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [`    ${key}: ${flowText(value)}`],
  );
}
