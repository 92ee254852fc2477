// Pieces of a letter's values: the case, the people, the recipient. What is absent is left out, and so is what is blank.
import type { Case, ContactPerson } from '../../model/case/case.ts';
import type { Recipient, Role } from '../../model/case/party.ts';
import { type Instant, isBefore } from '../../model/instant.ts';
import type { Deadline } from '../../model/judged/deadline.ts';
import type { LetterTarget } from '../../model/letter/letter.ts';
import { type RegistrarOfRecord, registrarText } from '../../model/registrar.ts';
import { drop } from '../../model/text/harmless.ts';
import type {
  CaseValues,
  DeadlineValues,
  LetterValues,
  PersonValues,
  RecipientValues,
  TargetValues,
} from './values.ts';

/** The members that have something to say. */
export function without<T extends Readonly<Record<string, string | undefined>>>(
  members: T,
): {
  readonly [K in keyof T]?: string;
} {
  const kept = Object.entries(members).filter(([, text]) => text !== undefined && drop(text).trim() !== '');
  return Object.fromEntries(kept) as { readonly [K in keyof T]?: string };
}

export function caseValues(theCase: Case, asOf: Instant): CaseValues {
  const { id, title, docket, court, judge, petitioner, illustrative, rehearsal, seal } = theCase;
  const sealed = seal !== undefined && isBefore(asOf, seal.until);
  return {
    id,
    title,
    docket,
    court: court.name,
    ...without({ court_short: court.short, judge }),
    time_zone: court.timeZone,
    petitioner,
    illustrative,
    rehearsal,
    sealed,
    ...(sealed ? { seal_until: seal.until } : {}),
  };
}

/** Without counsel the petitioner signs: such a letter is refused, and a draft of it has no blank. */
export function counselValues({ counsel, petitioner }: Case): LetterValues['counsel'] {
  if (counsel === undefined) return { name: petitioner.name, address: petitioner.address };
  const { name, firm, address, email, phone, bar } = counsel;
  return { name: name ?? firm ?? petitioner.name, address, ...without({ firm, email, phone, bar }) };
}

export function personOrNone<K extends 'technical_contact' | 'emergency_contact'>(
  key: K,
  person: ContactPerson | undefined,
): { readonly [P in K]?: PersonValues } {
  if (person === undefined) return {};
  const { name, email, phone, hours } = person;
  return { [key]: { name, ...without({ email, phone, hours }) } } as { readonly [P in K]?: PersonValues };
}

const ROLES: Readonly<Record<Role, string>> = {
  'registry-operator': 'registry operator',
  registrar: 'registrar',
  provider: 'provider',
};

export function recipientValues(recipient: Recipient): RecipientValues {
  const { id, name, role, because, jurisdiction, contacts, tlds, ianaId } = recipient;
  const { attention, address, email, phone, registeredAgent, generalCounsel } = contacts;
  return {
    id,
    name,
    role: ROLES[role],
    address,
    email,
    ...without({ because, jurisdiction, attention, phone, registered_agent: registeredAgent }),
    ...(ianaId === undefined ? {} : { iana_id: ianaId }),
    tlds,
    ...(generalCounsel === undefined ? {} : { general_counsel: without({ ...generalCounsel }) }),
  };
}

export function deadlineValues({ due, arithmetic }: Deadline): DeadlineValues {
  return { due, arithmetic };
}

/** A name of invisible characters only is no name: the IANA ID stays. */
export function registrarWords({ name, ianaId }: RegistrarOfRecord): string | undefined {
  const named = name === undefined ? '' : drop(name).trim();
  if (named === '' && ianaId === undefined) return undefined;
  return registrarText({ ...(named === '' ? {} : { name: named }), ...(ianaId === undefined ? {} : { ianaId }) });
}

export function targetValues(target: LetterTarget): TargetValues {
  const { registrar, registrant, nameServers = [], glue = {}, statuses = [], states = [] } = target;
  return {
    ...(registrar === undefined
      ? {}
      : {
          registrar: {
            name: registrar.name,
            iana_id: registrar.ianaId,
            ...without({ account: registrar.account, email: registrar.email }),
          },
        }),
    ...(registrant === undefined ? {} : { registrant }),
    name_servers: nameServers,
    glue: Object.entries(glue).map(([server, addresses]) => `${server} ${addresses.join(' ')}`),
    statuses,
    ds_removed: target.dsRemoved === true,
    stays_registered: target.staysRegistered === true,
    states,
  };
}
