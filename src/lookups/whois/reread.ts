// A recorded WHOIS reply read again.
import type { Exchange } from '../../model/seen/exchange.ts';
import type { ObservationOf } from '../../model/seen/observation.ts';
import { cannot, type Reread } from '../reread-types.ts';
import { whoisOutcome } from './converse.ts';

export async function rereadWhois(
  { name, server }: ObservationOf<'whois-registry'> | ObservationOf<'whois-registrar'>,
  exchanges: readonly Exchange[],
): Promise<Reread> {
  const exchange = exchanges.findLast(({ protocol }) => protocol === 'whois');
  if (exchange === undefined) return cannot('the record holds no WHOIS exchange');
  return { ok: true, outcome: await whoisOutcome(exchange, { name, host: server }), missing: [] };
}
