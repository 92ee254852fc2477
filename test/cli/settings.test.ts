// The files of settings as they lie on a disk: which stands in front, and where secrets are read.
import { mkdirSync, symlinkSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import type { Context } from '../../src/cli/context.ts';
import { mailServerIn, mailSettingsIn, settingsIn } from '../../src/cli/settings.ts';
import { emptyFolder, removeFolder, writeFiles } from '../support/folders.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach(removeFolder));

function machine(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}): Context {
  const folder = emptyFolder();
  folders.push(folder);
  writeFiles(folder, files);
  const unused = { write: () => Promise.resolve(), isTerminal: false, columns: undefined };
  return {
    args: [],
    env: { XDG_CONFIG_HOME: `${folder}/config`, ...env },
    folder,
    out: unused,
    err: unused,
    input: { isTerminal: false, read: () => Promise.resolve(new Uint8Array()) },
    clock: { now: never, monotonic: never },
    random: never,
    process: { pid: 1, lives: never },
    interruption: new AbortController().signal,
  };
}

function never(): never {
  throw new Error('nothing here needs it');
}

const OWN = `resolvers: [192.0.2.53]
limits: { whois.example: { at-once: 1 } }
mail:
  from: Jane Roe <jane@law.example>
  smtp: { host: smtp.law.example, user: jane, password-file: smtp.secret }
`;

test('the workspace speaks first of lookups, the person of mail', () => {
  const context = machine({
    'config/takedown/config.yaml': OWN,
    'config/takedown/smtp.secret': 'open sesame\n',
    'work/takedown.yaml': 'resolvers: [192.0.2.1]\nmail: { smtp: { host: elsewhere.example } }\n',
  });
  const root = `${context.folder}/work`;
  const settings = settingsIn(context, root);
  expect(settings.resolvers?.map(({ text }) => text)).toEqual(['192.0.2.1']);
  expect(settings.limits.get('whois.example')).toEqual({ atOnce: 1, apart: 0 });
  const mail = mailSettingsIn(context, root);
  expect(mail.from).toEqual({ name: 'Jane Roe', address: 'jane@law.example' });
  expect(mailServerIn(context, mail)).toEqual({
    host: 'smtp.law.example',
    port: 587,
    security: 'starttls',
    user: 'jane',
    password: 'open sesame',
  });
});

test('a workspace cannot have a password sent to a server of its own', () => {
  const context = machine(
    { 'work/takedown.yaml': 'mail: { smtp: { host: evil.example } }\n' },
    { TAKEDOWN_SMTP_PASSWORD: 'x' },
  );
  expect(() => mailSettingsIn(context, `${context.folder}/work`)).toThrow('1 problem in the settings for mail.');
});

test('a workspace that names a sender stops every command that asks or sends', () => {
  const context = machine({ 'takedown.yaml': 'mail: { from: x@evil.example }\n' });
  expect(() => settingsIn(context, context.folder)).toThrow('1 problem in');
  expect(mailSettingsIn(context, undefined)).toEqual({});
});

test('a folder, or a link that leads nowhere, in the place of settings is told, and no file that nobody wrote', () => {
  const folder = machine({ 'config/takedown/config.yaml/notes': '' });
  expect(() => settingsIn(folder, undefined)).toThrow('config.yaml is no file but a folder.');
  const link = machine({});
  mkdirSync(`${link.folder}/config/takedown`, { recursive: true });
  symlinkSync('/nowhere/at/all', `${link.folder}/config/takedown/config.yaml`);
  expect(() => settingsIn(link, undefined)).toThrow('config.yaml is no file but a link that leads nowhere.');
});

test('settings may be a link, and an empty XDG_CONFIG_HOME is none', () => {
  const context = machine({ 'dotfiles/mine.yaml': OWN, 'home/.config/takedown/notes': '' });
  symlinkSync(`${context.folder}/dotfiles/mine.yaml`, `${context.folder}/home/.config/takedown/config.yaml`);
  const env = { XDG_CONFIG_HOME: '', HOME: `${context.folder}/home` };
  expect(settingsIn({ ...context, env }, undefined).resolvers?.map(({ text }) => text)).toEqual(['192.0.2.53']);
});
