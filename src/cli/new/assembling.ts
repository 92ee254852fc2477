// Flat answers to what a new case is made of. What stays empty is left out: it is said to be missing, never made up.
import { districtCourt } from '../../casefile/courts.ts';
import type { NewCaseAnswers } from '../../casefile/new-case.ts';
import type { NewParagraph } from '../../casefile/new-paragraphs.ts';
import type { NewRecipient } from '../../casefile/new-recipients.ts';
import { libraryRow } from '../../casefile/relief-library.ts';
import { HOLIDAY_CALENDARS, type HolidayCalendar } from '../../model/case/case.ts';
import { ORDER_KINDS, type OrderKind } from '../../model/case/order.ts';
import type { Role } from '../../model/case/party.ts';
import type { Name } from '../../model/name.ts';
import type { Answers } from './question.ts';
import { reliefsIn } from './questions-paragraphs.ts';

export function assembled(given: Answers, names: readonly Name[] | undefined): NewCaseAnswers {
  const answers = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const { expires, due, statedCount, judge, sealUntil, docketEntry, names: source = '' } = answers;
  return {
    id: answers['id'] ?? '',
    title: answers['title'] ?? '',
    docket: answers['docket'] ?? '',
    court: courtOf(answers),
    petitioner: answers['petitioner'] ?? '',
    order: {
      id: answers['order'] ?? 'tro',
      kind: kindOf(answers['orderKind']),
      entered: answers['entered'] ?? '',
      ...(docketEntry === undefined ? {} : { docketEntry: Number(docketEntry) }),
      ...(expires === undefined ? {} : { expires }),
    },
    ...(due === undefined ? {} : { due }),
    ...(judge === undefined ? {} : { judge }),
    ...(sealUntil === undefined ? {} : { sealUntil }),
    ...registrarOf(answers),
    ...sinkholeOf(answers),
    ...(statedCount === undefined ? {} : { statedCount: Number(statedCount) }),
    ...(answers['relief'] === undefined ? {} : { paragraphs: paragraphsOf(answers, given) }),
    ...(names === undefined ? {} : { names: { source, list: names } }),
    recipients: recipientsOf(answers),
  };
}

function courtOf({ court = '', courtShort, timeZone, holidays }: Answers): NewCaseAnswers['court'] {
  const known = districtCourt(court);
  const short = courtShort ?? known?.short;
  return {
    name: known?.name ?? court,
    timeZone: timeZone ?? known?.timeZone ?? 'America/New_York',
    holidays: holidays === undefined ? (known?.holidays ?? ['us-federal']) : calendars(holidays),
    ...(short === undefined ? {} : { short }),
    ...(known !== undefined && known.holidays.length === 1 && holidays === undefined ? { lacksStateDays: true } : {}),
  };
}

function calendars(text: string): readonly HolidayCalendar[] {
  const given = listOf(text);
  return HOLIDAY_CALENDARS.filter((calendar) => given.includes(calendar));
}

function kindOf(text: string | undefined): OrderKind {
  return ORDER_KINDS.find((kind) => kind === text) ?? 'temporary-restraining-order';
}

function registrarOf({ registrar, ianaId }: Answers): Pick<NewCaseAnswers, 'registrar'> {
  return registrar === undefined || ianaId === undefined
    ? {}
    : { registrar: { name: registrar, ianaId: Number(ianaId) } };
}

function sinkholeOf(answers: Answers): Pick<NewCaseAnswers, 'sinkhole'> {
  const { sinkholeOperator, nameServers, prefixes, petitioner } = answers;
  if (nameServers === undefined || prefixes === undefined) return {};
  const operator = sinkholeOperator ?? petitioner ?? '';
  return { sinkhole: { operator, nameServers: listOf(nameServers), prefixes: listOf(prefixes) } };
}

/** `given` has also what was left empty on purpose: a paragraph without a period of its own. */
function paragraphsOf(answers: Answers, given: Answers): readonly NewParagraph[] {
  return reliefsIn(answers).flatMap((id, index) => {
    const relief = libraryRow(id);
    if (relief === undefined) return [];
    const part = (key: string) => answers[`paragraphs.${id}.${key}`];
    const [text, directed] = [part('text'), part('directedTo')];
    const due = given[`paragraphs.${id}.due`] === '' ? undefined : (part('due') ?? answers['due']);
    return [
      {
        relief,
        number: part('number') ?? String(index + 1),
        directedTo: directed === undefined ? relief.directedTo : (listOf(directed) as readonly Role[]),
        ...(text === undefined ? {} : { text }),
        ...(due === undefined ? {} : { due }),
      },
    ];
  });
}

/** Top levels whose operator has one name are one recipient. */
function recipientsOf(answers: Answers): readonly NewRecipient[] {
  const found = new Map<string, NewRecipient>();
  for (const key of Object.keys(answers)) {
    const tld = /^recipients\.(.+)\.name$/.exec(key)?.[1];
    const name = answers[key];
    if (tld === undefined || name === undefined) continue;
    const part = (which: string) => answers[`recipients.${tld}.${which}`];
    const earlier = found.get(name);
    const [because, email, address] = [part('because'), part('email'), part('address')];
    found.set(name, {
      ...{ name, reach: part('reach') === 'ordered' ? 'ordered' : 'requested', tlds: [tld] },
      ...(because === undefined ? {} : { because }),
      ...(email === undefined ? {} : { email }),
      ...(address === undefined ? {} : { address }),
      ...(earlier === undefined ? {} : { ...earlier, tlds: [...earlier.tlds, tld] }),
    });
  }
  return [...found.values()];
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
