// What registries write instead of a record, as tables. They are compared with the beginning of a line, never searched
// for in a whole reply: small print and registrants' names hold every one of these phrases.

export interface Wording {
  /** Lower case; a line that begins with it means it. `NAME` stands for the name that was asked about. */
  readonly begins: string;
  readonly seen: string;
}

/** Not registered. Last verified 2026-11, against the wordings collected in design/field/registration.md and by hand. */
export const NOT_FOUND: readonly Wording[] = [
  { begins: 'no match for', seen: 'Verisign .com .net .name; Nominet .uk' },
  { begins: 'no match!!', seen: 'JPRS .jp' },
  { begins: 'no match', seen: 'Norid .no' },
  { begins: 'not found', seen: 'PIR .org and Afilias .info before 2020' },
  { begins: 'domain not found', seen: 'Identity Digital .info .network; PIR .org' },
  { begins: 'domain name not found', seen: 'ICANN layout, several' },
  { begins: 'no data found', seen: 'GoDaddy Registry .biz .us .club .co' },
  { begins: 'domain NAME is available', seen: '.ac .io .sh .tm before 2018: … for purchase' },
  { begins: 'the domain NAME is available', seen: 'several' },
  { begins: 'domain NAME not found', seen: 'several' },
  { begins: 'the domain NAME was not found', seen: 'Isle of Man .im, .fj' },
  { begins: 'the domain NAME is not registered', seen: 'several' },
  { begins: 'domain NAME not registred', seen: '.ai before 2018' },
  { begins: 'domain NAME is not registered', seen: 'several' },
  { begins: 'domain name NAME does not exist in database', seen: 'Register.BG .bg' },
  { begins: 'domain name [NAME] does not exist in database', seen: 'MYNIC .my' },
  { begins: 'sorry, but domain: NAME, not found in database', seen: 'UZINFOCOM .uz' },
  { begins: 'NAME: no existe', seen: 'NIC Chile .cl before 2017' },
  { begins: 'NAME: no entries found', seen: 'NIC Chile .cl' },
  { begins: 'NAME no match', seen: '.pt' },
  { begins: 'NAME - no match', seen: '.pt' },
  { begins: 'NAME is not registered', seen: 'several' },
  { begins: 'NAME not registered', seen: 'several' },
  { begins: 'domain name not registered', seen: 'several' },
  { begins: 'domain not registered', seen: 'several' },
  { begins: 'domain is not registered', seen: 'several' },
  { begins: 'not registered - NAME', seen: 'IEDR .ie' },
  { begins: 'not registered: NAME', seen: 'several' },
  { begins: 'domain status: not registered', seen: 'several' },
  { begins: 'status: not registered', seen: 'CoCCA registries; KENIC .ke' },
  { begins: 'registration status: available', seen: 'several' },
  { begins: 'query_status: 220 available', seen: '.nz' },
  { begins: 'query status: 220 available', seen: '.nz' },
  { begins: 'domain status: free', seen: 'several' },
  { begins: 'error:103: domain is not registered', seen: 'RNIDS .rs' },
  { begins: 'error: no entries found', seen: 'CARNET .hr before 2016' },
  { begins: 'error:101: domain not found', seen: 'several' },
  { begins: 'error: domain not found', seen: 'several' },
  { begins: 'el dominio no se encuentra registrado en nic argentina', seen: 'NIC Argentina .ar' },
  { begins: 'no_se_encontro_el_objeto/object_not_found', seen: 'NIC México .mx' },
  { begins: 'object_not_found', seen: 'NIC México .mx' },
  { begins: 'nincs talalat', seen: 'ISZT .hu: Nincs talalat / No match' },
  { begins: 'no data was found to match the request criteria', seen: 'ISOC-IL .il' },
  { begins: 'no records matching NAME found', seen: '.ax .bj' },
  { begins: 'no domain records were found to match', seen: '.coop' },
  { begins: 'no object found!', seen: '.dz .tn .tg' },
  { begins: 'no objects found', seen: 'several' },
  { begins: 'data not found. this domain is available for registration', seen: '.kg' },
  { begins: 'this domain is available for registration', seen: 'several' },
  { begins: 'the requested domain was not found in the registry', seen: 'KISA .kr' },
  { begins: 'above domain name is not registered to krnic', seen: 'KISA .kr before 2012' },
  { begins: 'requested domain cannot be found', seen: 'AFNIC’s generic labels' },
  { begins: 'no domains matched', seen: 'several' },
  { begins: 'domain unknown', seen: 'several' },
  { begins: 'not find matchingrecord', seen: 'CNNIC' },
  { begins: 'the queried object does not exist', seen: 'CentralNic and others in ICANN layout' },
  { begins: 'no object found', seen: 'CentralNic, older' },
  { begins: 'object does not exist', seen: 'several ccTLDs' },
  { begins: 'object not found', seen: 'several ccTLDs' },
  { begins: 'no entries found', seen: 'RIPE layout: .fr .ru .dk' },
  { begins: 'error:101: no entries found', seen: 'RIPE layout: .cz' },
  { begins: 'nothing found', seen: 'nic.at .at' },
  { begins: 'no such domain', seen: '.lu and others' },
  { begins: 'no matching record', seen: 'CNNIC .cn: no matching record.' },
  { begins: 'no matching objects found', seen: 'RIPE layout' },
  { begins: 'no found', seen: 'TWNIC .tw' },
  { begins: 'no information available about domain name', seen: 'NASK .pl' },
  { begins: 'we do not have an entry in our database matching your query', seen: 'SWITCH .ch .li' },
  { begins: 'the domain has not been registered', seen: 'HKIRC .hk' },
  { begins: 'this domain name has not been registered', seen: 'Nominet .uk' },
  { begins: 'domain status: no object found', seen: 'CoCCA registries' },
  { begins: 'domain status: available', seen: '.ca before 2015' },
  { begins: 'status: free', seen: 'DENIC .de' },
  { begins: 'status: available', seen: 'DNS Belgium .be, EURid .eu' },
  { begins: 'NAME is free', seen: 'SIDN .nl' },
  { begins: 'NAME not found', seen: 'Internetstiftelsen .se .nu' },
  { begins: 'NAME is available', seen: 'several ccTLDs' },
];

