// A target in words: the whole of it, as it stands above the table of names, and short, as it stands in a name's row.
import { plain, prose } from './print-text.ts';
import type { LetterValues, TargetValues } from './values.ts';

/** One line a target; a letter in front of it only where there are several to tell apart. */
export function targetNotes({ targets, names }: Pick<LetterValues, 'targets' | 'names'>): readonly string[] {
  return targets.map((target) => {
    const every = targets.length === 1 && target.count === names.length;
    const whose = every
      ? `Target of ${names.length === 1 ? 'the name' : 'every name'}`
      : `Target ${target.id}, of ${target.count} ${target.count === 1 ? 'name' : 'names'}`;
    return `${whose}: ${wholeWords(target)}.`;
  });
}

function wholeWords({ registrar, registrant, name_servers, statuses, states, ...target }: TargetValues): string {
  const account = registrar?.account === undefined ? '' : `, account ${plain(registrar.account)}`;
  const codes = registrar?.email === undefined ? '' : `, auth codes to ${plain(registrar.email)}`;
  return [
    registrar &&
      `registrar of record ${prose(registrar.name)} (IANA\u00a0ID\u00a0${registrar.iana_id})${account}${codes}`,
    registrant && `registrant ${prose(registrant)}`,
    name_servers.length > 0 &&
      `name ${name_servers.length === 1 ? 'server' : 'servers'} ${name_servers.map(plain).join(', ')} and no other`,
    target.ds_removed && 'no DS record of the former signer',
    statuses.length > 0 && `${statuses.length === 1 ? 'status' : 'statuses'} ${statuses.map(plain).join(', ')}`,
    ...states.map((state) => prose(state)),
    target.stays_registered && 'kept registered',
  ]
    .filter((part) => typeof part === 'string')
    .join('; ');
}

/** In a narrow column a longer word would run out of it; the line above the table has it whole. */
const LONGEST_WORD = 30;
const LONGEST_NAME = 40;

/** Where it is to go; what is longer is left to the line above. */
export function shortWords(target: TargetValues): string {
  const {
    registrar,
    name_servers: [server, ...more],
  } = target;
  const where = [
    registrar &&
      (registrar.name.length > LONGEST_NAME
        ? `IANA ID ${registrar.iana_id}`
        : `${registrar.name} (${registrar.iana_id})`),
    server && serverWords(server, more.length),
  ].filter((part) => part !== undefined && part !== '');
  return where.length > 0 ? where.join('; ') : stateWords(target);
}

function serverWords(server: string, more: number): string {
  if (server.length > LONGEST_WORD) return `${more + 1} name ${more === 0 ? 'server' : 'servers'} as above`;
  return more === 0 ? server : `${server} +${more}`;
}

function stateWords({ registrant, statuses, states, ...target }: TargetValues): string {
  if (states.length > 0) return states.join('; ');
  if (statuses.length > 0) return 'locked as above';
  if (registrant !== undefined) return 'registrant as above';
  return target.ds_removed ? 'no DS record' : 'kept registered';
}
