// Rules between the recipients of a case: nobody stands for what another one runs, and whom letters go to can be written to.
import type { Recipient } from '../../model/party.ts';
import type { Problem } from '../../model/problem.ts';
import { andList } from '../../relief/say.ts';
import type { Code } from '../codes.ts';
import { problem } from '../problems.ts';
import type { ListedRecipient } from '../recipients.ts';
import type { Path } from '../yaml/tree.ts';

export type RecipientRule = (listed: readonly ListedRecipient[]) => readonly Problem[];

export const RECIPIENT_RULES: readonly RecipientRule[] = [
  whatIsRunHasOneOperator,
  entriesAreComplete,
  entriesSayWhatTheirRoleNeeds,
  formsHoldEachFieldOnce,
];

interface Claim {
  readonly code: Code;
  readonly key: 'tlds' | 'hosts' | 'iana-id';
  readonly items: readonly (string | number)[];
  says(item: string | number): string;
}

/** By whichever of these a recipient is found; two finds would leave the choice to chance. */
function claimOf({ role, tlds, hosts, ianaId }: Recipient): Claim {
  switch (role) {
    case 'registry-operator':
      return { code: 'duplicate-tld', key: 'tlds', items: tlds, says: (tld) => `.${tld}` };
    case 'registrar':
      return {
        code: 'duplicate-iana-id',
        key: 'iana-id',
        items: ianaId === undefined ? [] : [ianaId],
        says: (id) => `IANA ID ${id}`,
      };
    case 'provider':
      return { code: 'duplicate-host', key: 'hosts', items: hosts, says: String };
    default:
      return role satisfies never;
  }
}

function whatIsRunHasOneOperator(listed: readonly ListedRecipient[]): readonly Problem[] {
  const holders = new Map<string, string>();
  return listed.flatMap(({ recipient, place }) => {
    const { code, key, items, says } = claimOf(recipient);
    return items.flatMap((item, index) => {
      const other = holders.get(`${key} ${item}`);
      holders.set(`${key} ${item}`, recipient.id);
      if (other === undefined) return [];
      const message = `${says(item)} is listed for ${other} and for ${recipient.id}.`;
      return [problem(code, message, { place: place(key === 'iana-id' ? [key] : [key, index]) })];
    });
  });
}

function entriesAreComplete(listed: readonly ListedRecipient[]): readonly Problem[] {
  return listed.flatMap(({ recipient, place }) => {
    const lacks = lacking(recipient);
    if (lacks.length === 0) return [];
    const message = `Recipient "${recipient.id}" lacks ${andList(lacks)}.`;
    return [problem('recipient-incomplete', message, { place: place([], 'key') })];
  });
}

function lacking({ role, tlds, hosts, ianaId, because, reach, contacts }: Recipient): readonly string[] {
  const { address, email, form } = contacts;
  const needs: readonly (readonly [there: boolean, what: string])[] = [
    [role !== 'registry-operator' || tlds.length > 0, 'the top-level domains that it runs'],
    [role !== 'registrar' || ianaId !== undefined, 'its IANA ID'],
    [role !== 'provider' || hosts.length > 0, 'the domains under which it gives names'],
    [because !== undefined, `why it is ${reach}`],
    [address.length > 0, 'its postal address'],
    [email.length > 0 || form !== undefined, 'a mail address or a web form'],
    [
      form === undefined || form.fields.some(({ holds }) => holds === 'body'),
      'the field of its form for the letter itself',
    ],
  ];
  return needs.filter(([there]) => !there).map(([, what]) => what);
}

const ROLES: Readonly<Record<Recipient['role'], string>> = {
  'registry-operator': 'registry operator',
  registrar: 'registrar',
  provider: 'provider',
};

const KEYS_OF_ROLES: readonly (readonly [key: string, role: Recipient['role'], has: (one: Recipient) => boolean])[] = [
  ['tlds', 'registry-operator', ({ tlds }) => tlds.length > 0],
  ['iana-id', 'registrar', ({ ianaId }) => ianaId !== undefined],
  ['hosts', 'provider', ({ hosts }) => hosts.length > 0],
];

function entriesSayWhatTheirRoleNeeds(listed: readonly ListedRecipient[]): readonly Problem[] {
  return listed.flatMap(({ recipient, place }) =>
    KEYS_OF_ROLES.filter(([, role, has]) => recipient.role !== role && has(recipient)).map(([key, role]) => {
      const message = `"${key}" is what a ${ROLES[role]} has, and "${recipient.id}" is listed as a ${ROLES[recipient.role]}: it is not used.`;
      return problem('not-of-its-role', message, { place: place([key], 'key') });
    }),
  );
}

function formsHoldEachFieldOnce(listed: readonly ListedRecipient[]): readonly Problem[] {
  return listed.flatMap(({ recipient, place }) => {
    const labels = recipient.contacts.form?.fields.map(({ label }) => label) ?? [];
    return labels.flatMap((label, index) => {
      if (labels.indexOf(label) === index) return [];
      const where: Path = ['contacts', 'form', 'fields', index, 'label'];
      return [problem('duplicate-field', `The form has a field "${label}" already.`, { place: place(where) })];
    });
  });
}
