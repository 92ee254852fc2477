// Where the mail of a name goes by its MX records (RFC 5321 section 5.1): to nobody, to the sinkhole, or past it.
import { isAtOrUnder, isOwnHost } from '../model/case/sinkhole.ts';

/** RFC 7505: the one exchange `.` says that the name takes no mail. */
const NULL_MX = '.';

/** Exchanges that are neither the null MX nor hosts of the name or of the sinkhole's own domain. */
export function strayExchanges(
  exchanges: readonly string[],
  name: string,
  domains: readonly string[],
): readonly string[] {
  return exchanges.filter((exchange) => exchange !== NULL_MX && !isOwnHost(exchange, name, domains));
}

/** Exchanges that are the name or stand under it, and are not the sinkhole's: where they lead is said by the name's own servers. */
export function exchangesWithin(
  exchanges: readonly string[],
  name: string,
  domains: readonly string[],
): readonly string[] {
  return exchanges.filter(
    (exchange) => isAtOrUnder(exchange, name) && !domains.some((domain) => isAtOrUnder(exchange, domain)),
  );
}
