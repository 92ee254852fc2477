import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatNetwork, parseNetwork } from '../../src/casefile/network-file.ts';
import { clockFrom } from '../../src/cli/clock.ts';
import type { MailServer } from '../../src/model/letter/mail.ts';
import { compose } from '../../src/post/compose.ts';
import { sendMail } from '../../src/post/send.ts';
import { type MailListening, openMailServer } from '../../src/rehearsal/mail.ts';
import { openRehearsal } from '../../src/rehearsal/open.ts';
import { parts } from '../post/support.ts';
import { at } from '../support/values.ts';
import { aCase, aScenario, START } from './support.ts';

const MAIL_AT = at('2019-03-16T09:00:00Z');

describe("the rehearsal's mail server", () => {
  let server: MailListening;
  beforeEach(async () => {
    server = await openMailServer(() => MAIL_AT);
  });
  afterEach(() => server.close());

  const send = async (to: readonly string[]) =>
    sendMail(
      { octets: await compose(parts()), from: 'jane@law.example', to },
      { host: '127.0.0.1', port: server.port, security: 'none' } satisfies MailServer,
      { clock: clockFrom(START), signal: new AbortController().signal },
    );

  it('takes a mail, says so as a real one does, and keeps it octet for octet', async () => {
    const receipt = await send(['legal@registry.example', 'clerk@law.example']);
    expect(receipt.answer).toMatch(/^250 2\.6\.0 Ok: queued as [0-9A-F]{11} \(simulated\)$/);
    const [kept] = server.mails();
    expect(server.mails()).toHaveLength(1);
    expect(kept).toMatchObject({
      at: MAIL_AT,
      from: 'jane@law.example',
      to: ['legal@registry.example', 'clerk@law.example'],
    });
    expect(Buffer.from(kept?.octets ?? []).equals(await compose(parts()))).toBe(true);
  });

  it('knows no mailbox that begins with nobody, and asks to come back for one that begins with busy', async () => {
    const receipt = await send(['nobody@registry.example', 'legal@registry.example', 'busy.desk@registry.example']);
    expect(receipt.accepted).toEqual(['legal@registry.example']);
    expect(receipt.rejected.map(({ address, answer }) => [address, answer.slice(0, 3)])).toEqual([
      ['nobody@registry.example', '550'],
      ['busy.desk@registry.example', '451'],
    ]);
    expect(server.mails()[0]?.to).toEqual(['legal@registry.example']);
  });
});

describe('the simulated internet', () => {
  it('says in its network file where mail goes, on loopback only', async () => {
    const rehearsal = await openRehearsal({
      theCase: aCase(),
      scenario: aScenario([[]]),
      clock: () => START,
      fast: true,
    });
    try {
      const { smtp } = rehearsal.network;
      expect(smtp?.host).toBe('127.0.0.1');
      const octets = Buffer.from(formatNetwork(rehearsal.network));
      const read = parseNetwork({ file: 'network.yaml', octets });
      expect(read.ok && read.value.smtp).toEqual(smtp);
      const { port = 0 } = smtp ?? {};
      const sending = { clock: clockFrom(START), signal: new AbortController().signal };
      const mail = { octets: await compose(parts()), from: 'jane@law.example', to: ['legal@registry.example'] };
      await sendMail(mail, { host: '127.0.0.1', port, security: 'none' }, sending);
      expect(rehearsal.mails()).toHaveLength(1);
    } finally {
      await rehearsal.close();
    }
  });
});
