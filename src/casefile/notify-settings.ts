// Who is told by `check --notify`, from a person's own settings and the environment. The octets of files with secrets are handed
// in, and the URL is one of them: with many services, who knows it may write there.
import { parseMailAddress } from '../model/letter/mail-address.ts';
import type { Checked, Problem } from '../model/problem.ts';
import { present } from './present.ts';
import { problem } from './problems.ts';
import { isWebhookUrl } from './schema/notify.ts';

/** As a person's file of settings has it. */
export interface NotifyAsSet {
  readonly mailTo?: readonly string[];
  readonly webhook?: {
    readonly url?: string;
    readonly urlFile?: string;
    readonly secretFile?: string;
    readonly caFile?: string;
  };
}

interface NotifySources {
  readonly person?: NotifyAsSet;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The text of a file; `undefined` where there is none. */
  read(file: string): string | undefined;
}

/** Secrets included: made when somebody is told, never written or shown. */
interface WebhookSet {
  readonly url: string;
  readonly secret?: string;
  readonly ca?: string;
}

/** Absent: the sender alone. */
export function mailToOf({
  person,
  env,
}: Pick<NotifySources, 'person' | 'env'>): Checked<readonly string[] | undefined> {
  const given = env['TAKEDOWN_NOTIFY_TO'];
  if (given === undefined || given.trim() === '') return { ok: true, value: person?.mailTo, problems: [] };
  const addresses = given.split(',').map((one) => parseMailAddress(one.trim()));
  const sound = addresses.filter((one) => one !== undefined);
  if (sound.length === addresses.length) return { ok: true, value: sound, problems: [] };
  const hint = 'Write addresses with commas between them: duty@law.example,ops@law.example.';
  return { ok: false, problems: [problem('wrong-value', 'TAKEDOWN_NOTIFY_TO is no list of addresses.', { hint })] };
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----/;

/** The environment stands in front of the settings. Nothing is set: no value. */
export function webhookOf({ person, env, read }: NotifySources): Checked<WebhookSet | undefined> {
  const problems: Problem[] = [];
  const given = (key: string) => (env[key]?.trim() === '' ? undefined : env[key]?.trim());
  const inFull = (file: string) => (file.startsWith('~/') ? `${env['HOME'] ?? '~'}${file.slice(1)}` : file);
  const textOf = (file: string | undefined, what: string) => {
    if (file === undefined) return undefined;
    const text = read(inFull(file))?.trim();
    if (text === undefined || text === '') {
      const hint = 'Correct the settings.';
      const says = text === undefined ? `There is no file ${file}: ${what}.` : `${file} is empty: ${what}.`;
      problems.push(problem(text === undefined ? 'file-missing' : 'wrong-value', says, { hint }));
    }
    return text;
  };
  const either = (key: string, file: string | undefined, what: string) => {
    const [direct, named] = [given(key), given(`${key}_FILE`)];
    if (direct === undefined || named === undefined) return direct ?? textOf(named ?? file, what);
    const hint = 'Keep one of the two.';
    problems.push(problem('wrong-value', `Both ${key} and ${key}_FILE are set.`, { hint }));
    return undefined;
  };
  const set = person?.webhook ?? {};
  const fromEnv = given('TAKEDOWN_WEBHOOK') ?? given('TAKEDOWN_WEBHOOK_FILE');
  const url =
    fromEnv === undefined && set.url !== undefined
      ? set.url
      : either('TAKEDOWN_WEBHOOK', set.urlFile, 'the address of the webhook');
  const secret = either('TAKEDOWN_WEBHOOK_SECRET', set.secretFile, 'the key of the webhook’s signature');
  const ca = textOf(set.caFile, 'a certificate in PEM');
  if (url !== undefined && !isWebhookUrl(url))
    // The address itself is a secret, and is not shown.
    problems.push(problem('wrong-value', 'What is set as the webhook is no https address without a login.', {}));
  if (ca !== undefined && !CERTIFICATE.test(ca))
    problems.push(problem('wrong-value', `${set.caFile} is not a certificate in PEM.`, {}));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: url === undefined ? undefined : { url, ...present({ secret, ca }) }, problems };
}
