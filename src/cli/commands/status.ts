// `takedown status`: where every name stands, from the record. Asks nobody.
import { AS_OF_OPTION } from '../as-of.ts';
import { defineCommand } from '../command.ts';
import { GATE_OPTION, gateCode, gatesIn } from '../gate.ts';
import { JSON_OPTION } from '../options.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { CASE_ARGUMENT } from '../workspace.ts';

export const status = defineCommand({
  name: 'status',
  summary: 'where every name stands: transferred, sinkholed, done, what needs attention, what is due',
  arguments: [CASE_ARGUMENT],
  options: [AS_OF_OPTION, GATE_OPTION, JSON_OPTION],
  examples: [
    { line: 'takedown status phosphorus', about: 'the first screen' },
    { line: 'takedown status phosphorus --as-of 2019-03-20 --json', about: 'the same for a past day, for a script' },
  ],
  async run(call) {
    const { context, terminal, options } = call;
    const gates = gatesIn(options['failOn'], ['never']);
    const { envelopeOf, viewMeant } = await import('../view.ts');
    const view = await viewMeant(call);
    if (terminal.json) {
      const { statusJson } = await import('../../reports/status-json.ts');
      await printPieces(context.out, statusJson(view.report, envelopeOf(context, view.problems)));
    } else {
      const { statusLines } = await import('../../reports/status-text.ts');
      await printLines(context.out, statusLines(view.report, surfaceOf(terminal)));
    }
    return gateCode(view.progress, gates);
  },
});
