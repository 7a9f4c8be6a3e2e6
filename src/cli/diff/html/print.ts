import { type Paper, rooms } from './paper.ts';

/** How the page is printed: each picture whole, whatever of it is seen on the screen, and below its heading. */
export function printRules(paper: Paper): string {
  const { width, height } = rooms[paper];
  return `
@page{size:A4 ${paper};margin:14mm 12mm;@bottom-right{content:"Page " counter(page) " of " counter(pages);font:9pt Inter,'Segoe UI',system-ui,sans-serif;color:#505a5f}}
@media print{
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
:root{font-size:10.5pt}
body{font-size:1rem}
header,main>*,footer{max-width:none;padding-inline:0}
header{padding-top:0}
.picture>label,.picture>input{display:none}
.picture{margin:0 0 4mm;break-inside:avoid}
.frame,.picture>.full:checked~.frame{margin:0;border:0;overflow:visible;max-height:none}
.frame svg,.picture>.full:checked~.frame svg{max-width:${width}mm;max-height:${height}mm}
.pictured{break-inside:avoid}
.group{margin-top:7mm;padding-top:4mm}
.pictured .group{margin-top:0}
.entries>li{padding-block:1.4mm}
h1,h2,h3,.headline,.between{break-after:avoid}
.entries>li:first-child{break-before:avoid}
li,.trouble{break-inside:avoid}
summary{list-style:none}
summary::-webkit-details-marker{display:none}
${paper === 'landscape' ? '.entries{columns:2;column-gap:10mm}' : ''}
footer{padding-block:4mm 0;break-inside:avoid;break-before:avoid}
}`.trim();
}
