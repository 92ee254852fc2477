// Orders with a list of names, set by programs that others use: in a table with rules, in one without, in narrow cells that break
// names, in justified and hyphenated text, and in two columns. Around them stands what an order has besides.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export interface Maker {
  readonly name: string;
  readonly file: string;
  /** The octets of the document. */
  make(names: readonly string[], folder: string): Uint8Array;
}

const REGISTRARS = ['Made Up Names Ltd', 'Another Registrar of Some Length, Inc.', 'Lantern GmbH'];
const DEFANGED = [
  (name: string) => name.replaceAll('.', '[.]'),
  (name: string) => `hxxps://${name.replace('.', '[.]')}`,
];

/** The parts of a list, one for each way of setting it. */
function parts(names: readonly string[]): readonly (readonly string[])[] {
  return [0, 1, 2, 3, 4].map((part) => names.filter((_, at) => at % 5 === part));
}

function page(names: readonly string[]): string {
  const [ruled = [], plain = [], narrow = [], prose = [], columns = []] = parts(names);
  const rows = (list: readonly string[]) =>
    list.map((name, at) => `<tr><td>${at + 1}</td><td>${name}</td><td>${REGISTRARS[at % 3]}</td></tr>`).join('\n');
  const table = (kind: string, list: readonly string[]) =>
    `<table class="${kind}"><thead><tr><th>No.</th><th>Domain Name</th><th>Registrar</th></tr></thead>${rows(list)}</table>`;
  const woven = prose.map((name, at) => (at % 4 === 0 ? name : (DEFANGED[at % 2]?.(name) ?? name))).join(', ');
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Order</title><style>
@page { size: letter; margin: 2.5cm; @top-center { content: "Case 1:19-cv-00716 Document 11 Filed 03/15/19" } @bottom-center { content: counter(page) } }
body { font: 11pt serif } table { border-collapse: collapse } td, th { padding: 3px 6px; vertical-align: top }
.ruled td, .ruled th { border: 1px solid } .narrow td, .narrow th { border: 1px solid; vertical-align: middle }
.narrow { table-layout: fixed; width: 8cm } .narrow td { overflow-wrap: anywhere; word-break: break-all }
p { text-align: justify; hyphens: auto } .columns { column-count: 2 } .columns div { overflow-wrap: anywhere }
</style></head><body><h2>TEMPORARY RESTRAINING ORDER</h2>
<p>Upon the motion of Example, Inc.Plaintiff, under 28 U.S.C. 1331 and Fed.R.Civ.P. 65(b), and the declaration filed by counsel (orders@lawfirm.example), the Court finds good cause and orders as follows.</p>
<p>The registries shall move the names of this Appendix and point them at the servers of the petitioner. Notice may be given at 192.0.2.7.</p>
<h3>Appendix A</h3>${table('ruled', ruled)}<h3>Appendix B</h3>${table('plain', plain)}<h3>Appendix C</h3>${table('narrow', narrow)}
<h3>Appendix D</h3><p>The further names are ${woven}. So ordered.</p>
<h3>Appendix E</h3><div class="columns">${columns.map((name) => `<div>${name}</div>`).join('\n')}</div></body></html>`;
}

function run(program: string, words: readonly string[], folder: string): void {
  execFileSync(program, words, { cwd: folder, timeout: 120_000, stdio: 'ignore' });
}

function fromPage(file: string, convert: (folder: string) => void): Maker['make'] {
  return (names, folder) => {
    writeFileSync(join(folder, 'order.html'), page(names));
    convert(folder);
    return readFileSync(join(folder, file));
  };
}

const office = (folder: string, to: string, filter: string) =>
  run(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      `${to}:${filter}`,
      '--infilter=HTML (StarWriter)',
      'order.html',
    ],
    folder,
  );

export const makers: readonly Maker[] = [
  {
    name: 'chromium',
    file: 'order.pdf',
    make: fromPage('order.pdf', (folder) =>
      run(
        'chromium',
        [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--disable-background-networking',
          '--no-first-run',
          '--print-to-pdf=order.pdf',
          'order.html',
        ],
        folder,
      ),
    ),
  },
  {
    name: 'soffice',
    file: 'order.pdf',
    make: fromPage('order.pdf', (folder) => office(folder, 'pdf', 'writer_web_pdf_Export')),
  },
  {
    name: 'soffice',
    file: 'order.docx',
    make: fromPage('order.docx', (folder) => office(folder, 'docx', 'MS Word 2007 XML')),
  },
  {
    name: 'weasyprint',
    file: 'order.pdf',
    make: fromPage('order.pdf', (folder) => run('weasyprint', ['order.html', 'order.pdf'], folder)),
  },
];

interface Compiler {
  pdf(source: { mainFileContent: string }): Buffer;
}

/** Its package is there for Linux on x64. */
export function typstHere(): Maker | undefined {
  try {
    const native: { NodeCompiler: { create(): Compiler } } = createRequire(import.meta.url)(
      '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
    );
    return {
      name: 'typst',
      file: 'order.pdf',
      make: (names) => native.NodeCompiler.create().pdf({ mainFileContent: typstSource(names) }),
    };
  } catch {
    return undefined;
  }
}

function typstSource(names: readonly string[]): string {
  const [ruled = [], plain = [], narrow = [], prose = [], columns = []] = parts(names);
  const text = (words: string) => `#${JSON.stringify(words)}`;
  const rows = (list: readonly string[]) =>
    list.map((name, at) => `[${at + 1}], [${text(name)}], [${text(REGISTRARS[at % 3] ?? '')}],`).join('\n');
  const table = (how: string, list: readonly string[]) =>
    `#table(${how}, table.header([No.], [Domain Name], [Registrar]), ${rows(list)})`;
  const zero = JSON.stringify('\u200b');
  const broken = (list: readonly string[]) => list.map((name) => name.replace(/(.{9})(?=.)/g, '$1\u200b'));
  return `#set page(paper: "us-letter", numbering: "1", header: [Case 1:19-cv-00716 Document 11 Filed 03/15/19])
#set par(justify: true)
#set text(hyphenate: true, lang: "en", size: 11pt)
= Temporary restraining order
Upon the motion of Example, Inc.Plaintiff, under 28 U.S.C. 1331 and Fed.R.Civ.P. 65(b), and the declaration filed by counsel (#"orders@lawfirm.example"), the Court finds good cause.
== Appendix A
${table('columns: 3', ruled)}
== Appendix B
${table('columns: 3, stroke: none', plain)}
== Appendix C
#let soft = ${zero}
${table('columns: (1cm, 3cm, 3cm), align: horizon', broken(narrow))}
== Appendix D
The further names are ${prose.map((name, at) => text(at % 2 === 0 ? name : name.replaceAll('.', '[.]'))).join(', ')}. So ordered.
== Appendix E
#columns(2)[${columns.map((name) => `${text(name)} \\\n`).join('')}]
`;
}
