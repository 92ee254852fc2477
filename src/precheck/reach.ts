// Who can act on a name, as a legal entity, and whether the order binds him: whoever is listed in recipients.yaml for the parts
// that the paragraphs direct.

import type { Recipient, Role } from '../model/case/party.ts';
import type { Dossier } from '../model/judged/dossier.ts';
import type { PrecheckFinding, PrecheckParty } from '../model/judged/precheck.ts';
import type { Clause } from '../model/judged/requirement.ts';
import { topLabel } from '../model/name.ts';
import { registrarText } from '../model/registrar.ts';
import type { Cast, RecipientFinder } from '../progress/directed-recipients.ts';
import { found } from './found.ts';

interface ReachQuestion {
  readonly dossier: Dossier;
  readonly clauses: readonly Clause[];
  readonly finder: RecipientFinder;
}

interface Reached {
  readonly registryOperator?: PrecheckParty;
  readonly sponsor?: PrecheckParty;
  readonly findings: readonly PrecheckFinding[];
}

export function reachOf({ dossier, clauses, finder }: ReachQuestion): Reached {
  const { name, registrar, under } = dossier;
  const cast = finder.cast(name, registrar.known ? registrar.value.ianaId : undefined);
  const directed = new Set(clauses.flatMap(({ directedTo }) => directedTo));
  const missing = missingOf(dossier, cast, directed);
  const able = [...directed].flatMap((role) => recipientIn(cast[role]) ?? []);
  const asked = able.filter(({ reach }) => reach === 'requested');
  const bound = able.length > asked.length;
  const unbound = bound || asked.length === 0 ? [] : [found('nobody-bound', asked.map(whoText).join('; '))];
  const outside = bound ? asked.map((one) => found('outside-reach', whoText(one))) : [];
  const operator = under === undefined ? partyOf(cast['registry-operator'], `.${topLabel(name)}`) : undefined;
  const sponsor = under === undefined ? sponsorOf(dossier, cast) : partyOf(cast.provider, `the provider of ${under}`);
  return {
    ...(operator && { registryOperator: operator }),
    ...(sponsor && { sponsor }),
    findings: [...missing, ...unbound, ...outside],
  };
}

function missingOf(dossier: Dossier, cast: Cast, directed: ReadonlySet<Role>): readonly PrecheckFinding[] {
  const { name, under, registered, registrar } = dossier;
  if (under !== undefined) {
    return recipientIn(cast.provider) === undefined
      ? [found('nobody-listed', `no provider is listed for hosts under ${under}`)]
      : [];
  }
  const made: PrecheckFinding[] = [];
  if (directed.has('registry-operator') && cast['registry-operator'] === undefined) {
    made.push(found('nobody-listed', `no registry operator is listed for .${topLabel(name)}`));
  }
  // A name that is not registered has no registrar; of one that was not seen that is said already.
  if (!directed.has('registrar') || !registered.known || registered.value !== 'registered') return made;
  if (!registrar.known) made.push(found('registrar-not-known', registrar.reason, registrar.citations));
  else if (cast.registrar === undefined) {
    const text = `no recipient is listed for ${registrarText(registrar.value)}`;
    made.push(found('registrar-not-listed', text, registrar.citations));
  }
  return made;
}

function sponsorOf({ registrar }: Dossier, cast: Cast): PrecheckParty | undefined {
  if (!registrar.known) return undefined;
  return partyOf(cast.registrar, registrarText(registrar.value));
}

/** `nobody`: the ordered registrar has the name already, and is instructed rather than served. */
function partyOf(part: Cast[Role], otherwise: string): PrecheckParty | undefined {
  if (part === 'nobody') return undefined;
  if (part === undefined) return { title: otherwise, reach: 'unlisted' };
  const { name, reach, jurisdiction } = part;
  return { title: name, reach, ...(jurisdiction === undefined ? {} : { jurisdiction }) };
}

function recipientIn(part: Cast[Role]): Recipient | undefined {
  return part === 'nobody' ? undefined : part;
}

function whoText({ name, jurisdiction, because }: Recipient): string {
  const where = jurisdiction === undefined ? '' : ` (${jurisdiction})`;
  return `${name}${where} is requested, not ordered${because === undefined ? '' : `: ${because}`}`;
}
