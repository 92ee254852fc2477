// The settings of this machine: the workspace's takedown.yaml, then the person's own file, then the environment.
import { NO_SETTINGS, type Owner, parseConfig, type Settings } from '../casefile/config.ts';
import { type MailSettings, mailServerOf, mailSettings } from '../casefile/mail-settings.ts';
import type { MailServer } from '../model/mail.ts';
import { readSource } from '../store/sources.ts';
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

function settingsFiles(context: Context, root: string | undefined): Readonly<Record<Owner, Settings>> {
  const home = context.env['XDG_CONFIG_HOME'] ?? `${context.env['HOME'] ?? ''}/.config`;
  const of = (place: string | undefined, owner: Owner): Settings => {
    const source = place === undefined ? undefined : readSource(place, context.folder);
    return source === undefined ? NO_SETTINGS : sound(parseConfig(source, owner), source.file).value;
  };
  return {
    workspace: of(root === undefined ? undefined : `${root}/takedown.yaml`, 'workspace'),
    person: of(`${home}/takedown/config.yaml`, 'person'),
  };
}
