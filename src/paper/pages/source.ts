// The Typst source of every letter. It walks the document, which it reads as JSON; it holds no text of a letter and no decision
// but those of typography. Names and addresses are strings in it, so that nothing in them is markup.

export const SOURCE = `
#let d = json("letter.json")
#let hair = 0.5pt + luma(120)
#let pale = luma(90)

#set document(title: d.title, author: if d.author == "" { () } else { d.author }, date: datetime(..d.date))
#set text(font: d.serif, size: 10.5pt, fallback: false, hyphenate: false, lang: d.lang, region: if d.region == "" { none } else { d.region })
#set par(leading: 0.62em, spacing: 0.95em, justify: false)

#let marks = if d.marks.len() > 0 {
  align(center, text(size: 9pt, weight: "bold", tracking: 0.08em, d.marks.join("  ·  ")))
}
#let running(page) = if page > 1 {
  set text(size: 8.5pt, fill: pale)
  grid(columns: (1fr, auto), column-gutter: 12pt, d.to, d.dateText)
}
#set page(
  paper: "us-letter",
  margin: (x: 1in, top: 1in, bottom: 1in),
  header-ascent: 24%,
  footer-descent: 34%,
  header: context {
    set par(spacing: 0.55em)
    marks
    running(here().page())
  },
  footer: context {
    set text(size: 8.5pt, fill: pale)
    grid(
      columns: (1fr, auto), column-gutter: 12pt,
      d.id, [Page #counter(page).display("1 of 1", both: true)],
    )
  },
)

#let lines(texts) = texts.join(linebreak())
#let code(t) = {
  let set-code = text(font: d.mono, size: 0.86em, t)
  // Half of a name is another name: what fits on a line is not broken.
  if t.len() <= 60 { box(set-code) } else { set-code }
}
#let inline(parts) = for part in parts {
  if part.kind == "text" { part.text }
  else if part.kind == "code" { code(part.text) }
  else if part.kind == "break" { linebreak() }
  else if part.kind == "strong" { strong(inline(part.children)) }
  else if part.kind == "emphasis" { emph(inline(part.children)) }
  else { panic("no such inline: " + part.kind) }
}

#show heading: set text(font: d.serif)
#show quote.where(block: true): set block(above: 0.9em, below: 0.95em)
#show quote.where(block: true): set pad(x: 1.1em)
#show heading.where(level: 1): set text(size: 11.5pt)
#show heading.where(level: 2): set text(size: 11pt)
#show heading.where(level: 3): set text(size: 10.5pt)
#show heading.where(level: 4): set text(size: 10.5pt, style: "italic", weight: "regular")
#show heading: set block(above: 1.35em, below: 0.8em)

#let numbering-at = ("1.", "(a)", "(i)")
#let blocks(parts, depth) = for (at, part) in parts.enumerate() {
  if part.kind == "paragraph" {
    // What announces a quote stays with it.
    let announces = at + 1 < parts.len() and parts.at(at + 1).kind == "quote"
    if announces { block(sticky: true, inline(part.children)) } else { par(inline(part.children)) }
  }
  else if part.kind == "heading" { heading(level: part.level + 1, inline(part.children)) }
  else if part.kind == "quote" { quote(block: true, blocks(part.children, depth)) }
  else if part.kind == "drawing" { block(breakable: false, image(bytes(part.svg), format: "svg", width: 100%, alt: part.alt)) }
  else if part.kind == "rule" { line(length: 100%, stroke: hair) }
  else if part.kind == "list" {
    set par(spacing: 0.85em)
    let items = part.items.map(item => blocks(item, depth + 1))
    let tight = part.items.all(item => item.len() < 2)
    if part.ordered {
      enum(numbering: numbering-at.at(depth, default: "1."), start: part.start, indent: 0pt, body-indent: 0.7em, tight: false, spacing: 0.85em,
        ..items.map(item => enum.item(item)))
    } else {
      list(indent: 0.4em, body-indent: 0.6em, tight: tight, spacing: if tight { 0.62em } else { 0.8em }, marker: [•], ..items)
    }
  } else if part.kind == "table" {
    set text(size: 9.5pt)
    set par(leading: 0.5em)
    table(
      columns: part.head.len(), inset: (x: 5pt, y: 4pt), stroke: (x, y) => (bottom: hair),
      table.header(repeat: true, ..part.head.map(cell => strong(inline(cell)))),
      ..part.rows.fold((), (all, row) => all + row).map(cell => table.cell(breakable: false, inline(cell))),
    )
  } else { panic("no such block: " + part.kind) }
}

// ---- the letter

#if d.letterhead.len() > 0 {
  text(size: 15pt, weight: "bold", d.letterhead.first())
  if d.letterhead.len() > 1 {
    linebreak()
    set text(size: 9pt, fill: pale)
    d.letterhead.slice(1, -1).join(" · ")
    if d.letterhead.len() > 2 { linebreak() }
    d.letterhead.last()
  }
  v(-0.3em)
  line(length: 100%, stroke: 0.8pt)
  v(0.6em)
}
#if d.caption == none {
  par(d.dateText)
  if d.via.len() > 0 { par(strong(lines(d.via))) }
  if d.addressee.len() > 0 { par(lines(d.addressee)) }
  heading(level: 1, if d.letterhead.len() > 0 { "Re: " + d.subject } else { d.subject })
} else {
  let rule = 0.7pt + black
  align(center, strong(lines(d.caption.court)))
  v(0.4em)
  grid(
    columns: (1fr, 1fr),
    grid.cell(stroke: (right: rule, bottom: rule), inset: (right: 10pt, y: 8pt), {
      for line in d.caption.parties { block(inset: (left: line.step * 30pt), par(line.text)) }
    }),
    grid.cell(inset: (left: 16pt, y: 8pt), align: horizon, for line in d.caption.docket { par(line) }),
  )
  v(0.6em)
  align(center, { heading(level: 1, d.subject); d.dateText })
  v(0.6em)
}

#if d.reference.len() > 0 {
  set text(size: 9.5pt)
  set par(leading: 0.5em)
  block(stroke: (y: hair), inset: (y: 6pt), width: 100%, grid(
    columns: (84pt, 1fr), row-gutter: 5.5pt, column-gutter: 8pt,
    ..d.reference.map(row => (strong(row.at(0)), row.at(1))).flatten(),
  ))
  v(0.4em)
}

#let closes = d.signature != none and d.body.len() > 0 and d.body.last().kind == "paragraph"
#blocks(if closes { d.body.slice(0, -1) } else { d.body }, 0)

#if d.signature != none {
  block(breakable: false, width: 100%, {
    if closes { par(inline(d.body.last().children)) }
    v(34pt)
    line(length: 2.7in, stroke: 0.6pt)
    v(-0.45em)
    strong(d.signature.name)
    for said in d.signature.lines {
      linebreak()
      if said.ends-with(":") {
        box(height: 1.9em)
        box(width: 48pt, said)
        box(width: 2.2in, stroke: (bottom: 0.6pt), height: 0.2em)
      } else { said }
    }
  })
}

#if d.enclosures.len() > 0 {
  v(0.8em)
  block(sticky: true, strong[Enclosures])
  set text(size: 9pt)
  set par(leading: 0.5em)
  enum(numbering: "1.", tight: false, spacing: 0.55em, ..d.enclosures.map(said => enum.item(said)))
}

// ---- the names

#let name-cell(cell) = text(font: d.mono, size: cell.size * 1pt, cell.lines.join(linebreak()))
#let displayed-cell(cell) = context {
  let whole = text(cell.displayed)
  let wide = measure(whole).width
  let room = cell.room * 1pt
  let fits = 8.5pt * (room / wide)
  if wide <= room { whole } else { text(size: if fits < 6pt { 7pt } else { fits }, cell.displayed) }
}
#let cell-of(holds, cell) = {
  if holds == "name" { name-cell(cell) }
  else if holds == "displayed" { if cell.displayed == "" { "" } else { displayed-cell(cell) } }
  else { cell }
}

#if d.schedule != none {
  pagebreak(weak: true)
  heading(level: 1, d.schedule.title)
  for note in d.schedule.notes { block(sticky: true, text(size: 9.5pt, note)) }
  set text(size: 8.5pt)
  set par(leading: 0.45em)
  let columns = d.schedule.columns
  let tall = columns.any(column => column.holds == "blank")
  table(
    columns: columns.map(column => column.width * 1pt),
    inset: (x: 4pt, y: if tall { 9pt } else { 3.6pt }),
    align: columns.map(column => horizon + if column.holds == "number" { right } else { left }),
    stroke: (x, y) => (bottom: if y == 0 { 0.8pt } else { hair }, right: if tall and x + 1 < columns.len() { hair } else { none }),
    table.header(repeat: true, ..columns.map(column => strong(column.title))),
    ..for row in d.schedule.rows {
      for (at, cell) in row.enumerate() {
        (table.cell(breakable: false, cell-of(columns.at(at).holds, cell)),)
      }
    },
  )
}
`;
