// Rules between the recipients of a case: nobody stands for what another one runs, and whom letters go to can be written to.
import type { Recipient } from '../../model/case/party.ts';
import type { Problem } from '../../model/problem.ts';
import { andList } from '../../model/text/phrase.ts';
import type { Code } from '../codes.ts';
import { problem } from '../problems.ts';
import type { ListedRecipient, RecipientDraft } from '../recipients.ts';
import type { Path } from '../yaml/tree.ts';

type RecipientRule = (listed: readonly ListedRecipient[]) => readonly Problem[];

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
function claimOf({ role, tlds, hosts, ianaId }: RecipientDraft): Claim | undefined {
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
      return role satisfies undefined;
  }
}

function whatIsRunHasOneOperator(listed: readonly ListedRecipient[]): readonly Problem[] {
  const holders = new Map<string, string>();
  return listed.flatMap(({ recipient, place }) => {
    const claim = claimOf(recipient);
    if (claim === undefined) return [];
    const { code, key, items, says } = claim;
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
  return listed.flatMap(({ recipient, place, whole }) => {
    const lacks = lacking(recipient, whole);
    if (lacks.length === 0) return [];
    const message = `Recipient "${recipient.id}" lacks ${andList(lacks)}.`;
    return [problem('recipient-incomplete', message, { place: place([], 'key') })];
  });
}

/** What could not be read is not what is missing. */
function lacking({ role, reach, ...one }: RecipientDraft, whole: ListedRecipient['whole']): readonly string[] {
  const { address, email, form } = one.contacts;
  const needs: readonly (readonly [there: boolean, keys: readonly Path[], what: string])[] = [
    [role !== 'registry-operator' || one.tlds.length > 0, [['tlds']], 'the top-level domains that it runs'],
    [role !== 'registrar' || one.ianaId !== undefined, [['iana-id']], 'its IANA ID'],
    [role !== 'provider' || one.hosts.length > 0, [['hosts']], 'the domains under which it gives names'],
    [one.because !== undefined, [['because']], whyWords(reach)],
    [address.length > 0, [['contacts', 'address']], 'its postal address'],
    [
      email.length > 0 || form !== undefined,
      [
        ['contacts', 'email'],
        ['contacts', 'form'],
      ],
      'a mail address or a web form',
    ],
    [
      form === undefined || form.fields.some(({ holds }) => holds === 'body'),
      [['contacts', 'form']],
      'the field of its form for the letter itself',
    ],
  ];
  return needs.filter(([there, keys]) => !there && keys.every(whole)).map(([, , what]) => what);
}

function whyWords(reach: RecipientDraft['reach']): string {
  return reach === undefined ? 'why it is ordered or requested' : `why it is ${reach}`;
}

const ROLES: Readonly<Record<Recipient['role'], string>> = {
  'registry-operator': 'registry operator',
  registrar: 'registrar',
  provider: 'provider',
};

const KEYS_OF_ROLES: readonly (readonly [
  key: string,
  role: Recipient['role'],
  has: (one: RecipientDraft) => boolean,
])[] = [
  ['tlds', 'registry-operator', ({ tlds }) => tlds.length > 0],
  ['iana-id', 'registrar', ({ ianaId }) => ianaId !== undefined],
  ['hosts', 'provider', ({ hosts }) => hosts.length > 0],
];

function entriesSayWhatTheirRoleNeeds(listed: readonly ListedRecipient[]): readonly Problem[] {
  return listed.flatMap(({ recipient, place }) => {
    const { id, role: listedAs } = recipient;
    if (listedAs === undefined) return [];
    return KEYS_OF_ROLES.filter(([, role, has]) => listedAs !== role && has(recipient)).map(([key, role]) => {
      const message = `"${key}" is what a ${ROLES[role]} has, and "${id}" is listed as a ${ROLES[listedAs]}: it is not used.`;
      return problem('not-of-its-role', message, { place: place([key], 'key') });
    });
  });
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
