// What is sure, to be checked or refused, stated line by line; and the law above all of it, on documents that were torn anywhere.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cells, lines, siftLines, told } from './support.ts';

const nothing = { sure: [], check: [], refused: [] };

describe('an entry of a list', () => {
  it.each([
    ['evil.example', 'evil.example'],
    ['EVIL.EXAMPLE', 'evil.example'],
    ['evil.example.', 'evil.example'],
    ['“evil.example”,', 'evil.example'],
    ['(evil.example);', 'evil.example'],
    ['• evil.example', 'evil.example'],
    ['12. evil.example', 'evil.example'],
    ['(12) evil.example', 'evil.example'],
    ['[3] evil.example', 'evil.example'],
    ['#12 evil.example', 'evil.example'],
    ['a) evil.example', 'evil.example'],
    ['12\tevil.example', 'evil.example'],
    ['- evil.example', 'evil.example'],
    ['evil[.]example', 'evil.example'],
    ['evil(.)example', 'evil.example'],
    ['evil{.}example', 'evil.example'],
    ['evil[dot]example', 'evil.example'],
    ['evil (dot) example', 'evil.example'],
    ['evil [.] example', 'evil.example'],
    ['evil\\.example', 'evil.example'],
    ['hxxp://evil[.]example', 'evil.example'],
    ['hxxps[:]//evil[.]example/', 'evil.example'],
    ['https://evil.example/', 'evil.example'],
    ['evil．example', 'evil.example'],
    ['evil。example', 'evil.example'],
    ['evil‑name.example', 'evil-name.example'],
    ['evil\u2010name.example', 'evil-name.example'],
    ['rnicrosoft-1ogin.com', 'rnicrosoft-1ogin.com'],
    ['тест.example', 'xn--e1aybc.example'],
    ['a.b.c.d.e.f.g.evil.example', 'a.b.c.d.e.f.g.evil.example'],
  ])('%s is surely %s', (line, name) => {
    expect(told(siftLines(lines(`${line}\nother.example`, 'own')))).toEqual({
      ...nothing,
      sure: [name, 'other.example'],
    });
  });

  it('may be several on a line', () => {
    const { sure } = told(
      siftLines(lines('one.example, two.example; three.example\nfour.example and five.example', 'own')),
    );
    expect(sure).toEqual(['one.example', 'two.example', 'three.example', 'four.example', 'five.example']);
  });

  it.each([
    ['evil\u00adname.example', 'soft-hyphen: evil-name.example evilname.example'],
    ['evil–name.example', 'dash: evil-name.example'],
    ['evil\u200bname.example', 'invisible: evilname.example'],
    ['evil[.example', 'half-bracket: evil.example'],
    ['12.evil.example', 'numbering: 12.evil.example evil.example'],
    ['*.evil.example', 'pattern: evil.example'],
    ['https://evil.example/login', 'port-or-path: evil.example'],
    ['evil.example:8443', 'port-or-path: evil.example'],
    ['evil.com3', 'glued: evil.com'],
    ['evil.comVerisign', 'glued: evil.com'],
    ['evil.notatop', 'unknown-ending: evil.notatop'],
    ['payload.zip', 'file-or-name: payload.zip'],
    ['ddns.net', 'shared: ddns.net'],
    ['ecf.dcd.uscourts.gov', 'own: ecf.dcd.uscourts.gov'],
    ['firm.example', 'own: firm.example'],
  ])('%s is to be checked: %s', (line, doubt) => {
    const all = siftLines(lines(`${line}\nother.example`, 'own'), 'pdf', ['firm.example']);
    expect(told(all)).toEqual({ ...nothing, sure: ['other.example'], check: [doubt] });
  });

  it.each([
    ['someone@evil.example', 'mail-address'],
    ['someone[@]evil[.]example', 'mail-address'],
    ['192.0.2.1', 'ip-address'],
    ['192[.]0[.]2[.]1', 'ip-address'],
    ['192.0.2.1:8080', 'ip-address'],
    ['http://192.0.2.1/a', 'ip-address'],
    ['2001:db8::1', 'ip-address'],
    ['exhibit-a.pdf', 'file'],
    ['.com', 'public-suffix'],
    ['co.uk', 'public-suffix'],
    ['U.S.C.', 'citation'],
    ['Fed.R.Civ.P.', 'citation'],
    ['Inc.Plaintiff', 'prose'],
    ['evil..example', 'no-name'],
  ])('%s is refused: %s', (line, reason) => {
    expect(told(siftLines(lines(`${line}\nother.example\nthird.example`, 'own')))).toMatchObject({
      sure: ['other.example', 'third.example'],
      check: [],
      refused: [`${reason}: ${line}`],
    });
  });

  it('is told once, and its repetitions with both places', () => {
    const { sure, repeated } = siftLines(lines('evil.example\nother.example\nEVIL.example', 'own'));
    expect(sure.map(({ place }) => place.line)).toEqual([1, 2]);
    expect(repeated).toEqual([{ name: 'evil.example', place: { page: 1, line: 3 }, first: { page: 1, line: 1 } }]);
  });
});

