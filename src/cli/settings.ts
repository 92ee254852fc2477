// The settings of this machine: the workspace's takedown.yaml, then the person's own file, then the environment.
import { NO_SETTINGS, type Owner, parseConfig, type Settings, type TimeStampAsSet } from '../casefile/config.ts';
import { type MailSettings, mailServerOf, mailSettings } from '../casefile/mail-settings.ts';
import { mailToOf, webhookOf } from '../casefile/notify-settings.ts';
import type { MailServer } from '../model/letter/mail.ts';
import { readOwn, readSource } from '../store/sources.ts';
import type { Context } from './context.ts';
import { sound } from './workspace.ts';

/** `root` is the workspace's folder; a command without a workspace has none. */
export function settingsIn(context: Context, root: string | undefined): Settings {
  const { workspace, person } = settingsFiles(context, root);
  const resolvers = workspace.resolvers ?? person.resolvers;
  const controls = workspace.controls ?? person.controls;
  return {
    ...(resolvers === undefined ? {} : { resolvers }),
    ...(controls === undefined ? {} : { controls }),
    limits: new Map([...person.limits, ...workspace.limits]),
    rdapServers: new Map([...person.rdapServers, ...workspace.rdapServers]),
    whoisServers: new Map([...person.whoisServers, ...workspace.whoisServers]),
  };
}

/** Of mail, what a person set for himself stands in front: no workspace can lead letters elsewhere. */
export function mailSettingsIn(context: Context, root: string | undefined): MailSettings {
  const { workspace, person } = settingsFiles(context, root);
  const sources = {
    env: context.env,
    ...(workspace.mail && { workspace: workspace.mail }),
    ...(person.mail && { person: person.mail }),
  };
  return sound(mailSettings(sources), 'the settings for mail').value;
}

/** With the secrets read: made when something is sent, and handed on to nothing else. */
export function mailServerIn(context: Context, settings: MailSettings): MailServer | undefined {
  const read = (file: string) => {
    const source = readSource(file, context.folder);
    return source && new TextDecoder().decode(source.octets);
  };
  return sound(mailServerOf(settings, read), 'the settings for mail').value;
}

/** Of who is told, a workspace says nothing; secrets are read, so that it is asked for only when somebody is to be told. */
export function notifySettingsIn(context: Context, root: string | undefined) {
  const { person } = settingsFiles(context, root);
  const read = (file: string) => {
    const source = readSource(file, context.folder);
    return source && new TextDecoder().decode(source.octets);
  };
  const sources = { env: context.env, ...(person.notify && { person: person.notify }), read };
  return {
    mailTo: () => sound(mailToOf(sources), 'the settings for alarms').value,
    webhook: () => sound(webhookOf(sources), 'the settings for alarms').value,
  };
}

/** A workspace may say of whom time stamps are asked for, and only a person whom he trusts for them. */
export function timeStampSettingsIn(context: Context, root: string | undefined): TimeStampAsSet {
  const { workspace, person } = settingsFiles(context, root);
  return { ...workspace.timeStamp, ...person.timeStamp };
}

/** The files that have settings, as people call them. Throws for one with problems. */
export function settingsFound(context: Context, root: string | undefined): readonly string[] {
  settingsFiles(context, root);
  return places(context, root).flatMap(([, place]) => {
    const source = readOwn(place, context.folder);
    return source === undefined ? [] : [source.file];
  });
}

function places(context: Context, root: string | undefined): readonly (readonly [Owner, string])[] {
  // Empty is as good as not set (XDG Base Directory Specification).
  const home = context.env['XDG_CONFIG_HOME'] || `${context.env['HOME'] ?? ''}/.config`;
  const person = ['person', `${home}/takedown/config.yaml`] as const;
  return root === undefined ? [person] : [['workspace', `${root}/takedown.yaml`], person];
}

function settingsFiles(context: Context, root: string | undefined): Readonly<Record<Owner, Settings>> {
  const found: Record<Owner, Settings> = { workspace: NO_SETTINGS, person: NO_SETTINGS };
  for (const [owner, place] of places(context, root)) {
    const source = readOwn(place, context.folder);
    if (source !== undefined) found[owner] = sound(parseConfig(source, owner), source.file).value;
  }
  return found;
}
