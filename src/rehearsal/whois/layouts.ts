// What a registry's WHOIS server says, in that registry's layout: a record, "no match", and its refusals. The layouts
// follow the samples described in field/registration.md (last verified 2026-11); the words of the footers are our own.

import type { WhoisLayout } from '../../model/case/scenario.ts';
import type { Instant } from '../../model/instant.ts';
import { EPP_STATUSES, type EppStatus } from '../../model/seen/epp-status.ts';
import type { NameState, Registration } from '../world/world.ts';

export interface Telling {
  readonly state: NameState;
  readonly registration: Registration;
  readonly now: Instant;
}

interface Layout {
  readonly record: (telling: Telling) => readonly string[];
  readonly noMatch: (name: string) => readonly string[];
}

export const RESERVED = ['Reserved Domain Name', 'This name is reserved by the registry.'];
export const LIMIT_EXCEEDED = ['WHOIS LIMIT EXCEEDED', 'Your query quota exceeded. Please try again later.'];
export const DENIED = ['Access denied.'];
export const FAILING = ['Internal error: the registry database is not available.'];

const ICANN_STATUS = 'https://icann.org/epp#';
const REDACTED = 'REDACTED FOR PRIVACY';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const LAYOUTS: Readonly<Record<WhoisLayout, Layout>> = {
  icann: {
    record: (telling) => [
      ...icannLines(telling),
      ...holderLines(telling, ': '),
      ...serverLines(telling, 'Name Server: '),
      ...dnssecLines(telling, ': '),
      ...footer(telling),
    ],
    noMatch: () => ['Domain not found.'],
  },
  thin: {
    record: (telling) => [
      ...[...icannLines(telling), ...serverLines(telling, 'Name Server: '), ...dnssecLines(telling, ': ')].map(
        (line) => `   ${line}`,
      ),
      ...footer(telling),
    ],
    noMatch: (name) => [`No match for "${name.toUpperCase()}".`],
  },
  'key-value': {
    record: (telling) => [
      'Access to this information is given to help to find out who holds a name.',
      '',
      ...keyValueLines(telling),
      ...holderLines(telling, ':'),
      ...serverLines(telling, 'Name Server:'),
      `DNSSEC:${telling.registration.ds.length > 0 ? 'Signed' : 'Unsigned'}`,
    ],
    noMatch: () => ['NOT FOUND'],
  },
};

/** What the layout of ICANN's 2013 Registrar Accreditation Agreement asks for (Specification 2 of the registry agreement). */
function icannLines({ state, registration }: Telling): readonly string[] {
  const { registrar, handle, created, updated, expires, statuses } = registration;
  return [
    `Domain Name: ${state.name.toUpperCase()}`,
    `Registry Domain ID: ${handle}`,
    `Registrar WHOIS Server: whois.${registrar.host}`,
    `Registrar URL: http://www.${registrar.host}`,
    `Updated Date: ${updated}`,
    `Creation Date: ${created}`,
    `Registry Expiry Date: ${expires}`,
    `Registrar: ${registrar.name}`,
    `Registrar IANA ID: ${registrar.ianaId}`,
    `Registrar Abuse Contact Email: abuse@${registrar.host}`,
    'Registrar Abuse Contact Phone: +1.5550100',
    ...shownStatuses(statuses).map((status) => `Domain Status: ${status} ${ICANN_STATUS}${status}`),
  ];
}

function keyValueLines({ state, registration }: Telling): readonly string[] {
  const { registrar, handle, created, updated, expires, statuses } = registration;
  return [
    `Domain ID:${handle}`,
    `Domain Name:${state.name.toUpperCase()}`,
    `Created On:${writtenDate(created)}`,
    `Last Updated On:${writtenDate(updated)}`,
    `Expiration Date:${writtenDate(expires)}`,
    `Sponsoring Registrar:${registrar.name} (R${registrar.ianaId}-LRMS)`,
    `Sponsoring Registrar IANA ID:${registrar.ianaId}`,
    ...shownStatuses(statuses).map((status) => `Status:${EPP_STATUSES[status].rdap.toUpperCase()}`),
  ];
}

function holderLines({ registration }: Telling, colon: string): readonly string[] {
  const { registrant } = registration;
  if (registrant.shown === 'absent') return [];
  const redacted = registrant.shown === 'redacted';
  const organisation = redacted ? REDACTED : (registrant.organisation ?? '');
  const name = redacted ? REDACTED : (registrant.name ?? 'Domain Administrator');
  return [`Registrant Name${colon}${name}`, `Registrant Organization${colon}${organisation}`];
}

function serverLines({ registration }: Telling, label: string): readonly string[] {
  return registration.nameServers.map((host) => `${label}${host.toUpperCase()}`);
}

function dnssecLines({ registration }: Telling, colon: string): readonly string[] {
  return [`DNSSEC${colon}${registration.ds.length > 0 ? 'signedDelegation' : 'unsigned'}`];
}

function footer({ now }: Telling): readonly string[] {
  return [`>>> Last update of whois database: ${now} <<<`];
}

/** A registration without any status is `ok` (RFC 5731 section 2.3). */
export function shownStatuses(statuses: readonly EppStatus[]): readonly EppStatus[] {
  return statuses.length > 0 ? statuses : ['ok'];
}

/** `15-Jan-2018 10:11:12 UTC` */
function writtenDate(instant: Instant): string {
  const [, year = '', month = '', day = '', time = ''] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)/.exec(instant) ?? [];
  return `${day}-${MONTHS[Number(month) - 1] ?? month}-${year} ${time} UTC`;
}