describe('a number against its entry', () => {
  it('is the entry’s where the list counts on from entries with a blank', () => {
    const list = Array.from({ length: 12 }, (_, at) => `${at + 1}.${at < 9 ? ' ' : ''}name-${at}.evil.example`);
    expect(told(siftLines(lines(list.join('\n'), 'own'))).check).toEqual([]);
  });

  it('may be a label where no entry has a blank', () => {
    const { sure, check } = told(siftLines(lines('1.evil.example\n2.evil.example\n3.evil.example', 'own')));
    expect([sure, check[0]]).toEqual([[], 'numbering: 1.evil.example evil.example']);
  });
});

describe('a sentence', () => {
  it('has names that a person has to look at, and figures, citations and abbreviations that are none', () => {
    const order = [
      'Under 28 U.S.C. 1651 and Fed. R. Civ. P. 65, see Ex. 12.3 and Compl. 4.5, the names',
      'evil.example and hxxp://bad[.]example/x are moved. The Defendants.In addition, No.',
      'in the Order. It is so ordered. See also www.court-notices.example.',
    ].join('\n');
    expect(told(siftLines(lines(order, 'wrapped')))).toEqual({
      sure: [],
      check: [
        'line-end: evil.example namesevil.example',
        'running-text: bad.example',
        'running-text: defendants.in',
        'running-text: www.court-notices.example',
      ],
      refused: ['citation: U.S.C.'],
    });
  });

  it('does not make a list of a line that has a name by itself', () => {
    const head = lines('Law Firm LLP\nwww.firm.example\n1 Main Street', 'own');
    expect(told(siftLines(head)).check).toEqual(['alone: www.firm.example']);
  });

  it('names the sinkhole, the court and counsel, which are refused', () => {
    const text = lines('They shall use ns1.sinkhole.example as filed at ecf.dcd.uscourts.gov today.', 'own');
    expect(told(siftLines(text, 'pdf', ['sinkhole.example'])).refused).toEqual([
      'own: ns1.sinkhole.example',
      'own: ecf.dcd.uscourts.gov',
    ]);
  });
});

