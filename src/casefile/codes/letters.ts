// Codes of letters and of what they need: recipients and how they are written to, copies of orders, senders.
import type { CodeRow } from '../codes.ts';

function error(means: string, remedy: string): CodeRow {
  return { severity: 'error', means, remedy };
}

function warning(means: string, remedy: string): CodeRow {
  return { severity: 'warning', means, remedy };
}

export const LETTER_CODES = {
  'letter-changed': error(
    'An issued letter is no longer as it was issued: its manifest or one of its files differs from the digest.',
    'Bring its folder back from version control. An issued letter is never edited: issue another one.',
  ),
  'unknown-recipient': error(
    'A case file changes a recipient that is not listed, and says too little to make one of its own.',
    'Correct the id, or add name, role and reach.',
  ),
  'duplicate-iana-id': error('Two registrars are listed with one IANA ID.', 'Keep the one whose number it is.'),
  'duplicate-host': error('Two providers are listed for one domain.', 'Keep the one that gives names under it.'),
  'duplicate-field': error('A form has two fields with one label.', 'Write each field once, by its own label.'),
  'not-of-its-role': warning(
    'A recipient has a key that belongs to another role, so that nothing is done with it.',
    'Correct the role, or take the key out.',
  ),
  'glue-without-server': error(
    'Glue is given for a server that the sinkhole does not name.',
    'Correct the name of the server.',
  ),
  'glue-missing': warning(
    'A name server of the sinkhole stands under a name of the case: a registry needs its addresses, the glue.',
    'Add its addresses under "glue".',
  ),
  'copy-missing': error(
    'The copy of an order that letters enclose is not in the case folder.',
    'Put the filed copy there, or correct its name.',
  ),
  'copy-differs': error(
    'The copy of an order is another file than the one whose SHA-256 is stated.',
    'Compare the file with the docket, page by page; then state the digest of the right one.',
  ),
  'mail-incomplete': error(
    'The settings for sending mail say one half of what belongs together.',
    'Complete them in your own settings, or take the other half out.',
  ),
  'not-in-workspace': error(
    'The settings of a workspace name a sender, a login or a secret, which only a person’s own settings may.',
    'Move it to takedown/config.yaml in your own configuration folder.',
  ),
} as const satisfies Record<string, CodeRow>;
