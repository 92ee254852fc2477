// Everything that a run says of itself, compared with its octets, in sentences; none when all agrees. Slow, and asked for on
// purpose only. What is compared is store/examine/run.ts's.
import { examineRun } from '../../src/store/examine/run.ts';
import type { CasePaths } from '../../src/store/workspace.ts';

export function checkRun(paths: CasePaths, id: string): readonly string[] {
  const said: string[] = [];
  for (const examined of examineRun(paths, id)) {
    if (examined.is !== 'finding') continue;
    const { file, line, observation, what } = examined.finding;
    said.push([file, line, observation, what].filter((part) => part !== undefined).join(': '));
  }
  return said;
}
