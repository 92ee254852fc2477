// takedown.yaml to settings. Absent keys stay absent, so that the next place in the order of settings can speak. A workspace
// is other people's text: its settings name no sender, no login and no secret.
import { dirname, isAbsolute, join } from 'node:path';
import type { ControlSettings } from '../model/asking/network.ts';
import type { ResolverPlace } from '../model/asking/resolver-place.ts';
import type { Checked, Problem } from '../model/problem.ts';
import type { MailAsSet } from './mail-settings.ts';
import { controlsOf } from './network-file.ts';
import type { NotifyAsSet } from './notify-settings.ts';
import { present } from './present.ts';
import { problem } from './problems.ts';
import { type Config, configSchema } from './schema/config.ts';
import type { MailAsWritten } from './schema/mail.ts';
import type { NotifyAsWritten } from './schema/notify.ts';
import type { TimeStampAsWritten } from './schema/time-stamp.ts';
import type { SourceText } from './source.ts';
import type { Path } from './yaml/tree.ts';
import { readYaml, type YamlReading } from './yaml.ts';

export interface Settings {
  readonly resolvers?: readonly ResolverPlace[];
  /** By server, as the observations name it. `apart` is in milliseconds. */
  readonly limits: ReadonlyMap<string, { readonly atOnce: number; readonly apart: number }>;
  /** RDAP base URLs by top-level label. */
  readonly rdapServers: ReadonlyMap<string, string>;
  /** WHOIS hosts by top-level label. */
  readonly whoisServers: ReadonlyMap<string, string>;
  readonly controls?: ControlSettings;
  readonly mail?: MailAsSet;
  readonly notify?: NotifyAsSet;
  readonly timeStamp?: TimeStampAsSet;
}

/** Of whom time stamps are asked for, and the file of the certificates that are trusted for them. */
export interface TimeStampAsSet {
  readonly url?: string;
  readonly caFile?: string;
}

/** Whose settings a file holds: those of a workspace, or a person's own. */
export type Owner = 'workspace' | 'person';

export const NO_SETTINGS: Settings = { limits: new Map(), rdapServers: new Map(), whoisServers: new Map() };

export function parseConfig(source: SourceText, owner: Owner): Checked<Settings> {
  const file = readYaml(source, configSchema);
  if (!file.ok) {
    const empty = file.problems.every(({ code }) => code === 'empty-file');
    const problems = file.problems.map(withoutSecrets);
    return empty ? { ok: true, value: NO_SETTINGS, problems: [] } : { ok: false, problems };
  }
  const personal = owner === 'workspace' ? namedByWorkspace(file.value) : [];
  if (personal.length > 0) return { ok: false, problems: personal };
  const { resolvers, limits, rdap, whois, controls, mail, notify, 'time-stamp': stamp } = file.value.value;
  const value: Settings = {
    ...present({ resolvers }),
    limits: new Map(
      Object.entries(limits).map(([server, { 'at-once': atOnce, apart }]) => [server, { atOnce, apart }]),
    ),
    rdapServers: new Map(Object.entries(rdap.servers)),
    whoisServers: new Map(Object.entries(whois.servers)),
    ...(controls && { controls: controlsOf(controls) }),
    ...(mail && { mail: mailOf(mail, source.file) }),
    ...(notify && { notify: notifyOf(notify, source.file) }),
    ...(stamp && { timeStamp: timeStampOf(stamp, source.file) }),
  };
  return { ok: true, value, problems: file.problems };
}

const PERSONAL: readonly Path[] = [
  ['mail', 'from'],
  ['mail', 'smtp', 'user'],
  ['mail', 'smtp', 'password-file'],
  ['mail', 'dkim', 'key-file'],
  ['notify'],
  ['time-stamp', 'ca-file'],
];

function namedByWorkspace({
  value: { mail, notify, 'time-stamp': stamp },
  place,
}: YamlReading<Config>): readonly Problem[] {
  const sending = [mail?.from, mail?.smtp?.user, mail?.smtp?.['password-file'], mail?.dkim?.['key-file'], notify];
  const named = [...sending, stamp?.['ca-file']];
  return PERSONAL.filter((_, index) => named[index] !== undefined).map((path) => {
    const message = `"${path.slice(path.length > 1 ? 1 : 0).join('.')}" stands in the settings of a workspace, which anybody may have written.`;
    return problem('not-in-workspace', message, { place: place(path, 'key') });
  });
}

/** Files are named from where the settings stand; `~/` is a person's own folder and found later. */
function finder(settings: string): (file: string | undefined) => string | undefined {
  return (file) =>
    file === undefined || file.startsWith('~/') || isAbsolute(file) ? file : join(dirname(settings), file);
}

function notifyOf({ 'mail-to': mailTo, webhook }: NotifyAsWritten, settings: string): NotifyAsSet {
  const found = finder(settings);
  const files = { urlFile: found(webhook?.['url-file']), secretFile: found(webhook?.['secret-file']) };
  const set = present({ url: webhook?.url, ...files, caFile: found(webhook?.['ca-file']) });
  return { ...present({ mailTo }), ...(webhook && { webhook: set }) };
}

function timeStampOf({ url, 'ca-file': caFile }: TimeStampAsWritten, settings: string): TimeStampAsSet {
  return present({ url, caFile: finder(settings)(caFile) });
}

function mailOf({ from, smtp, dkim }: MailAsWritten, settings: string): MailAsSet {
  const found = finder(settings);
  return {
    ...present({ from }),
    ...(smtp && {
      smtp: {
        host: smtp.host,
        port: smtp.port ?? (smtp.security === 'tls' ? 465 : 587),
        security: smtp.security,
        ...present({ user: smtp.user, passwordFile: found(smtp['password-file']), caFile: found(smtp['ca-file']) }),
      },
    }),
    ...(dkim && {
      dkim: { domain: dkim.domain, selector: dkim.selector, ...present({ keyFile: found(dkim['key-file']) }) },
    }),
  };
}

const SECRET = /((?:password|passphrase|passwd|secret|token|key|url)["']?\s*:\s*)[^\s,}#][^,}]*/gi;

/** Somebody may have written the secret itself where no such key is known: the excerpt must not carry it on. */
function withoutSecrets(one: Problem): Problem {
  if (one.place === undefined) return one;
  return { ...one, place: { ...one.place, excerpt: one.place.excerpt.replace(SECRET, '$1…') } };
}
