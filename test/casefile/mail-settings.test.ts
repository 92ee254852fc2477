// Mail: whose settings say what, and where secrets come from. No test has a secret that is one.
import { describe, expect, it } from 'vitest';
import { type Owner, parseConfig, type Settings } from '../../src/casefile/config.ts';
import { type MailSources, mailServerOf, mailSettings } from '../../src/casefile/mail-settings.ts';
import { parseSender } from '../../src/model/letter/sender.ts';

function settings(text: string, { owner = 'person', file = 'config/takedown/config.yaml' }: Where = {}): Settings {
  const reading = parseConfig({ file, octets: new TextEncoder().encode(text) }, owner);
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join('\n'));
  return reading.value;
}

interface Where {
  readonly owner?: Owner;
  readonly file?: string;
}

const OWN = `mail:
  from: Jane Roe <jane@law.example>
  smtp: { host: SMTP.law.example, user: jane, password-file: ../secrets/smtp, ca-file: /etc/ca.pem }
  dkim: { domain: law.example, selector: letters, key-file: ~/dkim.pem }
`;
const WORKSPACE = { owner: 'workspace', file: 'work/takedown.yaml' } as const;

function mail(sources: Partial<MailSources> & { readonly own?: string; readonly shared?: string }) {
  const { own, shared, env = {} } = sources;
  return mailSettings({
    env,
    ...(own === undefined ? {} : { person: settings(own).mail ?? {} }),
    ...(shared === undefined ? {} : { workspace: settings(shared, WORKSPACE).mail ?? {} }),
  });
}

describe('a person’s own settings', () => {
  it('name sender, server and secrets, from where they stand', () => {
    expect(mail({ own: OWN, env: { HOME: '/home/jane' } })).toEqual({
      ok: true,
      problems: [],
      value: {
        from: { name: 'Jane Roe', address: 'jane@law.example' },
        smtp: {
          host: 'smtp.law.example',
          port: 587,
          security: 'starttls',
          user: 'jane',
          passwordFile: 'config/secrets/smtp',
          caFile: '/etc/ca.pem',
        },
        dkim: { domain: 'law.example', selector: 'letters', keyFile: '/home/jane/dkim.pem' },
      },
    });
  });

  it('stand in front of the workspace’s, and the environment in front of both', () => {
    const shared = 'mail: { smtp: { host: elsewhere.example, security: tls } }\n';
    const env = {
      TAKEDOWN_FROM: '"Roe, Jane" <other@law.example>',
      TAKEDOWN_SMTP_PASSWORD_FILE: 'p',
      TAKEDOWN_DKIM_KEY_FILE: 'k.pem',
    };
    expect(mail({ own: OWN, shared, env })).toMatchObject({
      ok: true,
      value: {
        from: { name: 'Roe, Jane', address: 'other@law.example' },
        smtp: { host: 'smtp.law.example', passwordFile: 'p' },
        dkim: { keyFile: 'k.pem' },
      },
    });
    expect(mail({ shared })).toMatchObject({ ok: true, value: { smtp: { host: 'elsewhere.example', port: 465 } } });
    expect(mail({})).toEqual({ ok: true, value: {}, problems: [] });
  });

  it.each([
    ['not-in-workspace', { shared: 'mail: { smtp: { host: evil.example } }', env: { TAKEDOWN_SMTP_PASSWORD: 'x' } }],
    ['mail-incomplete', { own: 'mail: { smtp: { host: a.example, user: jane } }' }],
    ['mail-incomplete', { own: 'mail: { smtp: { host: a.example } }', env: { TAKEDOWN_SMTP_PASSWORD: 'x' } }],
    ['mail-incomplete', { own: OWN, env: { TAKEDOWN_SMTP_PASSWORD: 'x', TAKEDOWN_SMTP_PASSWORD_FILE: 'y' } }],
    ['mail-incomplete', { shared: 'mail: { dkim: { domain: law.example, selector: letters } }' }],
    ['mail-incomplete', { env: { TAKEDOWN_DKIM_KEY_FILE: 'k.pem' } }],
    ['wrong-value', { env: { TAKEDOWN_FROM: 'a@law.example, b@law.example' } }],
  ])('refuse half of what belongs together: %s', (code, sources) => {
    expect(mail(sources)).toMatchObject({ ok: false, problems: [{ code }] });
  });
});

describe('a problem of the settings', () => {
  it('never shows a secret that somebody wrote into them', () => {
    const text = 'mail:\n  smtp: { host: a.example, password: hunter2, user: jane }\n';
    const reading = parseConfig({ file: 'config.yaml', octets: new TextEncoder().encode(text) }, 'person');
    expect(reading).toMatchObject({ ok: false, problems: [{ code: 'unknown-key' }] });
    expect(JSON.stringify(reading)).not.toContain('hunter2');
  });
});

describe('the server that a letter is handed to', () => {
  const FILES: Readonly<Record<string, string>> = {
    'config/secrets/smtp': 'open sesame\n',
    '/etc/ca.pem': '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    '/home/jane/dkim.pem': '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
  };

  function server(files: Readonly<Record<string, string>>, env = {}) {
    const set = mail({ own: OWN, env: { HOME: '/home/jane', ...env } });
    if (!set.ok) throw new Error(set.problems[0]?.message);
    return mailServerOf(set.value, (file) => files[file]);
  }

  it('has its secrets, without the line break that an editor leaves', () => {
    expect(server(FILES)).toMatchObject({
      ok: true,
      value: {
        host: 'smtp.law.example',
        user: 'jane',
        password: 'open sesame',
        ca: FILES['/etc/ca.pem'],
        dkim: { domain: 'law.example', selector: 'letters', key: FILES['/home/jane/dkim.pem'] },
      },
    });
    expect(mailServerOf({}, () => undefined)).toEqual({ ok: true, value: undefined, problems: [] });
  });

  it('is none while a file is missing or is something else, and no content is shown', () => {
    const { 'config/secrets/smtp': _, ...rest } = FILES;
    expect(server(rest)).toMatchObject({ ok: false, problems: [{ code: 'file-missing' }] });
    const wrong = server({ ...FILES, '/home/jane/dkim.pem': 'hunter2', '/etc/ca.pem': 'hunter2' });
    expect(wrong).toMatchObject({ ok: false, problems: [{ code: 'wrong-value' }, { code: 'wrong-value' }] });
    expect(JSON.stringify(wrong)).not.toContain('hunter2');
  });
});

describe('a sender as people write it', () => {
  it.each([
    ['jane@law.example', { address: 'jane@law.example' }],
    ['Jane Roe <jane@LAW.example>', { name: 'Jane Roe', address: 'jane@law.example' }],
    ['Jane Élise Roe <jane@law.example>', { name: 'Jane Élise Roe', address: 'jane@law.example' }],
    ['"Roe, Jane" <jane@law.example>', { name: 'Roe, Jane', address: 'jane@law.example' }],
    ['<jane@law.example>', { address: 'jane@law.example' }],
  ])('%s', (text, sender) => expect(parseSender(text)).toEqual(sender));

  it.each([
    '',
    'jane',
    'a@law.example, b@law.example',
    'a@law.example> , <b@x.example',
    'Jane <a@law.example> <b@x.example>',
    'Jane\r\nBcc: x@y.example <a@law.example>',
    '"Jane\\" <a@law.example>',
  ])('refuses %j', (text) => expect(parseSender(text)).toBeUndefined());
});
