// What `takedown explain precheck` says: who is asked before service, what the answers mean, what a signature is worth.
import type { Explanation } from './text.ts';

export const PRECHECK_EXPLANATION: Explanation = {
  title: 'precheck',
  kind: 'before service',
  paragraphs: [
    'Before an order is served, every name is looked at for what would make the order do nothing, or harm: it stops, a person looks, or it may go. What was not seen is never taken for free, and never for ready.',
    {
      label: 'Who is asked',
      text: 'Registries by RDAP and WHOIS, the parent zones, and the sinkhole’s own servers about every name. Never the name servers of the names, their registrars or a resolver, with a seal or without: they would see the question, or pass it on. --openly asks them too, and is refused under a seal.',
    },
    {
      label: 'What is kept',
      text: 'A run like that of a check, with its evidence, marked as what it is. The newest look before service is also the picture to which a name is given back: takedown restore plan.',
    },
    {
      label: 'Signed off',
      text: 'A person answers for the table with --sign-off. It is kept octet by octet in signed/, and the journal has an entry with its SHA-256, the run, and the state of the case file. A table of a case that was changed since cannot be signed; one with a name on stop needs a note.',
    },
    {
      label: 'Letters',
      text: 'When a first letter is issued and nobody has signed off a look (not-prechecked), or the case was changed since (precheck-older), that is told and stops nothing.',
    },
  ],
};
