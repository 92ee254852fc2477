// RDAP documents for tests, written for them after RFC 9083 and ICANN's response profile; reserved names only.

function card(...properties: readonly (readonly [string, unknown])[]) {
  return ['vcard', [['version', {}, 'text', '4.0'], ...properties.map(([name, value]) => [name, {}, 'text', value])]];
}

export const REGISTRAR = {
  objectClassName: 'entity',
  handle: '9999',
  roles: ['registrar'],
  publicIds: [{ type: 'IANA Registrar ID', identifier: '9999' }],
  vcardArray: card(['fn', 'Custodian Registrar, Inc.'], ['email', 'office@registrar.example']),
  entities: [
    {
      objectClassName: 'entity',
      roles: ['abuse'],
      vcardArray: card(['fn', ''], ['tel', 'tel:+1.5550100'], ['email', 'abuse@registrar.example']),
    },
  ],
};

export const REGISTRANT = {
  objectClassName: 'entity',
  roles: ['registrant'],
  vcardArray: card(['fn', ''], ['org', 'Petitioner Corporation']),
};

export const DOMAIN = {
  rdapConformance: ['rdap_level_0'],
  objectClassName: 'domain',
  handle: 'D4711-EXAMPLE',
  ldhName: 'SEIZED.EXAMPLE',
  status: ['server transfer prohibited', 'server update prohibited', 'client hold', 'locked'],
  events: [
    { eventAction: 'registration', eventDate: '2017-05-02T11:22:33Z' },
    { eventAction: 'expiration', eventDate: '2027-05-02T11:22:33.0Z' },
    { eventAction: 'last changed', eventDate: '2019-03-18T10:15:00+01:00' },
    { eventAction: 'last update of RDAP database', eventDate: '2019-03-18T14:00:00Z' },
  ],
  secureDNS: { delegationSigned: false },
  nameservers: [
    { objectClassName: 'nameserver', ldhName: 'NS2.SINKHOLE.EXAMPLE' },
    { objectClassName: 'nameserver', ldhName: 'ns1.sinkhole.example.' },
  ],
  entities: [REGISTRAR, REGISTRANT],
  links: [{ rel: 'related', href: 'http://169.254.169.254/latest/meta-data/' }],
};

export const NOT_FOUND = {
  rdapConformance: ['rdap_level_0'],
  errorCode: 404,
  title: 'Not Found',
  description: ['No such domain.'],
};

export { card };
