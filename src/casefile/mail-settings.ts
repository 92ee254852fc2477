// How letters are sent, from the settings of a workspace, a person's own and the environment. The octets of files with
// secrets are handed in. A password goes only to a server that the person named: a workspace could name any.
import type { MailAddress, MailServer } from '../model/letter/mail.ts';
import { parseSender } from '../model/letter/sender.ts';
import type { Checked, Problem } from '../model/problem.ts';
import { present } from './present.ts';
import { problem } from './problems.ts';

/** As one file of settings has it; files are paths, or start with `~/`. */
export interface MailAsSet {
  readonly from?: MailAddress;
  readonly smtp?: {
    readonly host: string;
    readonly port: number;
    readonly security: 'starttls' | 'tls';
    readonly user?: string;
    readonly passwordFile?: string;
    readonly caFile?: string;
  };
  readonly dkim?: { readonly domain: string; readonly selector: string; readonly keyFile?: string };
}

export interface MailSources {
  readonly workspace?: MailAsSet;
  readonly person?: MailAsSet;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Secrets are still where they are kept. */
export interface MailSettings {
  /** Absent: no sender was set, and nothing can be sent. */
  readonly from?: MailAddress;
  readonly smtp?: NonNullable<MailAsSet['smtp']>;
  /** From the environment; it stands in front of the file. */
  readonly password?: string;
  readonly dkim?: { readonly domain: string; readonly selector: string; readonly keyFile: string };
}

export function mailSettings({ workspace, person, env }: MailSources): Checked<MailSettings> {
  const given = (key: string) => (env[key] === '' ? undefined : env[key]);
  const home = given('HOME');
  const inFull = (file: string | undefined) =>
    file?.startsWith('~/') && home !== undefined ? `${home}${file.slice(1)}` : file;
  const [sender, password, passwordFile] = [
    given('TAKEDOWN_FROM'),
    given('TAKEDOWN_SMTP_PASSWORD'),
    given('TAKEDOWN_SMTP_PASSWORD_FILE'),
  ];
  const set = person?.smtp ?? workspace?.smtp;
  const smtp = set && {
    ...set,
    ...present({ passwordFile: inFull(passwordFile ?? set.passwordFile), caFile: inFull(set.caFile) }),
  };
  const dkim = person?.dkim ?? workspace?.dkim;
  const keyFile = inFull(given('TAKEDOWN_DKIM_KEY_FILE') ?? person?.dkim?.keyFile);
  const from = sender === undefined ? person?.from : parseSender(sender);
  const hasPassword = password !== undefined || smtp?.passwordFile !== undefined;
  const checks: readonly (readonly [wrong: boolean, make: () => Problem])[] = [
    [sender !== undefined && from === undefined, wrongSender],
    [password !== undefined && passwordFile !== undefined, twoPasswords],
    [hasPassword && smtp !== undefined && person?.smtp === undefined, passwordForWorkspace],
    [person?.smtp !== undefined && hasPassword !== (smtp?.user !== undefined), halfLogin],
    [(keyFile !== undefined) !== (dkim !== undefined), halfKey],
  ];
  const problems = checks.filter(([wrong]) => wrong).map(([, make]) => make());
  if (problems.length > 0) return { ok: false, problems };
  const signed = dkim && keyFile !== undefined ? { domain: dkim.domain, selector: dkim.selector, keyFile } : undefined;
  return { ok: true, value: present({ from, smtp, password, dkim: signed }), problems: [] };
}

function wrongSender(): Problem {
  const hint = 'Write it as jane@law.example, or as Jane Roe <jane@law.example>.';
  return problem('wrong-value', 'TAKEDOWN_FROM is not one sender.', { hint });
}

function twoPasswords(): Problem {
  const message = 'Both TAKEDOWN_SMTP_PASSWORD and TAKEDOWN_SMTP_PASSWORD_FILE are set.';
  return problem('mail-incomplete', message, { hint: 'Keep one of the two.' });
}

function passwordForWorkspace(): Problem {
  const message = 'The mail server is named by the workspace only, and a password goes to none that you did not name.';
  return problem('not-in-workspace', message, { hint: 'Name the server under "mail" in your own settings.' });
}

function halfLogin(): Problem {
  const hint = 'Set both "user" and a password: "password-file", or TAKEDOWN_SMTP_PASSWORD_FILE.';
  return problem('mail-incomplete', 'Of user and password for the mail server only one is set.', { hint });
}

function halfKey(): Problem {
  const hint = 'Set "domain" and "selector" under "dkim", and "key-file" or TAKEDOWN_DKIM_KEY_FILE.';
  return problem('mail-incomplete', 'The signature of the sender’s domain lacks its key, or the key its domain.', {
    hint,
  });
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----/;
const PRIVATE_KEY = /-----BEGIN (?:RSA )?PRIVATE KEY-----/;

/** `read` gives the text of a file; `undefined` where there is none. No server was set: no value. */
export function mailServerOf(
  { smtp, password: given, dkim }: MailSettings,
  read: (file: string) => string | undefined,
): Checked<MailServer | undefined> {
  if (smtp === undefined) return { ok: true, value: undefined, problems: [] };
  const problems: Problem[] = [];
  const textOf = (file: string | undefined, wanted: RegExp, what: string) => {
    const text = file === undefined ? undefined : read(file);
    if (file === undefined || (text !== undefined && wanted.test(text))) return text;
    const message = text === undefined ? `There is no file ${file}: ${what}.` : `${file} is not ${what}.`;
    problems.push(
      problem(text === undefined ? 'file-missing' : 'wrong-value', message, { hint: 'Correct the settings.' }),
    );
    return undefined;
  };
  const password = given ?? textOf(smtp.passwordFile, /./, 'the password of the mail server')?.replace(/\r?\n$/, '');
  const ca = textOf(smtp.caFile, CERTIFICATE, 'a certificate in PEM');
  const key = textOf(dkim?.keyFile, PRIVATE_KEY, 'a private key in PEM, without a passphrase');
  const { host, port, security, user } = smtp;
  const signature = dkim && key !== undefined ? { domain: dkim.domain, selector: dkim.selector, key } : undefined;
  const value: MailServer = { host, port, security, ...present({ user, password, ca, dkim: signature }) };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value, problems };
}
