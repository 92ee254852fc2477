// What a seal lets the program touch, one row a word of `touches`, and who gets to see the names by it: for `takedown explain seal`.
import type { SealTouch } from '../../model/case/case.ts';
import type { Explanation } from './text.ts';

const TOUCHES: Readonly<Record<SealTouch, string>> = {
  registry: 'RDAP and WHOIS of the registry. The registry sees the names.',
  registrar: 'RDAP and WHOIS of the registrar of record, which may tell its customer. The registrar sees the names.',
  tld: 'Name servers of the root and of top-level domains. Their operators see the names, and so does everybody on the way.',
  resolver:
    'The recursive resolvers of the settings. The resolver’s operator sees the names, and the resolver asks the delegated name servers in turn: whoever runs those sees that somebody asks, though not that you do.',
  sinkhole: 'The name servers of the case’s own sinkholes, and no other delegated server.',
  any: 'Everybody, the respondents’ own name servers among them.',
};

export const SEAL_EXPLANATION: Explanation = {
  title: 'seal',
  kind: 'what may be asked while a case is sealed',
  paragraphs: [
    'While the seal lasts, nobody is asked whom its `touches` do not name. The plan leaves such questions out, and the guard of every socket refuses them once more; what was left out is unknown, "excluded-by-seal".',
    ...Object.entries(TOUCHES).map(([label, text]) => ({ label, text })),
    {
      label: 'An encrypted resolver',
      text: 'With tls://… or https://… those on the way see that the resolver is asked, when and how much, and not for which names. Its operator sees as much as before, over one connection from one machine. Its own host name is looked up in the clear by this machine’s resolver; tls://host@address spares that.',
    },
  ],
};
