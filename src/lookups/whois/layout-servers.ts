// The name servers of a registration in a registry's own layout, and whether the reply lists them all: a part of a list is
// worse than none, and a server that breaks off between two lines leaves few traces.
import { nameOrNone } from '../../model/name.ts';
import type { Entry } from './entries.ts';
import { LABELS } from './layout-labels.ts';
import { hostOf } from './server-line.ts';
import { serversDiffer } from './two-records.ts';

export function serversGiven(all: readonly Entry[]): readonly Entry[] {
  const given = all.filter(
    ({ label, heading }) =>
      LABELS.nameServer.has(label) ||
      /^(?:ns|dns|dns servers?|domain servers?|name ?server|nserver|ns name) ?\d+$/.test(label) ||
      (LABELS.nameServerHeading.has(heading) && !A_SITE.test(label)),
  );
  return given.filter(({ value }) => nameOrNone(hostOf(value)) !== undefined);
}

/** `Registration URL: www.registrar.example`, below a list that no empty line ends. */
const A_SITE = /\b(?:url|web|website|site|www|homepage|email|e-mail)\b/;

interface Within {
  readonly all: readonly Entry[];
  readonly lines: readonly string[];
  readonly endsWithEmptyLine: boolean;
}

/** Where nothing is listed, nothing is missing. */
export function isWholeList(given: readonly Entry[], within: Within): boolean {
  const { all, endsWithEmptyLine } = within;
  const last = given.at(-1);
  if (last === undefined) return true;
  // Below a heading an empty line ends the list; between servers with a label each it may stand, as in .kr.
  const ended = endsWithEmptyLine && (last.label === '' || LABELS.nameServerHeading.has(last.heading));
  if (!ended && isLast(last, within)) return false;
  return !goesOnElsewhere(all, last) && !othersBeside(all, given) && !serversDiffer(linesOf(all, given));
}

/** A list that ends with the reply, or with a heading for more, may have been longer: a server that breaks off leaves no other trace. */
function isLast(server: Entry, { all, lines }: Within): boolean {
  const last = (lines.findLast((line) => line.trim() !== '') ?? '').trim();
  if (last.endsWith(server.value)) return true;
  // Empty places behind it show that no server stands in them, as in .asia before 2014; one may be half a line.
  if (EMPTY_PLACE.test(last)) return lines.filter((line) => line.trim() === last).length < 2;
  const behind = all.slice(all.indexOf(server) + 1);
  return last.endsWith(behind.at(-1)?.value ?? last) && behind.length > 0 && behind.every(isOfServer);
}

const EMPTY_PLACE = /^[a-z ]*\b(?:(?:name|domain|dns) ?servers?|server netaddress)[.\s]*:?$/i;

/** The next server would follow it. */
function isOfServer({ label, heading, value }: Entry): boolean {
  if (label === 'handle' && LABELS.nameServerHeading.has(heading)) return true;
  return LABELS.ofNameServer.has(label) || AN_ADDRESS.test(value);
}

/** Behind `remarks`, as in .at. */
const AN_ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}:[0-9a-f:]+)$/i;

function linesOf(all: readonly Entry[], given: readonly Entry[]) {
  const servers = new Set(given);
  return all.map((entry) => ({
    value: hostOf(entry.value),
    begins: LABELS.domain.has(entry.label),
    lists: servers.has(entry),
  }));
}

/** A list under a heading that an empty line ended, and more hosts alone on their lines below: it may have gone on. */
function goesOnElsewhere(all: readonly Entry[], last: Entry | undefined): boolean {
  if (last === undefined) return false;
  const below = all.slice(all.indexOf(last) + 1);
  // Behind a label of its own the list went on in the next line, or not at all.
  return (last.label === '' ? below : below.slice(0, 1)).some(({ label, heading, goesOn, value }) => {
    const alone = (label === '' || goesOn === true) && A_HOST.test(value);
    return alone && !LABELS.nameServer.has(label) && !LABELS.nameServerHeading.has(heading);
  });
}

/** A label that sounds like a server's and is in no table, with a host that the list lacks: then the list is a part. */
function othersBeside(all: readonly Entry[], given: readonly Entry[]): boolean {
  const listed = new Set(given.map(({ value }) => nameOrNone(hostOf(value))));
  return all.some(({ label, value }) => {
    const host = SERVER_LIKE.test(label) && A_HOST.test(value) ? nameOrNone(hostOf(value)) : undefined;
    return host !== undefined && !listed.has(host);
  });
}

/** `Server Name` is what Verisign calls hosts that merely begin with the name. */
const SERVER_LIKE = /^(?!.*whois)(?!server name$).*(?:\bn?servers?\b|nameserver|\bhost ?name\b|\bdns\b|\bns\b)/;

/** By itself on its line, or with its addresses. */
const A_HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+\.?(?:[\s([][0-9a-f:.,()[\]\s]*)?$/i;
