// A domain as an RDAP server states it (RFC 9083 section 5.3), its refusals (section 6), redaction (RFC 9537) and the
// bootstrap file (RFC 9224 section 3). Entities stand within entities: the abuse contact within the registrar.

import type { WhoisLayout } from '../../model/case/scenario.ts';
import type { Instant } from '../../model/instant.ts';
import type { Registrant } from '../../model/registrar.ts';
import { EPP_STATUSES } from '../../model/seen/epp-status.ts';
import { shownStatuses, type Telling } from '../whois/layouts.ts';
import type { RegistryPlace, WorldRegistrar } from '../world/setting.ts';
import type { Registration } from '../world/world.ts';

const CONFORMANCE = ['rdap_level_0', 'icann_rdap_response_profile_0', 'redacted'];

type Json = Readonly<Record<string, unknown>>;

/** A thin registry has no registrants: it has nobody to show over RDAP either, nor anything to withhold. */
export function domainObject({ state, registration, now }: Telling, layout: WhoisLayout): Json {
  const { handle, statuses, nameServers, ds, registrar } = registration;
  const registrant: Registrant = layout === 'thin' ? { shown: 'absent' } : registration.registrant;
  return {
    rdapConformance: CONFORMANCE,
    objectClassName: 'domain',
    handle,
    ldhName: state.name.toUpperCase(),
    status: shownStatuses(statuses).map((status) => EPP_STATUSES[status].rdap),
    events: events(registration, now),
    entities: [registrarEntity(registrar), ...registrantEntities(registrant, handle)],
    ...(layout === 'thin' ? { links: [registrarLink(registrar, state.name)] } : {}),
    nameservers: nameServers.map((ldhName) => ({ objectClassName: 'nameserver', ldhName })),
    secureDNS: {
      delegationSigned: ds.length > 0,
      ...(ds.length === 0 ? {} : { dsData: ds.map((one) => ({ ...one, digest: one.digest.toUpperCase() })) }),
    },
    ...(registrant.shown === 'redacted' ? { redacted: REDACTED_FIELDS } : {}),
    notices: [{ title: 'Rehearsal', description: ['This registry exists in a rehearsal only.'] }],
  };
}

export function errorObject(errorCode: number, title: string): Json {
  return { rdapConformance: ['rdap_level_0'], errorCode, title, description: [title] };
}

export function helpObject(): Json {
  return { rdapConformance: CONFORMANCE, notices: [{ title: 'Help', description: ['Ask for domain/NAME.'] }] };
}

export function bootstrapFile(registries: readonly RegistryPlace[], publication: Instant): Json {
  const services = registries.flatMap(({ tlds, registration }) =>
    registration?.rdap === undefined ? [] : [[tlds, [baseUrl(registration.rdap)]]],
  );
  return { version: '1.0', publication, description: 'RDAP servers of the rehearsal', services };
}

/** Plain http: a rehearsal has no certificates, and only a network that says so may be asked that way. */
function baseUrl(host: string): string {
  return `http://${host}/rdap/`;
}

function events({ created, updated, expires }: Registration, now: Instant): readonly Json[] {
  return [
    { eventAction: 'registration', eventDate: created },
    { eventAction: 'last changed', eventDate: updated },
    { eventAction: 'expiration', eventDate: expires },
    { eventAction: 'last update of RDAP database', eventDate: now },
  ];
}

/** A thin registry links to the registrar's record (ICANN's response profile). */
function registrarLink({ host }: WorldRegistrar, name: string): Json {
  return { rel: 'related', type: 'application/rdap+json', href: `${baseUrl(`rdap.${host}`)}domain/${name}` };
}

function registrarEntity({ name, ianaId, host }: WorldRegistrar): Json {
  const abuse = [
    ['email', {}, 'text', `abuse@${host}`],
    ['tel', { type: 'voice' }, 'uri', 'tel:+1.5550100'],
  ];
  return {
    objectClassName: 'entity',
    handle: String(ianaId),
    roles: ['registrar'],
    publicIds: [{ type: 'IANA Registrar ID', identifier: String(ianaId) }],
    vcardArray: vcard(name),
    entities: [{ objectClassName: 'entity', roles: ['abuse'], vcardArray: vcard('Abuse desk', abuse) }],
  };
}

function registrantEntities(registrant: Registrant, handle: string): readonly Json[] {
  if (registrant.shown === 'absent') return [];
  const entity = { objectClassName: 'entity', handle: `C${handle}`, roles: ['registrant'] };
  if (registrant.shown === 'redacted') return [{ ...entity, vcardArray: vcard('') }];
  const { organisation } = registrant;
  const org = organisation === undefined ? [] : [['org', {}, 'text', organisation]];
  return [{ ...entity, vcardArray: vcard(registrant.name ?? 'Domain Administrator', org) }];
}

function vcard(name: string, more: readonly unknown[] = []): readonly unknown[] {
  return ['vcard', [['version', {}, 'text', '4.0'], ['fn', {}, 'text', name], ...more]];
}

const REDACTED_FIELDS = [
  {
    name: { type: 'Registrant Name' },
    postPath: "$.entities[?(@.roles[0]=='registrant')].vcardArray[1][?(@[0]=='fn')][3]",
    pathLang: 'jsonpath',
    method: 'emptyValue',
    reason: { description: 'Server policy' },
  },
  {
    name: { type: 'Registrant Organization' },
    prePath: "$.entities[?(@.roles[0]=='registrant')].vcardArray[1][?(@[0]=='org')]",
    pathLang: 'jsonpath',
    method: 'removal',
    reason: { description: 'Server policy' },
  },
];
