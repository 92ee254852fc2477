// The page on paper: black on white whatever the screen's mode, heads of tables on every page, no row over two pages, and the
// number of the page at its foot. A button in a head keeps Chromium from repeating it, so that those give way to their words.
export const PRINT = `
@page{size:auto;margin:16mm 15mm 18mm;
@bottom-right{content:"Page " counter(page) " of " counter(pages);font:8pt sans-serif;color:#555}}
@media print{
:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--accent:#0b4655;--tint:#fff;--pale:#cfdcde}
html{font-size:9.5pt}
body{max-width:none;padding:0}
.skip,nav,.filter{display:none}
header{padding-top:0}
section{margin-top:1.6rem;padding-top:.9rem}
h1{font-size:24pt}
h2,h3,h4,caption,.meta{break-after:avoid}
.scroll{overflow:visible}
table{font-size:8.2pt}
th,td{padding:.25rem .7rem .25rem 0}
thead{display:table-header-group}
tr,.bars>li,.attention li,.findings li,figure,.facts>div,article{break-inside:avoid}
article{content-visibility:visible;padding:.7rem 0 .3rem}
td time,th time{white-space:normal}
.names tbody th{min-width:0}
.names td:nth-last-child(-n+2){min-width:0}
.burn{min-width:0}
article>p:not(.meta){font-size:7pt}
.bars{grid-template-columns:repeat(3,1fr);gap:1.5rem}
.big b{font-size:2.2rem}
.tag.alarm{background:none;color:#000;border-width:2.5px}
a{color:inherit;text-decoration:none}
.sort{display:contents}
.sort::after{content:""}
svg,.k::before,.v::before{print-color-adjust:exact;-webkit-print-color-adjust:exact}
p,li{orphans:3;widows:3}}
`;
