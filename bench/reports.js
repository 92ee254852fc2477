// What reports of a hundred thousand names take beside `status` of the same names, which judges them and writes none. Processor time,
// since two threads judge and one writes; each in turn, so that a machine whose speed drifts spoils no ratio.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { median, spentIn } from './measure.js';

const FORMATS = ['csv', 'xlsx', 'html', 'md', 'json', 'xml'];
const ROUNDS = 3;

/** `folder`: a workspace with the large case. */
export function reportsBench(row, { takedown, folder }) {
  const where = { cwd: folder, env: { NO_COLOR: '1' } };
  const spent = new Map([['status', []], ...FORMATS.map((format) => [format, []])]);
  for (let round = 0; round < ROUNDS; round += 1) {
    spent.get('status').push(spentIn([takedown, 'status', 'generated'], where));
    for (const format of FORMATS) {
      const file = join(folder, `report.${format}`);
      spent.get(format).push(spentIn([takedown, 'report', 'generated', '-o', file], where));
      rmSync(file);
    }
  }
  const middle = (format, what) =>
    median(
      spent
        .get(format)
        .map((one) => one[what])
        .sort((a, b) => a - b),
    );
  const status = middle('status', 'seconds');
  for (const format of FORMATS) {
    const seconds = middle(format, 'seconds');
    const measured = `${(seconds / status).toFixed(2)} × status, ${seconds.toFixed(1)} s of processor time, ${middle(format, 'megabytes').toFixed(0)} MB`;
    row(`report generated -o x.${format}, 100,000 names`, measured, 'at most 500 MB');
  }
}