describe('a line end', () => {
  it.each([
    ['portal-⏎pay67.net', ['broken: portal-pay67.net portalpay67.net pay67.net']],
    ['portal\u00ad⏎pay67.net', ['broken: portal-pay67.net portalpay67.net pay67.net']],
    ['portal-pay67.⏎net', ['broken: portal-pay67.net']],
    ['portal-pay67⏎.net', ['broken: portal-pay67.net']],
    ['portal-pa⏎y67.net', ['line-end: y67.net portal-pay67.net']],
    ['portal-⏎pay67.⏎net', ['broken: portal-pay67.net portalpay67.net']],
    [
      'login.shop.co⏎m.evil.net',
      ['line-end: login.shop.co login.shop.com.evil.net', 'line-end: m.evil.net login.shop.com.evil.net'],
    ],
    ['hxxps://portal-⏎pay67[.]net/', ['broken: portal-pay67.net portalpay67.net pay67.net']],
  ])('%s', (text, check) => {
    expect(told(siftLines(lines(text.replaceAll('⏎', '\n'), 'wrapped')))).toMatchObject({ sure: [], check });
    expect(told(siftLines(cells(text)))).toMatchObject({ sure: [], check });
  });

  it('in the middle of a page is as good as one over its foot and the next one’s head', () => {
    const torn = siftLines([
      { text: '41. portal-', kind: 'line', place: { page: 1, line: 40 }, block: 1, end: 'wrapped' },
      { text: 'Case 1:26-cv-00001 Page 1 of 2', kind: 'furniture', what: 'footer', place: { page: 1, line: 41 } },
      { text: 'Case 1:26-cv-00001 www.firm.example', kind: 'furniture', what: 'header', place: { page: 2, line: 1 } },
      { text: 'pay67.net', kind: 'line', place: { page: 2, line: 2 }, block: 2 },
      { text: '42. other.net', kind: 'line', place: { page: 2, line: 3 }, block: 2 },
    ]);
    expect(told(torn)).toMatchObject({
      sure: ['other.net'],
      check: ['broken: portal-pay67.net portalpay67.net pay67.net', 'furniture: www.firm.example'],
    });
  });

  it('with a hyphen is held against every line below it: columns may have been read in another order', () => {
    const at = (text: string, line: number) =>
      ({ text, kind: 'line', place: { page: 1, line }, block: 1, end: 'wrapped' }) as const;
    const torn = siftLines([
      at('one.example, portal-', 1),
      at('two.example,', 1),
      at('left.example,', 2),
      at('pay67.net,', 2),
    ]);
    expect(told(torn)).toMatchObject({
      sure: [],
      check: expect.arrayContaining([
        'broken: portal-left.example portalleft.example left.example',
        'broken: portal-pay67.net portalpay67.net pay67.net',
      ]),
    });
  });

  it('between two broken names of a column lets each be what it is', () => {
    const cell = (text: string, row: number, end: 'own' | 'wrapped') =>
      ({ text, kind: 'cell', place: { page: 1, row, column: 1 }, end }) as const;
    const torn = siftLines([
      cell('team-update35.co', 1, 'wrapped'),
      cell('m', 2, 'wrapped'),
      cell('veri', 3, 'wrapped'),
      cell('fy.example', 4, 'own'),
    ]);
    const offered = torn.check.flatMap(({ candidates }) => candidates.map(({ name }) => name));
    expect(torn.sure).toEqual([]);
    expect(offered).toEqual(expect.arrayContaining(['team-update35.com', 'verify.example']));
  });

  it('of a mail address leaves no name behind', () => {
    expect(told(siftLines(lines('someone@evil-\nfirm.example\nother.example', 'wrapped'))).sure).not.toContain(
      'firm.example',
    );
  });

  it('that the author made breaks nothing, unless a hyphen stands at it', () => {
    expect(told(siftLines(lines('shop.co\nm.evil.net\nportal-\npay67.net', 'own')))).toMatchObject({
      sure: ['shop.co', 'm.evil.net'],
      check: ['broken: portal-pay67.net portalpay67.net pay67.net'],
    });
  });

  it('of a text is believed where lines hold whole names', () => {
    const names = ['one.net', 'two.net', 'y67.net', 'ple.net', 'last.net'];
    expect(told(siftLines(lines(names.join('\n')), 'text'))).toEqual({ ...nothing, sure: names });
  });

  it('of a text is doubted next to a piece of a name', () => {
    expect(told(siftLines(lines('one.net\n\nportal-pa\ny67.net\nlast.net'), 'text'))).toEqual({
      ...nothing,
      sure: ['one.net', 'last.net'],
      check: ['line-end: y67.net portal-pay67.net'],
    });
    expect(told(siftLines(lines('portal.exam\nple.net\nlast.net'), 'text'))).toEqual({
      ...nothing,
      sure: ['last.net'],
      check: ['line-end: portal.example.net', 'line-end: ple.net portal.example.net'],
    });
  });
});