/** Not registered and not to be had: a definite statement of the registry. Last verified 2026-11. */
export const RESERVED: readonly Wording[] = [
  { begins: 'reserved domain', seen: 'several: Reserved Domain Name' },
  { begins: 'reserved name', seen: 'several' },
  { begins: 'reserved by', seen: 'several' },
  { begins: 'NAME is reserved', seen: 'several' },
  { begins: 'NAME has been reserved', seen: 'several' },
  { begins: 'this name is reserved', seen: 'Identity Digital' },
  { begins: 'this domain is reserved', seen: 'several' },
  { begins: 'this domain name is reserved', seen: 'several' },
  { begins: 'this domain has been reserved', seen: 'GoDaddy Registry' },
  { begins: 'the domain is reserved', seen: 'several' },
  { begins: 'the requested domain is reserved', seen: 'several' },
  { begins: 'domain reserved', seen: 'several' },
  { begins: 'name is reserved', seen: 'several' },
  { begins: 'the registration of this domain is restricted', seen: 'Identity Digital, marks protection list' },
  { begins: 'status: reserved', seen: 'several ccTLDs' },
  { begins: 'domain status: reserved', seen: 'several ccTLDs' },
  { begins: 'the domain you want to register is reserved', seen: 'CNNIC .cn' },
  { begins: 'this name is reserved by the registry', seen: 'several' },
  { begins: 'the requested domain name is restricted', seen: 'KISA .kr' },
  { begins: 'NAME is restricted', seen: 'several' },
];

