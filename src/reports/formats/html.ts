// The report as one page that stands by itself: no request, no script that it needs, the same in ten years. See html/.
import { pageOf } from '../html/document.ts';
import type { Reports } from '../report/case-report.ts';

export function render(reports: Reports): Iterable<string> {
  return pageOf(reports);
}
