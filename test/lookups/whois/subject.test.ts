import { expect, it } from 'vitest';
import { judgeReply } from '../../../src/lookups/whois/reply.ts';
import { name } from '../../support/values.ts';
import { octets } from './samples.ts';

const RECORD =
  'Record created: 2017-02-10\nRecord expires on 2027-03-28\n\nName servers:\n   ns1.sinkhole.example\n\nEnd.\n';

/** How replies without a label for it say which name they are about; `NAME` stands for it. */
const INTRODUCTIONS = [
  ['a sentence', `Domain NAME (ACTIVE)\n\n${RECORD}`],
  ['a headline', `Informations about 'NAME' :\n\n${RECORD}`],
  ['its first line', `\nNAME\n\n${RECORD}`],
  ['the query', `Domain Information\nQuery: NAME\n${RECORD}`],
  ['a heading in the midst of another block', `Registrant:\n\tPetitioner Corporation\nDomain Name:\n\tNAME\n${RECORD}`],
] as const;

it.each(INTRODUCTIONS)('a record introduced by %s is taken for that name alone', async (_, text) => {
  const judge = (of: string) =>
    judgeReply({ name: name('seized.example'), host: 'whois.nic.example', octets: octets(text.replace('NAME', of)) });
  expect(await judge('SEIZED.EXAMPLE')).toMatchObject({ outcome: 'facts' });
  expect(await judge('OTHER.EXAMPLE')).toMatchObject({ outcome: 'failure', failure: 'wrong-object' });
});

it.each([
  ['seized', 'facts'],
  ['other', 'failure'],
])('a record that gives the first label %s alone is one of that name', async (label, outcome) => {
  const text = `Domain:\t${label}\n\nRegistrar:\n\tName:\tHarbour Names Ltd\n\nName servers:\n\tns1.sinkhole.example\n\nEnd.\n`;
  const given = { name: name('seized.example'), host: 'whois.nic.example', octets: octets(text) };
  expect(await judgeReply(given)).toMatchObject({ outcome });
});