/** Come back later. Last verified 2026-11. */
export const RATE_LIMITED: readonly Wording[] = [
  { begins: 'quota exceeded', seen: 'Afilias' },
  { begins: 'whois limit exceeded', seen: 'PIR: WHOIS LIMIT EXCEEDED - SEE WWW.PIR.ORG/WHOIS FOR DETAILS' },
  { begins: 'limit exceeded', seen: 'several' },
  { begins: 'rate limit exceeded', seen: 'several' },
  { begins: 'rate limited', seen: 'several' },
  { begins: 'query rate limit', seen: 'several' },
  { begins: 'query limit exceeded', seen: 'several' },
  { begins: 'request limit exceeded', seen: 'several' },
  { begins: 'query rate exceeded', seen: 'several' },
  { begins: 'whois query rate limit exceeded', seen: 'several' },
  { begins: 'lookup quota exceeded', seen: 'several' },
  { begins: 'look up quota exceeded', seen: 'several' },
  { begins: 'the whois query quota for', seen: 'Nominet .uk: … has been exceeded' },
  { begins: 'this proxy has exceeded', seen: 'Nominet .uk' },
  { begins: 'number of allowed queries exceeded', seen: 'CentralNic' },
  { begins: 'maximum query rate', seen: 'several' },
  { begins: 'too many', seen: 'AFNIC: Too many requests…; several' },
  { begins: 'you have exceeded', seen: 'GoDaddy Registry, Nominet' },
  { begins: 'you have been', seen: 'several: … rate limited, … temporarily blocked' },
  { begins: 'you exceeded', seen: 'several' },
  { begins: 'your connection limit exceeded', seen: 'Donuts: Your connection limit exceeded. Please slow down' },
  { begins: 'your access is too fast', seen: 'several' },
  { begins: 'connection limit exceeded', seen: 'several' },
  { begins: 'connection refused; access control limit', seen: 'DENIC, older' },
  { begins: 'error: 55000000002 connection refused; access control limit', seen: 'DENIC .de' },
  { begins: 'exceeded', seen: 'several' },
  { begins: 'excessive querying', seen: 'several' },
  { begins: 'requests of this client are not permitted', seen: 'several' },
  { begins: 'still in grace period', seen: 'Norid, .hm: … wait' },
  { begins: 'please wait', seen: 'several' },
  { begins: 'please try again', seen: 'several' },
  { begins: 'try again', seen: 'several' },
  { begins: 'error:201: access denied', seen: 'RIPE layout' },
];

/** The server will not answer this asker. Last verified 2026-11. */
export const DENIED: readonly Wording[] = [
  { begins: 'access denied', seen: 'several' },
  { begins: 'permission denied', seen: 'several' },
  { begins: 'your ip', seen: 'several: Your IP address has been blocked' },
  { begins: 'blocked', seen: 'several' },
  { begins: 'blacklisted', seen: 'several' },
  { begins: 'not authorized', seen: 'several' },
  { begins: 'not authorised', seen: 'several' },
];

/** The server says that it failed. Last verified 2026-11. */
export const BROKEN: readonly Wording[] = [
  { begins: 'internal error', seen: 'several' },
  { begins: 'internal server error', seen: 'several' },
  { begins: 'service unavailable', seen: 'several' },
  { begins: 'service temporarily unavailable', seen: 'several' },
  { begins: 'the service is temporarily unavailable', seen: 'several' },
  { begins: 'the whois server is temporarily', seen: 'several' },
  { begins: 'temporarily unavailable', seen: 'several' },
  { begins: 'server is busy', seen: 'several' },
  { begins: 'timeout', seen: 'several' },
  { begins: 'whois server is currently', seen: 'several' },
];

/** Words of a refusal anywhere in a reply of a few lines that is nothing else. They only name an unknown. */
const REFUSING = /\b(?:quota|limit(?:s|ed|ing)?|too many|exceed(?:s|ed|ing)?|throttl|slow down|try again|come back)/i;

const FEW_LINES = 6;

export function soundsRateLimited(lines: readonly string[]): string | undefined {
  return lines.length > FEW_LINES ? undefined : lines.find((line) => REFUSING.test(line));
}

/** The first of these lines that begins with one of the wordings, as it reads without comment marks. */
export function lineWith(lines: readonly string[], wordings: readonly Wording[], name: string): string | undefined {
  return lines.find((line) => {
    const plain = bare(line).toLowerCase();
    return wordings.some(({ begins }) => plain.startsWith(begins.replace('NAME', name)));
  });
}

/** Without the marks of comments, quotes and errors in front, quotes around the name, doubled blanks. */
function bare(line: string): string {
  return line
    .replaceAll('"', '')
    .replace(/^[\s%#*>'-]+/, '')
    .replace(/\s+/g, ' ')
    .replace(/ :/g, ':');
}
