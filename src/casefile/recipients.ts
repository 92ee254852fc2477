// The organisations that letters go to: those of cases/recipients.yaml, and over them what a case file says of its own.
// Every part keeps its place, in whichever of the two files it stands.
import type { Contacts, FormField, Recipient } from '../model/case/party.ts';
import type { Checked, Place, Problem } from '../model/problem.ts';
import { andList } from '../model/text/phrase.ts';
import { suggestion } from './nearest.ts';
import { present } from './present.ts';
import { inFileOrder, problem } from './problems.ts';
import { RECIPIENT_RULES } from './rules/recipients.ts';
import { type ContactsAsWritten, type RecipientAsWritten, recipientsSchema } from './schema/recipients.ts';
import type { SourceText } from './source.ts';
import type { Partly } from './yaml/loosen.ts';
import { ANY } from './yaml/lost.ts';
import { keysAt, type Path, valueAt } from './yaml/tree.ts';
import { readYamlPartly, type YamlReading } from './yaml.ts';

/** An entry as far as it could be read. */
export type RecipientDraft = Omit<Recipient, 'name' | 'role' | 'reach'> &
  Partial<Pick<Recipient, 'name' | 'role' | 'reach'>>;

export interface ListedRecipient {
  readonly recipient: RecipientDraft;
  /** Below the entry: `['contacts', 'email']`. */
  place(path: Path, part?: 'key' | 'value'): Place;
  /** Nothing there, around it or inside it was left out, in either file. */
  whole(path: Path): boolean;
}

/** Entries of one file, by id. */
interface Entries extends Pick<YamlReading<unknown>, 'place' | 'whole' | 'written'> {
  readonly entries: Readonly<Record<string, Partly<RecipientAsWritten>>>;
  readonly illustrative: boolean;
}

export interface RecipientsReading {
  /** All that could be read, whatever else is wrong. */
  readonly listed: readonly ListedRecipient[];
  /** True when nothing of the shared file was left out and no rule is broken. */
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  /** The top-level domains that have a registry operator; absent where that is not known of all. */
  readonly operated?: ReadonlySet<string>;
}

type FormAsWritten = NonNullable<Partly<ContactsAsWritten>['form']>;

const NOTHING: Entries['entries'] = {};

/** The shared file alone. */
export function parseRecipients(source: SourceText): Checked<readonly Recipient[]> {
  const { ok, listed, problems } = listRecipients(source);
  return ok ? { ok, value: soundOf(listed), problems } : { ok, problems };
}

/** Those that name what every recipient has. */
export function soundOf(listed: readonly ListedRecipient[]): readonly Recipient[] {
  return listed.map(({ recipient }) => recipient).filter(isSound);
}

function isSound(one: RecipientDraft): one is Recipient {
  return one.name !== undefined && one.role !== undefined && one.reach !== undefined;
}

/** `own`: what the case file says. */
export function listRecipients(shared?: SourceText, own?: Entries): RecipientsReading {
  const file = shared === undefined ? undefined : readYamlPartly(shared, recipientsSchema);
  const { reading } = file ?? {};
  const { recipients: entries = NOTHING, illustrative = false } = reading?.value ?? {};
  const base = reading && { ...reading, entries, illustrative };
  const strangers = own === undefined || (file !== undefined && base === undefined) ? [] : halfEntries(own, base);
  const strange = new Set(strangers.map(({ id }) => id));
  const listed = merged(base, own).filter(({ recipient }) => !strange.has(recipient.id));
  const problems = inFileOrder([
    ...(file?.problems ?? []),
    ...strangers.map(({ problem }) => problem),
    ...RECIPIENT_RULES.flatMap((rule) => rule(listed)),
  ]);
  const ok = file?.whole !== false && !problems.some(({ severity }) => severity === 'error');
  return { ok, listed, problems, ...present({ operated: operatedBy(listed, [base, own]) }) };
}

function operatedBy(
  listed: readonly ListedRecipient[],
  files: readonly (Entries | undefined)[],
): ReadonlySet<string> | undefined {
  const known = ['role', 'tlds'].every((key) => files.every((file) => file?.whole(['recipients', ANY, key]) !== false));
  if (!known || listed.length === 0) return undefined;
  return new Set(listed.flatMap(({ recipient: { role, tlds } }) => (role === 'registry-operator' ? tlds : [])));
}

function merged(base: Entries | undefined, own: Entries | undefined): readonly ListedRecipient[] {
  const ids = new Set([...Object.keys(base?.entries ?? NOTHING), ...Object.keys(own?.entries ?? NOTHING)]);
  return [...ids].map((id) => {
    const [entry, change] = [base?.entries[id], own?.entries[id]];
    const whole = { ...entry, ...(change && present(change)), contacts: { ...entry?.contacts, ...change?.contacts } };
    const illustrative = (entry === undefined ? own : base)?.illustrative ?? false;
    const recipient = recipientOf(id, whole, illustrative);
    const isWhole = (path: Path) => [base, own].every((file) => file?.whole(['recipients', id, ...path]) !== false);
    return { recipient, place: placesOf(id, { base, own }), whole: isWhole };
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

function recipientOf(id: string, entry: Partly<RecipientAsWritten>, illustrative: boolean): RecipientDraft {
  const { name, role, reach, tlds, hosts, because, jurisdiction, language, 'iana-id': ianaId } = entry;
  const { source, verified, contacts } = entry;
  return {
    id,
    tlds: tlds ?? [],
    hosts: hosts ?? [],
    contacts: contactsOf(contacts ?? {}),
    ...present({ name, role, reach, because, jurisdiction, language, ianaId, source, verified }),
    illustrative: entry.illustrative ?? illustrative,
  };
}

function contactsOf(written: Partly<ContactsAsWritten>): Contacts {
  const { attention, address, email, form, phone, pgp, 'registered-agent': registeredAgent } = written;
  const counsel = written['general-counsel'];
  const generalCounsel = counsel && present(counsel);
  return {
    address: address ?? [],
    email: email ?? [],
    ...present({ attention, phone, registeredAgent, generalCounsel, pgp }),
    ...(form?.url !== undefined && { form: { url: form.url, fields: form.fields.flatMap(fieldOf) } }),
  };
}

function fieldOf({ label, holds, longest }: FormAsWritten['fields'][number]): readonly FormField[] {
  return label === undefined || holds === undefined ? [] : [{ label, holds, ...present({ longest }) }];
}

interface Stranger {
  readonly id: string;
  readonly problem: Problem;
}

/** What the case file says of a recipient that is listed nowhere has to be a whole entry. */
function halfEntries({ entries, place, whole }: Entries, base: Entries | undefined): readonly Stranger[] {
  const known = base === undefined ? [] : keysAt(base.written, ['recipients']);
  return Object.entries(entries).flatMap(([id, entry]) => {
    if (known.includes(id)) return [];
    const lacks = (['name', 'role', 'reach'] as const).filter(
      (key) => entry[key] === undefined && whole(['recipients', id, key]),
    );
    if (lacks.length === 0) return [];
    const message = `No recipient "${id}" is listed, and as one of this case alone it lacks ${andList(lacks)}.`;
    const hint = suggestion(id, known, 'recipients');
    const where = place(['recipients', id], 'key');
    return [{ id, problem: problem('unknown-recipient', message, { hint, place: where }) }];
  });
}
