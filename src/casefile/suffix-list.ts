// The public suffix list as tldts brings it. The only file that imports tldts, and itself only imported where the list is
// needed (suffixes.ts): by name from here, since a bundle gives a dynamic import of a CommonJS package no named exports.
import { getDomain, parse } from 'tldts';
import type { Name } from '../model/name.ts';
import { RESERVED_TOPS, type Standing, type Suffixes } from './suffixes.ts';

const PLAIN = { extractHostname: false, validateHostname: false, mixedInputs: false };
/** With the suffixes that companies give out: dynamic DNS, hosting. */
const WITH_COMPANIES = { ...PLAIN, allowPrivateDomains: true };

export const suffixList: Suffixes = {
  registrable: (name) => (getDomain(name, PLAIN) ?? undefined) as Name | undefined,
  standing(name): Standing {
    const { publicSuffix, isPrivate } = parse(name, WITH_COMPANIES);
    if (publicSuffix !== name) return 'ordinary';
    return isPrivate === true ? 'shared' : 'suffix';
  },
  isTop: (label) => RESERVED_TOPS.has(label) || parse(`a.${label}`, PLAIN).isIcann === true,
};
