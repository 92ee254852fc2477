// What was noticed of a name and decides no requirement: a resolver that still has the old answer in its cache, one that
// refuses what it would give unvalidated, two services that differ.
import type { Address } from '../model/address.ts';
import type { Dossier, ResolverView } from '../model/dossier.ts';
import type { JournalEntry } from '../model/journal.ts';
import { type AddressAnswer, HOSTS, type Host, type ResolverFacts } from '../model/observation.ts';
import type { FacetVerdict, Note } from '../model/progress.ts';

const NONE: readonly Note[] = [];

export function notesOf(dossier: Dossier, { sinkholed, done }: NoteContext): readonly Note[] {
  const seen: Note[] = [];
  const refusal = done === 'met' ? undefined : refusalNote(dossier);
  if (refusal !== undefined) seen.push(refusal);
  for (const resolver of dossier.resolvers) {
    const note = resolverNote(resolver, dossier, sinkholed);
    if (note !== undefined) seen.push(note);
  }
  const { noticed = NONE } = dossier;
  return seen.length === 0 ? noticed : [...noticed, ...seen];
}

export interface NoteContext {
  readonly sinkholed: FacetVerdict;
  readonly done: FacetVerdict;
}

/** What a party refused without naming a paragraph decides none; that it did is worth knowing while the name is open. */
function refusalNote({ journal }: Dossier): Note | undefined {
  const general = ({ event, paragraph }: JournalEntry) =>
    paragraph === undefined && (event === 'refused' || event === 'confirmed');
  const last = journal.findLast(general);
  if (last?.event !== 'refused') return undefined;
  const who = last.recipient ?? 'the directed party';
  const why = last.note === undefined ? '' : `: ${last.note}`;
  return { word: 'refused-by-party', text: `refused by ${who}${why}`, citations: [`journal ${last.at}`] };
}

function resolverNote({ server, view }: ResolverView, dossier: Dossier, sinkholed: FacetVerdict): Note | undefined {
  if (!view.known) return view.word === 'rewritten-answers' ? rewritingNote(server, view.citations) : undefined;
  if (view.value.answersUnchecked === true) {
    const text = `${server} answers SERVFAIL, and answers with checking disabled: a DNSSEC failure`;
    return { word: 'fails-at-resolver', text, citations: view.citations };
  }
  if (sinkholed !== 'met') return undefined;
  const old = oldAnswer(view.value, dossier);
  if (old === undefined) return undefined;
  const text = `${server} still answers ${old.address} from its cache, for at most ${old.ttl} s`;
  return { word: 'cached-old-answer', text, citations: view.citations };
}

function rewritingNote(server: string, citations: readonly string[]): Note {
  const text = `${server} gives addresses for names that do not exist, so what it says is not counted`;
  return { word: 'rewritten-answers', text, citations };
}

interface OldAnswer {
  readonly address: Address;
  readonly ttl: number;
}

/** An address that no delegated server gives any more. Only asked where all of them answer as ordered. */
function oldAnswer({ hosts }: ResolverFacts, dossier: Dossier): OldAnswer | undefined {
  for (const host of HOSTS) {
    const old = oldOf(hosts[host].a, dossier, host) ?? oldOf(hosts[host].aaaa, dossier, host);
    if (old !== undefined) return old;
  }
  return undefined;
}

function oldOf(answer: AddressAnswer, dossier: Dossier, host: Host): OldAnswer | undefined {
  if (answer.answer !== 'addresses') return undefined;
  for (const address of answer.addresses) if (!givenBy(dossier, host, address)) return { address, ttl: answer.ttl };
  return undefined;
}

function givenBy({ servers }: Dossier, host: Host, address: Address): boolean {
  for (const { answers } of servers) {
    if (answers.known && (gives(answers.value[host].a, address) || gives(answers.value[host].aaaa, address)))
      return true;
  }
  return false;
}

function gives(answer: AddressAnswer, address: Address): boolean {
  return answer.answer === 'addresses' && answer.addresses.includes(address);
}
