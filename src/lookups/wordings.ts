// What registries write instead of a record, as tables. They are compared with the beginning of a line, never searched
// for in a whole reply: small print and registrants' names hold every one of these phrases.

export interface Wording {
  /** Lower case; a line that begins with it means it. `NAME` stands for the name that was asked about. */
  readonly begins: string;
  /** The line is this and no more: other lines begin so too, such as `Available on web at …`. */
  readonly alone?: true;
  readonly seen: string;
}

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
  { begins: 'restricted - restricted domain name', seen: 'KSregistry .gd' },
  { begins: '[status] reserved', seen: 'JPRS .jp' },
  { begins: '[state] reserved', seen: 'JPRS .co.jp .ne.jp' },
  { begins: 'the domain you want to register is reserved', seen: 'CNNIC .cn' },
  { begins: 'sorry, the domain you requested is in the reserved list', seen: 'CNNIC .cn' },
  { begins: 'this name is reserved by the registry', seen: 'several' },
  { begins: 'the requested domain name is restricted', seen: 'KISA .kr' },
  { begins: 'NAME is restricted', seen: 'several' },
  { begins: 'not available for registration', seen: 'Verisign .name' },
  { begins: 'not available for second level registration', seen: 'Verisign .name: third level names may be had' },
  { begins: 'restricted', alone: true, seen: '.om' },
  { begins: 'second level domain name is reserved', seen: 'Verisign .name' },
  { begins: 'status: unassignable', seen: 'Registro.it .it' },
  { begins: 'status: not allowed', seen: 'DNS Belgium .be' },
  { begins: 'the domain name you apply can not be registered online', seen: 'CNNIC .cn' },
  { begins: 'domain name [NAME] is reserved', seen: 'MYNIC .my' },
  { begins: 'this name has been reserved', seen: 'several' },
  { begins: 'this name is not available for registration', seen: 'Identity Digital' },
  { begins: 'this name subscribes to the', seen: 'Uniregistry, Gandi: blocks for marks' },
  { begins: 'this premium domain is available for purchase', seen: 'CentralNic' },
  { begins: 'this platinum domain is available for purchase', seen: 'CentralNic' },
  { begins: 'auction pending', alone: true, seen: 'CZ.NIC .cz, RDAP, 2026: sold before anybody else may have it' },
  { begins: 'this domain is currently available for application via', seen: 'PIR .org, 2026: the Dropzone service' },
];

/** The first of these lines that begins with one of the wordings, as it reads without comment marks. */
export function lineWith(lines: readonly string[], wordings: readonly Wording[], name: string): string | undefined {
  return lines.find((line) => {
    const plain = bare(line).toLowerCase();
    return wordings.some(({ begins, alone }) => {
      const words = begins.replace('NAME', name);
      return alone === true ? plain.replace(/[\s.!]+$/, '') === words : plain.startsWith(words);
    });
  });
}

/** Without the marks of comments, quotes and errors in front, quotes around the name, doubled blanks. */
function bare(line: string): string {
  return line
    .replace(/\.{2,}:/, ':')
    .replace(/["'`\\]/g, '')
    .replace(/^[\s%#*>-]+/, '')
    .replace(/\s+/g, ' ')
    .replace(/ :/g, ':');
}
