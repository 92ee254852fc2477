// The report as one page that stands by itself: no request, no script that it needs, the same in ten years. See html/.
import type { Reports } from '../case-report.ts';
import { pageOf } from '../html/document.ts';

export function render(reports: Reports): Iterable<string> {
  return pageOf(reports);
}
