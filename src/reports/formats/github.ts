// The report as the summary of a step, in GitHub's Markdown: `takedown report --format github >> "$GITHUB_STEP_SUMMARY"`. Annotations
// are made by `--reporter github`, which knows where the files of the case lie.
import { githubSummary, plain } from '../ci/github-summary.ts';
import type { CaseReport, Reports } from '../report/case-report.ts';
import { lastCheckedWords } from '../say.ts';

export function* render({ cases, unread }: Reports): Iterable<string> {
  // GitHub shows nothing at all of what is too large: the room is shared.
  const room = Math.max(1, cases.length);
  for (const report of cases) yield githubSummary({ about: aboutOf(report), rows: report.names, room });
  for (const { case: id, problems } of unread) {
    const [first] = problems;
    yield `## ${plain(id)}\n\nIt could not be read: ${plain(first?.message ?? 'it has problems')}\n\n`;
  }
}

function aboutOf(report: CaseReport) {
  const { totals } = report;
  return { ...report, totals: { ...totals, done: totals.doneTally }, checked: lastCheckedWords(report, String) };
}
