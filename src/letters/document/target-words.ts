// A target in words: the whole of it, as it stands above the table of names, and short, as it stands in a name's row.
import type { LetterValues, TargetValues } from '../values/values.ts';
import { plain, prose } from './print-text.ts';

/** How a row says it: where the name is to go, or, in a table without room for that, the target's letter alone. */
export type TargetTold = 'whole' | 'letter';

/** One line a target; a letter in front of it only where a row needs it. */
export function targetNotes(
  { targets, names }: Pick<LetterValues, 'targets' | 'names'>,
  told: TargetTold,
): readonly string[] {
  const isAlone = targets.length === 1 && told === 'whole';
  return targets.map((target) => {
    const count = target.count === names.length ? 'every' : String(target.count);
    const whose =
      names.length === 1 ? 'the name' : `${count} ${target.count === 1 || count === 'every' ? 'name' : 'names'}`;
    return `${isAlone ? 'Target' : `Target ${target.id},`} of ${whose}: ${wholeWords(target)}.`;
  });
}

export function rowWords(
  target: LetterValues['targets'][number],
  { told, of }: { readonly told: TargetTold; readonly of: number },
): string {
  if (told === 'letter') return target.id;
  return of > 1 ? `${target.id}: ${shortWords(target)}` : shortWords(target);
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

/** A longer word would take the room of the names; the line above the table has it whole. */
const LONGEST_WORD = 36;
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
