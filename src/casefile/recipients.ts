// The organisations that letters go to: those of cases/recipients.yaml, and over them what a case file says of its own.
// Every part keeps its place, in whichever of the two files it stands.
import type { Contacts, Recipient } from '../model/party.ts';
import type { Checked, Place, Problem } from '../model/problem.ts';
import { andList } from '../relief/say.ts';
import { suggestion } from './nearest.ts';
import { present } from './present.ts';
import { inFileOrder, problem } from './problems.ts';
import { RECIPIENT_RULES } from './rules/recipients.ts';
import { type ContactsAsWritten, type RecipientAsWritten, recipientsSchema } from './schema/recipients.ts';
import type { SourceText } from './source.ts';
import { type Path, valueAt } from './yaml/tree.ts';
import { readYaml } from './yaml.ts';

export interface ListedRecipient {
  readonly recipient: Recipient;
  /** Below the entry: `['contacts', 'email']`. */
  place(path: Path, part?: 'key' | 'value'): Place;
}

/** Entries of one file, by id. */
export interface Entries {
  readonly entries: Readonly<Record<string, RecipientAsWritten>>;
  readonly illustrative: boolean;
  /** From the top of that file. */
  place(path: Path, part?: 'key' | 'value'): Place;
}

const NOTHING: Entries['entries'] = {};

/** The shared file alone. */
export function parseRecipients(source: SourceText): Checked<readonly Recipient[]> {
  const listed = listRecipients(source);
  return listed.ok ? { ...listed, value: listed.value.map(({ recipient }) => recipient) } : listed;
}

/** `own`: what the case file says. */
export function listRecipients(shared?: SourceText, own?: Entries): Checked<readonly ListedRecipient[]> {
  const file = shared === undefined ? undefined : readYaml(shared, recipientsSchema);
  if (file?.ok === false) return file;
  const { value, place } = file?.value ?? {};
  const base = value && place && { entries: value.recipients, illustrative: value.illustrative, place };
  const strangers = own === undefined ? [] : halfEntries(own, base?.entries ?? NOTHING);
  const listed = merged(base, own);
  const problems = inFileOrder([...strangers, ...RECIPIENT_RULES.flatMap((rule) => rule(listed))]);
  const ok = !problems.some(({ severity }) => severity === 'error');
  return ok ? { ok, value: listed, problems } : { ok, problems };
}

function merged(base: Entries | undefined, own: Entries | undefined): readonly ListedRecipient[] {
  const ids = new Set([...Object.keys(base?.entries ?? NOTHING), ...Object.keys(own?.entries ?? NOTHING)]);
  return [...ids].flatMap((id) => {
    const [entry, change] = [base?.entries[id], own?.entries[id]];
    const whole = { ...entry, ...(change && present(change)), contacts: { ...entry?.contacts, ...change?.contacts } };
    const illustrative = (entry === undefined ? own : base)?.illustrative ?? false;
    const recipient = recipientOf(id, whole, illustrative);
    return recipient === undefined ? [] : [{ recipient, place: placesOf(id, { base, own }) }];
  });
}

function placesOf(
  id: string,
  files: { base: Entries | undefined; own: Entries | undefined },
): ListedRecipient['place'] {
  return (path, part) => {
    const has = (file: Entries | undefined) => file !== undefined && valueAt(file.entries, [id, ...path]) !== undefined;
    const { base, own } = files;
    const isOwn = path.length === 0 ? !has(base) : has(own);
    const file = isOwn || base === undefined ? own : base;
    if (file === undefined) throw new Error(`recipient ${id} stands in no file`);
    return file.place(['recipients', id, ...path], part);
  };
}

function recipientOf(id: string, entry: RecipientAsWritten, illustrative: boolean): Recipient | undefined {
  const { name, role, reach, tlds, hosts, because, jurisdiction, language, 'iana-id': ianaId } = entry;
  const { source, verified, contacts } = entry;
  if (name === undefined || role === undefined || reach === undefined) return undefined;
  return {
    id,
    name,
    role,
    reach,
    tlds: tlds ?? [],
    hosts: hosts ?? [],
    contacts: contactsOf(contacts ?? {}),
    ...present({ because, jurisdiction, language, ianaId, source, verified }),
    illustrative: entry.illustrative ?? illustrative,
  };
}

function contactsOf(written: ContactsAsWritten): Contacts {
  const { attention, address, email, form, phone, pgp, 'registered-agent': registeredAgent } = written;
  const counsel = written['general-counsel'];
  const generalCounsel = counsel && present(counsel);
  return {
    address: address ?? [],
    email: email ?? [],
    ...present({ attention, phone, registeredAgent, generalCounsel, pgp }),
    ...(form && {
      form: { url: form.url, fields: form.fields.map((field) => ({ ...present(field), ...named(field) })) },
    }),
  };
}

function named<T extends { readonly label: unknown; readonly holds: unknown }>({
  label,
  holds,
}: T): Pick<T, 'label' | 'holds'> {
  return { label, holds };
}

/** What the case file says of a recipient that is listed nowhere has to be a whole entry. */
function halfEntries({ entries, place }: Entries, known: Entries['entries']): readonly Problem[] {
  return Object.entries(entries).flatMap(([id, entry]) => {
    const lacks = (['name', 'role', 'reach'] as const).filter((key) => entry[key] === undefined);
    if (lacks.length === 0 || Object.hasOwn(known, id)) return [];
    const message = `No recipient "${id}" is listed, and as one of this case alone it lacks ${andList(lacks)}.`;
    const hint = suggestion(id, Object.keys(known), 'recipients');
    return [problem('unknown-recipient', message, { hint, place: place(['recipients', id], 'key') })];
  });
}
