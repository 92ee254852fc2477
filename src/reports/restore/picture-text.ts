// What was and what is, field by field, each with the observation that says so.
import type { Fact } from '../../model/judged/dossier.ts';
import type { Picture, RestorePlan } from '../../model/judged/restore.ts';
import { registrarText } from '../../model/registrar.ts';
import { show } from '../../model/text/harmless.ts';
import { hang } from '../layout.ts';
import type { Surface } from '../paint.ts';
import { utcDateWords, utcWords } from '../say.ts';

const TITLES: Readonly<Record<RestorePlan['kind'], string>> = {
  'before-service': 'As it was before service',
  'after-service': 'As it was first seen: nobody had looked before it was served',
  'never-served': 'As it is',
};

export function* pictureLines({ before, now, kind }: RestorePlan, surface: Surface): Iterable<string> {
  yield* oneLines(TITLES[kind], before, surface);
  if (kind === 'never-served') return;
  yield '';
  yield* oneLines('As it is now', now, surface);
}

function* oneLines(title: string, picture: Picture | undefined, surface: Surface): Iterable<string> {
  yield surface.paint.bold(picture === undefined ? title : `${title}, ${utcWords(picture.at)}`);
  if (picture === undefined) {
    yield '  nobody looked';
    return;
  }
  for (const [label, text, citations] of rowsOf(picture)) {
    const cited = citations.length === 0 ? '' : ` [${citations.map(show).join(', ')}]`;
    yield* hang(`  ${label.padEnd(13)}`, `${text}${cited}`, surface.width);
  }
}

type Row = readonly [label: string, text: string, citations: readonly string[]];

function rowsOf(picture: Picture): readonly Row[] {
  const { registered, registrar, registrant, statuses, nameServers, glue, ds, created, expires, handle } = picture;
  const none = registered.known && registered.value !== 'registered';
  if (none) return [row('registration', registered, (value) => (value === 'reserved' ? 'reserved' : 'none'))];
  const hosts = Object.entries(glue).map(([server, addresses]) => `${show(server)} ${addresses.join(' ')}`);
  const rows: Row[] = [
    row('registrar', registrar, registrarText),
    row('registrant', registrant, (value) =>
      value.shown === 'stated'
        ? (value.organisation ?? value.name ?? 'without a name')
        : value.shown === 'redacted'
          ? 'withheld'
          : 'not shown',
    ),
    row('name servers', nameServers, (value) => value.join(', ') || 'none'),
    ...(hosts.length === 0 ? [] : [['glue', hosts.join(', '), []] satisfies Row]),
    row(
      'DS',
      ds,
      (value) =>
        value.map((one) => `${one.keyTag} ${one.algorithm} ${one.digestType} ${one.digest.toUpperCase()}`).join(', ') ||
        'none',
    ),
    row('statuses', statuses, (value) => value.join(', ') || 'none'),
    row('created', created, utcDateWords),
    row('expires', expires, utcDateWords),
    row('handle', handle, (value) => value),
  ];
  return rows;
}

function row<T>(label: string, fact: Fact<T>, words: (value: T) => string): Row {
  return fact.known
    ? [label, show(words(fact.value)), fact.citations]
    : [label, `not known: ${show(fact.reason)}`, fact.citations];
}
