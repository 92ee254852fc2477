// By which way somebody is told: `--notify mail`, `--notify webhook`, `--notify FILE`. Each is made ready before anything is
// looked up, so that what is not set is said at once, and hands over what is new afterwards.
import { dirname, resolve } from 'node:path';
import { makeGuard } from '../../lookups/guard.ts';
import { resolveHost } from '../../lookups/hosts.ts';
import { millisecondsOf } from '../../model/instant.ts';
import { type AlarmWay, alarmKey } from '../../model/judged/alarm.ts';
import { sha256 } from '../../model/sha256.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { type AlarmsTold, alarmJsonLines, alarmMail, alarmsDocument, alarmTextLines } from '../../reports/ci/alarms.ts';
import { addToFile, isFolder } from '../../store/disk/files.ts';
import type { Call } from '../command.ts';
import { mailWayOf } from '../letter/mail-server.ts';
import type { Asking } from '../network.ts';
import { mailSettingsIn, notifySettingsIn } from '../settings.ts';
import { workspaceOf } from '../workspace.ts';

export interface NotifyWay {
  readonly way: AlarmWay;
  /** True where it goes to somebody else's machine. */
  readonly leaves: boolean;
  /** For people: `by mail to duty@law.example`. */
  readonly called: string;
  /** Throws where it could not be handed over. What comes back is what somebody has to know all the same. */
  hand(told: AlarmsTold): Promise<readonly string[]>;
}

interface Means {
  readonly call: Call;
  readonly asking: Asking;
}

export async function notifyWays(typed: readonly string[], means: Means): Promise<readonly NotifyWay[]> {
  const wanted = [...new Set(typed.map((one) => one.trim()))];
  const ways: NotifyWay[] = [];
  for (const one of wanted) {
    if (one === 'mail') ways.push(await byMail(means));
    else if (one === 'webhook') ways.push(await byWebhook(means));
    else ways.push(toFile(one, means));
  }
  return ways;
}

function toFile(file: string, { call }: Means): NotifyWay {
  const path = resolve(call.context.folder, file);
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (file === '' || file === '-' || name === '')
    throw use('no-notify', '--notify needs mail, webhook or the name of a file.', 'For example: --notify alarms.jsonl');
  if (!isFolder(dirname(path)))
    throw use('no-such-folder', `There is no folder for ${file}.`, 'Make it, or name a file elsewhere.');
  const form = /\.(?:json|jsonl|ndjson)$/i.test(name) ? alarmJsonLines : alarmTextLines;
  return {
    way: `file ${name}`,
    leaves: false,
    called: `in ${file}`,
    async hand(told) {
      addToFile(path, form(told));
      return [];
    },
  };
}

async function byMail({ call }: Means): Promise<NotifyWay> {
  const { context } = call;
  const { root } = workspaceOf(call);
  const mail = await mailWayOf(call);
  const { from } = mailSettingsIn(context, root);
  if (from === undefined)
    throw use(
      'no-sender',
      'No sender is set, so nobody can be told by mail.',
      'Set "from" under "mail" in your own settings, or TAKEDOWN_FROM.',
    );
  const to = notifySettingsIn(context, root).mailTo() ?? [from.address];
  const server = mail.server();
  return {
    way: 'mail',
    leaves: true,
    called: `by mail to ${to.join(', ')}`,
    async hand(told) {
      const { compose } = await import('../../post/compose.ts');
      const { sendMail } = await import('../../post/send.ts');
      const { subject, text } = alarmMail(told);
      const octets = await compose({
        from,
        to: to.map((address) => ({ address })),
        cc: [],
        subject,
        text,
        at: told.at,
        messageId: `<alarm.${deliveryOf(told)}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
        references: [],
        attachments: [],
        unsent: false,
      });
      const { clock, interruption: signal } = context;
      const receipt = await sendMail({ octets, from: from.address, to }, server, { clock, signal });
      const refused = receipt.rejected.map(({ address, answer }) => `${address} was refused: ${answer}`);
      if (receipt.accepted.length > 0) return refused;
      throw new TakedownError('failed', { code: 'mail-refused', message: `Nobody was told: ${refused.join('; ')}.` });
    },
  };
}

async function byWebhook({ call, asking }: Means): Promise<NotifyWay> {
  const { context } = call;
  const set = notifySettingsIn(context, workspaceOf(call).root).webhook();
  if (set === undefined)
    throw use(
      'no-webhook',
      'No webhook is set, so nothing can be posted.',
      'Set TAKEDOWN_WEBHOOK_FILE, TAKEDOWN_WEBHOOK, or notify: webhook: { url-file } in your own settings.',
    );
  const url = new URL(set.url);
  const { secret, ca } = set;
  const { clock, interruption: signal } = context;
  const guard = makeGuard(asking.network, resolveHost);
  return {
    way: 'webhook',
    leaves: true,
    called: `by the webhook at ${url.host}`,
    async hand(told) {
      const { postTo } = await import('../../post/webhook.ts');
      const way = await guard.toHost(url.hostname, Number(url.port || 443), 'webhook', signal);
      if (!way.ok)
        throw new TakedownError('failed', {
          code: 'webhook-failed',
          message: `The webhook at ${url.host} was not told: ${way.detail}.`,
        });
      const webhook = {
        url,
        endpoints: [way.endpoint, ...(way.others ?? [])] as const,
        ...(ca !== undefined && { ca }),
        ...(secret !== undefined && { secret }),
      };
      const body = JSON.stringify(alarmsDocument(told));
      const at = Math.floor(millisecondsOf(clock.now()) / 1000);
      await postTo(webhook, { body, id: deliveryOf(told), at, signal });
      return [];
    },
  };
}

/** Equal for the same alarms of the same case, so that who gets them twice can tell. */
function deliveryOf({ case: id, alarms }: AlarmsTold): string {
  return sha256([id, ...alarms.map(alarmKey)].join('\n')).slice(0, 32);
}

function use(code: string, message: string, hint: string): TakedownError {
  return new TakedownError('use', { code, message, hint });
}
