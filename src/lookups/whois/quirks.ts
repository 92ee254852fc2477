// What single registries write otherwise than everybody else, as a dated table: one row a habit. Facts about the outside
// world age; whoever finds a row wrong changes the row and its date.

interface Quirk {
  readonly tlds: readonly string[];
  readonly seen: string;
  /** When the row was last compared with replies or with the registry's own description. */
  readonly verified: string;
}

const QUIRKS = {
  /** What stands behind `registrar` is a handle: it names nobody, and another object would have to be asked for. */
  registrarIsHandle: {
    tlds: ['cz', 'sk', 'cr', 'tz', 'mk', 'ua', 'no', 'ao', 'mw', 'al'],
    seen: 'registrar: REG-NAME in replies of the FRED software; NAME-0000 in .sk; ua.name in .ua; REG000-NORID in .no',
    verified: '2026-11',
  },
  /** Contacts come along with statuses of their own behind the same label. */
  contactsHaveStatus: { tlds: ['ua'], seen: 'person: …, status: ok, status: linked', verified: '2026-11' },
  /** The registration service provider is the registrar. Elsewhere it is a reseller, beside the registrar of record. */
  providerIsRegistrar: {
    tlds: ['tw', 'xn--kprw13d', 'xn--kpry57d'],
    seen: 'Registration Service Provider: HINET, and no other line of a registrar',
    verified: '2026-11',
  },
  /** `state` is the status of the registration. Elsewhere it is a part of somebody's address, as in .tk and .cf. */
  stateIsStatus: {
    tlds: ['ru', 'su', 'xn--p1ai', 'jp'],
    seen: 'state: REGISTERED, DELEGATED; [State] Connected (2010/09/30) in .co.jp',
    verified: '2026-11',
  },
  /** 03-04-2019 is the third of April, with hyphens or slashes. */
  dayFirst: {
    tlds: [
      'il',
      'hk',
      'pt',
      'lu',
      'sm',
      'im',
      'ug',
      'bg',
      'fr',
      're',
      'pm',
      'tf',
      'wf',
      'yt',
      'gt',
      'tn',
      'ie',
      'rs',
      'fo',
    ],
    seen: 'dates with a day beyond 12 in the first place',
    verified: '2026-11',
  },
  /** 10/14/2014 is the fourteenth of October. */
  monthFirst: {
    tlds: ['tk', 'ml', 'ga', 'cf', 'gq'],
    seen: 'dates with a day beyond 12 in the second place, at the one operator of the five',
    verified: '2026-11',
  },
  /** The whole record is the name and its status. */
  statusOnly: {
    tlds: ['gov', 'de'],
    seen: 'Domain Name and Status: ACTIVE; in .de Domain and Status: connect; another answer for a name that is not registered',
    verified: '2026-11',
  },
  /** Every registration shows a status, and what the registry keeps back shows no other sign than that it is reserved. */
  statusAlways: {
    tlds: ['dk', 'uz', 'uk'],
    seen: 'Registered, Expires and then Status: Reserved in .dk; in .uk below the dates, but for .ac.uk and .gov.uk',
    verified: '2026-11',
  },
  /** The whole record is the name and one date: two signs of their own, and no more can be had. */
  shortRecord: {
    tlds: ['hu', 'hr'],
    seen: '.hu: domain, record created; .hr before 2016: domain, expires',
    verified: '2026-11',
  },
} as const satisfies Readonly<Record<string, Quirk>>;

export function has(quirk: keyof typeof QUIRKS, tld: string): boolean {
  return QUIRKS[quirk].tlds.some((label) => label === tld);
}
