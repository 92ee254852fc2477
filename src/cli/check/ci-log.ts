// What a CI job may show: everything that goes to its log or its reports passes here. Names of a sealed case become numbers, and
// no text from outside can pass for a command to the machine that reads the log.
import type { Case } from '../../model/case/case.ts';
import { sealInForce } from '../../model/case/seal.ts';
import { type Hide, hideNames, hostsIn, type SealedName } from '../../model/case/sealed-names.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { loadCase } from '../../store/case/load.ts';
import { textsIn } from '../../store/case/texts.ts';
import { isClosed } from '../../store/disk/files.ts';
import { type CasePaths, caseIds, casePaths, findWorkspace } from '../../store/workspace.ts';
import type { Typed } from '../command.ts';
import type { Context, Output } from '../context.ts';
import { textsOf } from '../options.ts';
import { presentOf } from '../present.ts';
import { isUnattended } from '../terminal/terminal.ts';

interface CiLog {
  readonly context: Context;
  /** What is still held back of a last line; after it nothing may be written. */
  end(): Promise<void>;
}

/** `undefined`: people read what is written, at a terminal or in a file of theirs. */
export async function ciLogOf(context: Context, { options }: Pick<Typed, 'options'>): Promise<CiLog | undefined> {
  const unattended = isUnattended(context.env);
  if (!unattended && textsOf(options['reporter']).length === 0) return undefined;
  const sealed = await sealedNames(context, options['cases']);
  const hide = hideNames(sealed);
  const disarm = unattended ? (options['json'] === true ? disarmJson : disarmText) : (text: string) => text;
  const hides = sealed.length > 0;
  const passing = { change: (text: string) => disarm(hide(text)), octets: !hides && options['json'] !== true };
  const [out, err] = [through(context.out, passing), through(context.err, passing)];
  const ci = { hide, hides, out: context.out, err: context.err };
  return {
    context: { ...context, out, err, ci },
    async end() {
      await out.end();
      await err.end();
    },
  };
}

/** Of every case of the workspace: a message about one may quote another's. */
export async function sealedNames(context: Context, typed: unknown): Promise<readonly SealedName[]> {
  const override = typed ?? context.env['TAKEDOWN_CASES'];
  const workspace = findWorkspace(context.folder, typeof override === 'string' ? override : undefined);
  if (workspace === undefined) return [];
  const names: SealedName[] = [];
  for (const id of caseIds(workspace)) {
    const paths = casePaths(workspace, id);
    if (paths !== undefined) names.push(...(await sealedIn(paths, context)));
  }
  return names;
}

async function sealedIn(paths: CasePaths, { folder, clock }: Context): Promise<readonly SealedName[]> {
  const { files, texts, whole } = textsIn(paths.folder);
  if (whole && !texts.some((text) => text.includes('seal'))) return [];
  const theCase = await caseOf(paths, folder);
  // Its problems quote its lines, and whether it is sealed is not known. Its files are what they name.
  if (theCase === undefined) return texts.flatMap(hostsIn).filter(({ unicode }) => !files.includes(unicode));
  const now = presentOf({ paths, theCase, journal: [] }, clock.now());
  return sealInForce(theCase, now) === undefined ? [] : theCase.schedules.flatMap(({ names }) => names);
}

/** `undefined` for one with problems, and for one that this user may not read: the command that wants it tells of both. */
async function caseOf(paths: CasePaths, from: string): Promise<Case | undefined> {
  try {
    const loaded = await loadCase(paths, { quick: true, from });
    return loaded.ok ? loaded.value : undefined;
  } catch (error) {
    if (isClosed(error)) return undefined;
    throw error;
  }
}

interface Held extends Output {
  end(): Promise<void>;
}

interface Passing {
  readonly change: Hide;
  /** Octets pass as they are: they may be those of a document that is no text, and there is nothing to hide. */
  readonly octets: boolean;
}

/** Whole lines pass: in half of one, a name or a command could stand undetected. */
function through(to: Output, { change, octets }: Passing): Held {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let held = '';
  return {
    isTerminal: to.isTerminal,
    get columns() {
      return to.columns;
    },
    broken: () => to.broken?.(),
    async write(piece) {
      if (octets && typeof piece !== 'string') {
        if (held !== '') await to.write(change(held));
        held = '';
        return to.write(piece);
      }
      const text = held + (typeof piece === 'string' ? piece : textIn(piece, decoder));
      // A line of progress that is drawn anew ends like this.
      const end = text.endsWith('\u001b[K') ? text.length : text.lastIndexOf('\n') + 1;
      held = text.slice(end);
      if (end > 0) await to.write(change(text.slice(0, end)));
    },
    async end() {
      if (held !== '') await to.write(change(held));
      held = '';
    },
  };
}

function textIn(octets: Uint8Array, decoder: InstanceType<typeof TextDecoder>): string {
  try {
    return decoder.decode(octets, { stream: true });
  } catch {
    throw sealedOctets('A document that is no text is not written to the log of a CI job about a sealed case.');
  }
}

export function sealedOctets(message: string): TakedownError {
  return new TakedownError('guard', {
    code: 'sealed-octets',
    message,
    hint: 'Its names stand there, and cannot be shown by number. Make it where only those look who may.',
  });
}

/**
 * The runner of GitHub takes a line that begins with `::` for a command, blanks in front left out, and `##[` anywhere in one
 * (actions/runner, ActionCommand.cs, 2026-11); Azure's takes `##vso[`. TeamCity's has a form of that too.
 */
function disarmText(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, '$1: ').replace(/##(?=\w*\[)/g, '# #');
}

/** In a string of JSON, where alone such a thing can stand, it means the same. */
function disarmJson(text: string): string {
  return text.replace(/##(?=\w*\[)/g, '#\\u0023');
}
