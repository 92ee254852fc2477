// The columns of a report's sheets: titles, widths in characters, and where it is not text, what stands in them.
import type { SheetColumn } from './sheet.ts';

export type Columns = readonly (readonly [title: string, width: number, kind?: SheetColumn['kind']])[];

export const CASE = ['Case', 16] as const;
export const SUMMARY: Columns = [['', 24], ...Array.from({ length: 8 }, (_, at) => ['', at === 0 ? 40 : 13] as const)];
export const FINDINGS: Columns = [
  ['Name', 34],
  ['Order', 10],
  ['Paragraph', 11],
  ['Relief', 22],
  ['Verdict', 10],
  ['Word', 20],
  ['Reason', 70],
  ['Due (UTC)', 17, 'instant'],
  ['Observations', 40],
];
export const ATTENTION: Columns = [
  ['Word', 20],
  ['Text', 80],
  ['Number of names', 10, 'number'],
  ['Names', 80],
];
export const REGISTRIES: Columns = [
  ['Registry', 16],
  ['Registry operator', 36],
  ['Reach', 12],
];
export const REGISTRARS: Columns = [
  ['Registrar of record', 40],
  ['IANA ID', 10, 'number'],
];
export const TALLIES: Columns = [
  ['Names', 9, 'number'],
  ['Transferred', 12, 'number'],
  ['Sinkholed', 12, 'number'],
  ['Done', 9, 'number'],
  ['Not yet done', 12, 'number'],
  ['Unknown', 10, 'number'],
  ['Not ordered', 12, 'number'],
];
export const DUE: Columns = [
  ['Due (UTC)', 17, 'instant'],
  ['Overdue', 10],
  ['Recipient', 30],
  ['Reach', 12],
  ['Order', 10],
  ['Paragraph', 11],
  ['Open', 8, 'number'],
  ['Unknown', 10, 'number'],
  ['Names', 8, 'number'],
  ['How it was counted', 80],
];
export const CHANGES: Columns = [
  ['Since (UTC)', 17, 'instant'],
  ['Name', 34],
  ['What', 18],
  ['Question', 14],
  ['From', 12],
  ['To', 12],
];
export const POINTS: Columns = [
  ['At (UTC)', 17, 'instant'],
  ['Transferred', 12, 'number'],
  ['Sinkholed', 12, 'number'],
  ['Done', 9, 'number'],
  ['Unknown', 10, 'number'],
  ['Names ordered', 14, 'number'],
  ['Run', 26],
];
export const MARKS: Columns = [
  ['At (UTC)', 17, 'instant'],
  ['What', 18],
  ['Text', 70],
];
export const RUNS: Columns = [
  ['Run', 26],
  ['Started (UTC)', 17, 'instant'],
  ['Ended (UTC)', 17, 'instant'],
  ['Names', 8, 'number'],
  ['Simulated', 10],
  ['Tool', 18],
  ['SHA-256 of the run', 66],
  ['Evidence', 34],
  ['SHA-256 of the evidence', 66],
  ['SHA-256 of the case it checked', 66],
];
