// Who holds the registration, from WHOIS text in ICANN's layout. Withheld is not absent: a label with nothing behind it
// says that the registry shows nothing, a redaction says that somebody is there.
import type { Registrant } from '../../model/registrar.ts';
import { plainWords, type Single, single } from '../facts.ts';
import { isWithheld } from '../redaction.ts';
import type { LabelledLine } from './clean.ts';
import { UNREADABLE } from './decode.ts';

const ORGANISATION = ['registrant organization', 'registrant organisation'];
const NAME = ['registrant name'];

export function readRegistrant(pairs: readonly LabelledLine[]): Single<Registrant> {
  const behind = (labels: readonly string[]) => pairs.filter(({ label }) => labels.includes(label));
  const organisations = filled(behind(ORGANISATION));
  const names = filled(behind(NAME));
  if (organisations.some(isWithheld)) return redacted();
  const organisation = single(organisations, plainWords);
  if (organisation.is === 'contradictory') return { is: 'contradictory' };
  const shown = names.filter((name) => !isWithheld(name));
  const name = single(shown, plainWords);
  if (organisation.is === 'stated' || (name.is === 'stated' && shown.length === names.length)) {
    return stated(
      organisation.is === 'stated' ? organisation.value : undefined,
      name.is === 'stated' ? name.value : undefined,
    );
  }
  if (name.is === 'contradictory') return { is: 'contradictory' };
  const personal = pairs.filter(({ label }) => label.startsWith('registrant '));
  if (personal.some(({ value }) => isWithheld(value))) return redacted();
  return behind([...ORGANISATION, ...NAME]).length > 0
    ? { is: 'stated', value: { shown: 'absent' } }
    : { is: 'absent' };
}

function filled(lines: readonly LabelledLine[]): readonly string[] {
  return lines.map(({ value }) => value).filter((value) => value !== '' && !value.includes(UNREADABLE));
}

function redacted(): Single<Registrant> {
  return { is: 'stated', value: { shown: 'redacted' } };
}

function stated(organisation: string | undefined, name: string | undefined): Single<Registrant> {
  return {
    is: 'stated',
    value: {
      shown: 'stated',
      ...(organisation !== undefined && { organisation }),
      ...(name !== undefined && { name }),
    },
  };
}
