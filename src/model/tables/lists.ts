// Lists of others that the program brings along, and as of when: for `takedown doctor` and `takedown explain`.

/** The day on which the package that has the list was published; the list in it is not younger. */
export const SUFFIX_LIST = {
  name: 'public suffix list (publicsuffix.org)',
  package: 'tldts',
  version: '7.5.4',
  published: '2026-11-15',
} as const;
