// The styles of the page: one accent, quiet lines, figures of one width. Light and dark follow the reader's system; print has
// its own file. No meaning hangs on a colour: what a shape or a colour says, a word says too.
import { PRINT } from './style-print.ts';

const COLOURS = `
:root{color-scheme:light dark;
--paper:#fcfbf8;--ink:#1c2124;--soft:#585f64;--line:#dcd8cf;--accent:#0f5c6e;--tint:#eaf1f2;--pale:#cfdcde;
--serif:Charter,"Bitstream Charter","Iowan Old Style","Sitka Text",Cambria,Georgia,"Noto Serif","Liberation Serif",serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif;
--mono:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace}
@media (prefers-color-scheme:dark){:root{
--paper:#14181a;--ink:#e8e6e1;--soft:#a4abae;--line:#343b3f;--accent:#7fc6d4;--tint:#1b2529;--pale:#3c4c51}}
`;

const TEXT = `
*,::before,::after{box-sizing:border-box}
html{font:100%/1.55 var(--sans);color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0 auto;padding:0 clamp(1rem,4vw,3rem) 4rem;max-width:76rem;font-variant-numeric:tabular-nums lining-nums}
h1,h2,h3,h4{font-family:var(--serif);font-weight:600;line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:clamp(2rem,1.5rem + 2.4vw,3rem);letter-spacing:-.015em}
h2{font-size:1.5rem;margin:0 0 1rem}
section{margin-top:3.5rem;border-top:1px solid var(--line);padding-top:1.5rem}
section section{margin-top:2.5rem}
p{margin:0 0 .75rem;max-width:46rem}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
code,.n{font-family:var(--mono);font-size:.9em}
.n,code{overflow-wrap:anywhere}
.w{white-space:nowrap}
.u,.meta,.also,.of,figcaption,article i,small{color:var(--soft)}
.u{font-size:.85em}
.skip{position:absolute;left:-999px;top:.5rem;background:var(--paper);padding:.5rem 1rem}
.skip:focus{left:1rem;z-index:2}
:target{scroll-margin-top:1rem}
article:target,p:target{background:var(--tint)}
.note{border-inline-start:4px solid var(--accent);padding:.5rem 1rem;background:var(--tint);max-width:52rem}
.also,figcaption{font-size:.9rem}
ul{padding:0;margin:0 0 1rem;list-style:none}
`;

const HEAD = `
header{padding-top:2rem}
.marks{display:flex;gap:.5rem;flex-wrap:wrap;margin:0 0 1.5rem}
.marks li{border:2px solid var(--ink);padding:.1rem .7rem;font-weight:700;letter-spacing:.08em;font-size:.8rem}
.over{font-size:1.05rem;color:var(--soft);margin:.5rem 0 1.5rem;max-width:none}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.75rem 2rem;margin:1.25rem 0;font-size:.95rem}
.facts dt{font-size:.78rem;color:var(--soft)}
.facts dd{margin:0;overflow-wrap:anywhere}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:1.5rem 0 0;font-size:.95rem}
nav a{display:inline-block;padding:.3rem 0;text-decoration:none}
nav a:hover{text-decoration:underline}
footer{margin-top:4rem;border-top:1px solid var(--line);padding-top:1rem;font-size:.85rem;color:var(--soft)}
`;

const FIGURES = `
.bars{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:2rem;margin-bottom:2rem}
.bars>li{min-width:0}
.facet{font-weight:600;margin:0}
.big{font-family:var(--serif);font-size:1.3rem;color:var(--soft);margin:0 0 .5rem;line-height:1.1}
.big b{font-size:3.2rem;color:var(--ink);font-weight:600;letter-spacing:-.02em}
.bar{display:block;border:1px solid var(--accent);border-radius:2px}
.met{fill:var(--accent)}.unmet{fill:var(--pale)}
#hatch path{stroke:var(--accent)}#hatch rect{fill:var(--paper)}
.key{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:.6rem 0 .3rem;font-size:.92rem}
.k::before,.v::before{content:"";display:inline-block;width:.68em;height:.68em;margin-inline-end:.45em;border:1.5px solid var(--accent)}
.k.met::before{border-width:.34em}
.k.unmet::before{background:var(--pale)}
.k.unknown::before{border-style:dashed}
.k.rest::before{border-color:var(--soft);border-width:0 0 1.5px}
.of{font-size:.85rem;margin:0}
figure{margin:0 0 1.5rem}
.burn{display:block;width:100%;min-width:44rem;height:auto}
.burn text{fill:var(--soft);font:13px var(--sans);font-variant-numeric:tabular-nums}
.burn .label{fill:var(--ink);font-size:14px}
.burn text.mark{font-size:11px;fill:var(--ink)}
.burn .grid{stroke:var(--line)}.burn .tick{stroke:var(--soft)}
.burn line.mark{stroke:var(--soft);stroke-width:1;stroke-dasharray:1 3}
.burn path{stroke:var(--accent);stroke-width:2.25;stroke-linejoin:round}
.burn path.done{stroke:var(--ink);stroke-width:3.5}
.burn .ahead{fill:var(--ink);fill-opacity:.05}
`;

