// What a difference between two orders is shown with; see progress/order-difference.ts for the difference itself.
import type { Case } from '../../model/case/case.ts';
import type { Order } from '../../model/case/order.ts';
import type { Role } from '../../model/case/party.ts';
import type { Concerned } from '../../progress/concerned.ts';
import type { Difference } from '../../progress/order-difference.ts';

export interface OrderDiff {
  /** The case that both orders are of; of an order that is to be added, the case with it. */
  readonly theCase: Case;
  /** Absent: the case as it stands without the order. */
  readonly from?: Order;
  readonly to: Order;
  readonly difference: Difference;
}

export const ROLES_IN_WORDS: Readonly<Record<Role, string>> = {
  'registry-operator': 'registry operator',
  registrar: 'registrar',
  provider: 'provider',
};

/** Text from outside, where the recipient is listed: to be made harmless where it is shown. */
export function concernedName({ role, recipient, missing }: Concerned): string {
  if (recipient !== undefined) return recipient.name;
  const part = ROLES_IN_WORDS[role];
  if (missing?.tld !== undefined) return `the ${part} of .${missing.tld}`;
  if (missing?.ianaId !== undefined) return `the ${part} with IANA ID ${missing.ianaId}`;
  return missing?.domain === undefined
    ? `the ${part} of record, which was not seen`
    : `the ${part} of ${missing.domain}`;
}