describe('a table', () => {
  it('has the names in the column that says so', () => {
    const { sure, check, refused } = told(
      siftLines(
        cells(
          'Domain Name|Registrar|Name server\nevil.example|registrar.example|ns1.host.example\nbad.example||ns2.host.example',
        ),
      ),
    );
    expect([sure, check]).toEqual([['evil.example', 'bad.example'], []]);
    expect(refused).toEqual([
      'other-column: registrar.example',
      'other-column: ns1.host.example',
      'other-column: ns2.host.example',
    ]);
  });

  it('without heads is believed where it is a grid of names, and doubted where it is none', () => {
    expect(told(siftLines(cells('1|evil.example|2|bad.example\n3|two.example|4|worse.example'))).check).toEqual([]);
    expect(
      told(siftLines(cells('evil.example|Acme|www.acme.example\nbad.example|Acme|www.acme.example'))).sure,
    ).toEqual([]);
  });

  it('may have its heads again on every page, and headings in between', () => {
    const { sure, check } = told(
      siftLines(cells('No.|Domain\n1|evil.example\n|Registered with others\nNo.|Domain\n2|bad.example')),
    );
    expect([sure, check]).toEqual([['evil.example', 'bad.example'], []]);
  });

  it('of a spreadsheet has line ends that people made', () => {
    expect(told(siftLines(cells('one.example⏎two.example'), 'xlsx')).sure).toEqual(['one.example', 'two.example']);
    expect(told(siftLines(cells('one.example⏎two.example'), 'pdf')).sure).toEqual([]);
  });
});

it('is never sure of what a reader of the page does not see', () => {
  const hidden = lines('evil.example\nbad.example', 'own').map((line) => ({ ...line, doubt: 'hidden' as const }));
  expect(told(siftLines(hidden)).check).toEqual(['hidden: evil.example', 'hidden: bad.example']);
});

describe('the law', () => {
  const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,14}[a-z0-9])?$/).filter((text) => !text.includes('--'));
  const top = fc.constantFrom('com', 'net', 'org', 'info', 'co.uk', 'example', 'bid', 'in');
  const name = fc
    .tuple(fc.array(label, { minLength: 1, maxLength: 4 }), top)
    .map(([labels, last]) => `${labels.join('.')}.${last}`);
  const width = fc.integer({ min: 5, max: 30 });

  /** As a narrow column does: full lines, also in the middle of a label, with or without a hyphen that is not part of the name. */
  function tear(text: string, at: number): readonly string[] {
    const pieces: string[] = [];
    for (let from = 0; from < text.length; from += at) pieces.push(text.slice(from, from + at));
    return pieces;
  }

  it('holds in narrow cells: no wrong name is sure, and every true one is sure or among what is offered', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 12 }), width, (names, at) => {
        const found = siftLines(cells(['Domain', ...names.map((one) => tear(one, at).join('⏎'))].join('\n')));
        const offered = new Set(
          [...found.sure, ...found.check.flatMap(({ candidates }) => candidates)].map((one) => one.name as string),
        );
        expect(found.sure.filter((one) => !names.includes(one.name))).toEqual([]);
        expect(names.filter((one) => !offered.has(one))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('holds in full lines of a page', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 12 }), width, (names, at) => {
        const page = names.flatMap((one) => {
          const pieces = tear(one, at);
          return pieces.map((text, index) => ({
            text,
            end: index < pieces.length - 1 ? ('wrapped' as const) : ('own' as const),
          }));
        });
        const found = siftLines(
          page.map(({ text, end }, index) => ({
            text,
            end,
            kind: 'line',
            block: 1,
            place: { page: 1, line: index + 1 },
          })),
        );
        const offered = new Set(
          [...found.sure, ...found.check.flatMap(({ candidates }) => candidates)].map((one) => one.name as string),
        );
        expect(found.sure.filter((one) => !names.includes(one.name))).toEqual([]);
        expect(names.filter((one) => !offered.has(one))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });
});