const TABLES = `
.scroll{overflow-x:auto;margin:0 0 1.5rem}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:start;color:var(--soft);font-size:.85rem;padding:0 0 .5rem}
caption span{display:inline-block;position:sticky;left:0;max-width:min(100%,calc(100vw - 2rem))}
th,td{text-align:start;vertical-align:baseline;padding:.42rem 1.1rem .42rem 0;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-inline-end:0}
thead th{font-weight:600;font-size:.82rem;color:var(--soft);border-bottom:1.5px solid var(--ink);vertical-align:bottom}
tbody th{font-weight:500}
.num,.right{text-align:end}
td.num{white-space:nowrap}
td time,th time,td .v,.nw{white-space:nowrap}
.digest{font-size:.78em;overflow-wrap:anywhere;color:var(--soft)}
.runs th,.chronicle th{white-space:nowrap}
tr.mark td,tr.mark th{color:var(--soft)}
.no{display:inline-block;min-width:1.5em;text-align:center;border:1px solid var(--soft);border-radius:1em;font-size:.78em;padding:0 .35em}
.names tbody th{min-width:12rem}
.names td time{white-space:normal}
.names td:nth-last-child(-n+2){min-width:7.5rem}
.v.met::before{border-radius:50%;border-width:.34em}
.v.unmet::before{border-radius:50%}
.v.unknown::before{border-radius:50%;border-style:dotted;border-width:2px}
.v.not-ordered::before{border:0;border-bottom:1.5px solid var(--soft);height:.4em}
.v.unmet,.v.unknown{font-weight:600}
.tag{display:inline-block;font:600 .78rem/1.5 var(--sans);padding:0 .5em;border:1.5px solid var(--ink);border-radius:2px;white-space:nowrap}
.tag.alarm{background:var(--ink);color:var(--paper)}
@media (forced-colors:active){.tag.alarm{background:Canvas;color:CanvasText;border-width:3px}}
.tag.watch,.tag.quiet{border-color:var(--line);font-weight:500}
`;

const LISTS = `
.attention li{display:grid;grid-template-columns:9.5rem 1fr;gap:.2rem 1.25rem;padding:.7rem 0;border-bottom:1px solid var(--line);align-items:baseline}
.attention p{margin:0;overflow-wrap:anywhere}
.attention .tag{justify-self:start;white-space:normal}
.filter{display:flex;flex-wrap:wrap;gap:.75rem 1.5rem;align-items:end;margin:0 0 1rem}
.filter[hidden]{display:none}
.filter label{font-size:.85rem;color:var(--soft)}
.filter input,.filter select{display:block;font:inherit;font-size:1rem;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:3px;padding:0 .6rem;height:2.6rem;min-width:min(18rem,80vw)}
.filter select{min-width:10rem}
.filter output{font-size:.9rem;padding-bottom:.5rem}
.sort{white-space:nowrap;font:inherit;color:inherit;background:none;border:0;padding:.2rem 0;cursor:pointer;text-align:inherit}
.sort::after{content:" ↕";content:" ↕"/"";color:var(--soft)}
[aria-sort=ascending] .sort::after{content:" ↑";content:" ↑"/"";color:var(--accent)}
[aria-sort=descending] .sort::after{content:" ↓";content:" ↓"/"";color:var(--accent)}
article{padding:1.1rem 0 .4rem;border-bottom:1px solid var(--line);content-visibility:auto;contain-intrinsic-size:auto 15rem}
article h3,article h4{font-family:var(--sans);font-size:1.02rem;line-height:1.4;overflow-wrap:anywhere}
article .meta{font-size:.85rem;max-width:none;margin:.15rem 0 .6rem;overflow-wrap:anywhere}
.findings li{padding:.14rem 0;padding-inline-start:6.5rem;font-size:.94rem;overflow-wrap:anywhere;max-width:62.5rem}
.findings .v{float:left;margin-inline-start:-6.5rem}
.findings b{font-weight:600}
article i,small{font-size:.85em;font-style:normal}
.notes{font-size:.88rem;color:var(--soft);margin-inline-start:6.5rem;overflow-wrap:anywhere}
article>p:not(.meta){font-size:.8rem;margin:0 0 .3rem 6.5rem;color:var(--soft);max-width:none}
@media (max-width:40rem){
.attention li{grid-template-columns:1fr}
.findings li{padding:.35rem 0}
.findings .v{float:none;display:block;margin:0}
.notes,article>p:not(.meta){margin-left:0}
.w{white-space:normal}.scroll .w{white-space:nowrap}
.bars{gap:1.5rem}
section{margin-top:2.5rem}}
`;

export const STYLE = [COLOURS, TEXT, HEAD, FIGURES, TABLES, LISTS, PRINT].join('').replaceAll('\n', '');
