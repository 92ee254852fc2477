// The work half of `takedown evidence seal`: what is typed stands in commands/evidence-seal.ts.
import { isStampUrl } from '../../casefile/schema/time-stamp.ts';
import { END_OF_TIME } from '../../model/instant.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { evidenceSealJson, evidenceSealLines } from '../../reports/evidence/seal.ts';
import { parsePolicy } from '../../stamps/request.ts';
import { listRuns, runsThere } from '../../store/runs/list.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { sealRun } from '../evidence/sealing.ts';
import { trustedMeant } from '../evidence/trusted-meant.ts';
import { EXIT } from '../exit.ts';
import { refuseMixing } from '../mixing.ts';
import { askingOf } from '../network.ts';
import { textOf } from '../options.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { timeStampSettingsIn } from '../settings.ts';
import { runMeant } from '../typed/run-meant.ts';
import { envelopeOf } from '../view.ts';
import { caseIn, caseMeant, workspaceOf } from '../workspace.ts';

export async function evidenceSeal(call: Call): Promise<number> {
  const { context, terminal, options } = call;
  const paths = caseMeant(call, call.arguments[0]);
  const loaded = await caseIn(paths, { quick: true, from: context.folder });
  const asking = askingOf(call, workspaceOf(call).root);
  refuseMixing(loaded, asking);
  const policy = policyMeant(textOf(options['policy']));
  const trusted = await trustedMeant(call);
  const seen = await sealRun({
    paths,
    run: runToSeal(paths, textOf(options['run'])),
    asking,
    authority: authorityMeant(call),
    again: options['again'] === true,
    ...(policy !== undefined && { policy }),
    ...(trusted && { trusted }),
  });
  const report = { caseId: paths.id, simulated: asking.network.simulated, seen };
  if (terminal.json) await printPieces(context.out, evidenceSealJson(report, envelopeOf(context, [])));
  else await printLines(context.out, evidenceSealLines(report, surfaceOf(terminal)));
  return EXIT.done;
}

function runToSeal(paths: CasePaths, typed: string | undefined): string {
  if (typed !== undefined) return runMeant(paths, typed);
  const latest = runsThere(paths).at(-1);
  const { whole } = listRuns(paths, END_OF_TIME);
  // One that cannot be read is told, and not passed over.
  const newest = whole.some(({ id }) => id === latest) ? whole[0]?.id : latest;
  if (newest !== undefined) return newest;
  throw use('no-run', `There is no run of ${paths.id} yet.`, `Make one: takedown check ${paths.id}`);
}

/** None is built in: whose word counts is for the person, and the court, to say. */
function authorityMeant(call: Call): URL {
  const typed = textOf(call.options['tsa']);
  const url = typed ?? timeStampSettingsIn(call.context, workspaceOf(call).root).url;
  if (url === undefined)
    throw use(
      'no-authority',
      'No time-stamping authority is named.',
      'Give one with --tsa URL, or set time-stamp: { url: … } in takedown.yaml (takedown schema config).',
    );
  if (isStampUrl(url)) return new URL(url);
  throw use(
    'not-an-authority',
    `--tsa: "${url}" is no http or https address without a login.`,
    'As in --tsa https://tsa.example/tsr',
  );
}

function policyMeant(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const policy = parsePolicy(typed);
  if (policy !== undefined) return policy;
  throw use(
    'not-a-policy',
    `--policy: "${typed}" is no object identifier.`,
    'It is figures with dots, as in 1.3.6.1.4.1.99999.1',
  );
}

function use(code: string, message: string, hint: string): TakedownError {
  return new TakedownError('use', { code, message, hint });
}
