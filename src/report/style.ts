/** How a report looks, on screens and on paper: plain, in the habits of public services. Its colours have names. */
export const style = `
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:var(--page);font:1rem/1.5 Arial,"Helvetica Neue",Helvetica,sans-serif;overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:.15em}
a:hover{color:var(--ink);text-decoration-thickness:.15em}
:focus-visible{outline:3px solid #fd0;outline-offset:0;box-shadow:0 0 0 5px #0b0c0c}
.hidden:not(thead){position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
thead.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;padding:.5rem 1rem;background:var(--page);z-index:3}
.bar{background:var(--bar);border-bottom:1px solid var(--bar-edge);color:#fff}
.bar>div{display:flex;flex-wrap:wrap;gap:.5rem 2rem;align-items:center;justify-content:space-between;padding:.75rem clamp(1rem,3vw,2.5rem)}
.bar a{color:#fff;font-weight:700;text-decoration:none}
.bar a:hover{color:#fff;text-decoration:underline}
.bar form{display:flex}
.bar input,.search-form input{font:inherit;padding:.35rem .6rem;border:2px solid var(--field);border-radius:0;background:var(--page);color:var(--ink);width:min(17rem,55vw)}
.bar input{border-color:#fff}
::placeholder{color:var(--quiet);opacity:1}
button{font:inherit;cursor:pointer}
.bar button,.search-form button{padding:.35rem .9rem;border:2px solid #fff;background:var(--button);color:#fff;font-weight:700}
.search-form button{border-color:var(--button-edge)}
.search-form{display:flex;flex-wrap:wrap;gap:.4rem 0}
.search-form label{flex-basis:100%;font-weight:700}
.frame{display:grid;grid-template-columns:15.5rem minmax(0,1fr);max-width:120rem}
.side{border-right:1px solid var(--line);padding:1.5rem 1rem 2rem clamp(1rem,2vw,2rem);font-size:.875rem;line-height:1.35}
.side h2{font-size:.875rem;margin:1.25rem 0 .35rem}
.side h2:first-child{margin-top:0}
.side ul{list-style:none;margin:0;padding:0}
.side li{margin:0 0 .1rem;padding:.15rem 0 .15rem .6rem;border-left:4px solid transparent}
.side a{text-decoration:none}
.side a:hover{text-decoration:underline}
.side .here{border-color:var(--accent)}
.side .here a{font-weight:700;color:var(--ink)}
main{padding:1.5rem clamp(1rem,3vw,2.5rem) 4rem;min-width:0}
h1{font-size:clamp(1.6rem,1.2rem + 1.6vw,2.25rem);line-height:1.15;margin:0 0 1rem;max-width:40em;text-wrap:balance}
h2{font-size:1.375rem;line-height:1.25;margin:2.25rem 0 .75rem}
h3{font-size:1.1rem;margin:1.5rem 0 .4rem}
p,.notes{max-width:68ch;margin:0 0 1rem}
.lead{font-size:1.15rem}
.kicker{color:var(--quiet);font-weight:700;margin:0 0 .35rem}
.quiet,.hint{color:var(--quiet)}
.quiet{font-size:.875em}
.facts{display:flex;flex-wrap:wrap;gap:.5rem 2.5rem;margin:0 0 1.5rem;padding:.9rem 0;border-block:1px solid var(--line)}
.facts dt{font-size:.875rem;color:var(--quiet)}
.facts dd{margin:0;font-weight:700}
.counts{display:grid;grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr));gap:.75rem;list-style:none;margin:0;padding:0}
.counts li{background:var(--soft);border-left:4px solid var(--accent)}
.counts li>a,.counts li:not(:has(a)){display:block;padding:.7rem .9rem}
.counts strong{display:block;font-size:1.6rem;line-height:1.2;color:var(--ink)}
.counts a{text-decoration:none}
.counts a span{text-decoration:underline}
.columns{columns:26rem 2;column-gap:3rem}
.columns section{break-inside:avoid}
.columns section h3{padding-top:1.25rem;margin-top:0}
.contents ul{margin:0;padding:0;list-style:none;max-width:60rem}
.contents li{padding:.35rem 0;border-bottom:1px solid var(--hair)}
.contents li .quiet{display:block}
.filters{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;background:var(--soft);padding:.8rem 1rem;margin:0 0 1rem}
.filters label span{display:block;font-size:.8125rem;font-weight:700;margin-bottom:.15rem}
.filters input,.filters select{font:inherit;font-size:.9375rem;height:2.25rem;padding:0 .4rem;border:2px solid var(--field);border-radius:0;background:var(--page);color:var(--ink);width:12rem;max-width:80vw}
.filters p{margin:0 0 .4rem auto;font-size:.9375rem}
.scroll,.picture{overflow-x:auto;max-width:100%}
.scroll{border-bottom:1px solid var(--line);overflow:auto;max-height:calc(100vh - 3rem)}
.scroll::after{content:"More below \\2193"/"";display:block;position:sticky;bottom:0;left:0;z-index:2;box-sizing:border-box;height:1.75rem;margin-top:-1.75rem;padding:.2rem .5rem;opacity:0;pointer-events:none;background:var(--soft);border-top:1px solid var(--line);font-size:.8125rem;animation:more linear;animation-timeline:scroll(nearest)}
@keyframes more{from,99%{opacity:1}to{opacity:0}}
.register tbody tr{scroll-margin-top:4.5rem}
table{border-collapse:separate;border-spacing:0;font-size:.9375rem;line-height:1.4}
.register{min-width:100%}
.register caption{text-align:left}
th,td{text-align:left;vertical-align:top;padding:.55rem .9rem .55rem 0;border-top:1px solid var(--line);min-width:7.5rem;max-width:24rem}
.short{min-width:5rem}
.register tr>:first-child{padding-left:.5rem}
thead th,tbody tr:first-child>*{border-top:0}
.about tr:last-child>*{border-bottom:1px solid var(--line)}
thead th{box-shadow:inset 0 -2px var(--ink);vertical-align:bottom;font-size:.875rem}
.register thead th{position:sticky;top:0;background:var(--page);z-index:2}
thead button{all:unset;cursor:pointer;font-weight:700;display:inline-flex;gap:.35rem;align-items:baseline}
thead button::after{content:"\\2195" / "";color:var(--quiet);font-weight:400}
[aria-sort=ascending] button::after{content:"\\2191" / "";color:var(--ink)}
[aria-sort=descending] button::after{content:"\\2193" / "";color:var(--ink)}
.printed{display:none}
thead button:focus-visible{outline:3px solid #fd0;box-shadow:0 0 0 5px #0b0c0c}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td.number,th.number{padding-right:1.4rem}
td ul{margin:0;padding:0;list-style:none}
td li+li{margin-top:.2rem;padding-top:.2rem;border-top:1px dotted var(--line)}
td.quiet{font-size:.8125rem;min-width:7.5rem}
.register tbody tr>:first-child{position:sticky;left:0;background:var(--page);padding-left:.5rem;z-index:1}
.register tbody tr:target>*{background:var(--mark)}
.is-missing,.is-not-applicable{color:var(--quiet);font-style:italic}
.is-unknown{color:var(--unknown)}
.is-none,.is-late,.is-closed,.is-unreadable{color:var(--absent);font-weight:700}
.is-proposed{color:var(--planned);font-weight:700}
.is-omitted{color:var(--omitted)}
.matrix td,.matrix thead th+th{padding-left:.6rem}
.matrix td.is-provided{background:var(--provided-ground);border-left:4px solid var(--provided);padding-left:.6rem}
.matrix td.is-unknown{background:var(--unknown-ground);border-left:4px solid var(--unknown);padding-left:.6rem}
.matrix td.is-none,.matrix td.is-closed{background:var(--absent-ground);border-left:4px solid var(--absent);padding-left:.6rem;font-weight:400}
.matrix td.is-omitted,.matrix td.is-proposed{background:var(--omitted-ground);border-left:4px solid var(--omitted-edge);padding-left:.6rem;font-weight:400}
.matrix td.is-missing{border-left:4px dashed var(--line);padding-left:.6rem}
.notes{border-left:4px solid var(--line);padding-left:1rem;margin-top:1.5rem}
.notes p{margin:0 0 .5rem}
.picture{border:1px solid var(--line);margin:0 0 1rem;max-height:85vh;overflow:auto}
.picture svg{display:block;max-width:none}
.pictured:not(:has(:checked)) .picture svg{max-width:100%;height:auto;max-height:calc(85vh - 2px);margin:auto}
.larger{display:none}
.hint label{white-space:nowrap;margin-left:1.5rem;color:var(--ink)}
.hint input{width:1.1rem;height:1.1rem;vertical-align:-.15rem}
.picture a{cursor:pointer}
.picture a:hover rect:first-of-type{stroke:var(--accent);stroke-width:2.5}
.picture a:focus-visible{outline:3px solid #fd0;box-shadow:none}
.picture a:focus-visible rect:first-of-type,.picture a:target rect:first-of-type{stroke:var(--ink);stroke-width:3;fill:var(--mark)}
.picture a:focus-visible>g>path,.picture a:target>g>path{stroke-width:4}
.part h2{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:baseline;border-top:4px solid var(--accent);padding-top:.6rem}
.part:target h2{background:var(--mark)}
.part .back{font-size:.9375rem;font-weight:400}
.about{width:100%;max-width:75rem}
.about th{width:17rem;font-weight:400;padding-left:0}
.about td{max-width:none}
.search-form{margin-bottom:1rem}
.results{padding-left:1.5rem}
.results p{margin:.1rem 0 1rem;color:var(--quiet)}
footer{border-top:1px solid var(--line);padding:1rem clamp(1rem,3vw,2.5rem);color:var(--quiet);font-size:.875rem}
.sheet+.sheet{border-top:1px solid var(--line);margin-top:3rem;padding-top:2rem}
@media screen{.single :is(.scroll,.picture,.said){content-visibility:auto;contain-intrinsic-block-size:auto 30rem}}
@media (max-width:40rem){.about :is(tr,th,td){display:block;width:auto}.about td{border:0;padding-top:0}}
@media (max-width:48rem){.register tbody tr>:first-child{position:static}}
@media (max-width:64rem){.frame{display:block}.side{border:0;border-top:1px solid var(--line)}.frame{display:flex;flex-direction:column-reverse}}
@media (forced-colors:active){.counts li,.side .here,.matrix td{border-left-color:CanvasText}.picture svg{forced-color-adjust:none}.side li:not(.here){border-left-color:Canvas}.register tbody tr:target,.part:target h2{outline:2px solid Highlight;outline-offset:-2px}}
@page{size:A4 landscape;margin:14mm 12mm;@bottom-right{content:"Page " counter(page) " of " counter(pages);font:9pt Arial,sans-serif;color:#505a5f}}
@page large{size:A3 landscape}
@media print{
body{font-size:10pt}
.bar,.side,.filters,.skip,.search-form,.hint,.back,footer{display:none}
.frame{display:block}
main{padding:0}
a{color:inherit;text-decoration:none}
.cover{padding-top:12mm}
.cover h1{font-size:28pt}
.counts{grid-template-columns:repeat(6,1fr);gap:3mm}
h2,h3{break-after:avoid}
.sheet.never{display:none}
.large{page:large}
.part{break-inside:avoid}
.sheet:not(#index) h1{font-size:15pt;margin:0 0 1.5mm;break-after:avoid}
.sheet:not(#index) .lead{font-size:9.5pt;margin:0 0 2mm;max-width:none;break-after:avoid}
.notes{max-width:none;margin-top:3mm;font-size:8.5pt;break-before:avoid;break-inside:avoid}
.notes p{margin:0 0 1mm;max-width:none}
.single .part{display:none}
.sheet+.sheet{border:0;margin:0;padding:0}
.sheet+.alone,.alone+.after{break-before:page}
.after+.after,.never+.after{margin-top:9mm}
.contents{break-before:page}
.contents h2{margin:0 0 2mm}
.contents .what{display:none}
.contents li{padding:.6mm 0;font-size:9pt}
.contents li .quiet{display:inline}
.larger{display:block;font-size:8.5pt;margin:2mm 0 0;max-width:none}
.scroll,.picture{overflow:visible;max-height:none;border:0}
.scroll::after{content:none}
.pictured .picture svg,.pictured:not(:has(:checked)) .picture svg{width:100%;height:auto;max-height:150mm}
table{font-size:7.5pt;line-height:1.3}
.register{width:100%;min-width:0}
th,td{min-width:0;max-width:none;padding:1.2mm 1.6mm 1.2mm 0;hyphens:auto}
td.quiet{min-width:0;font-size:6.5pt}
.dense table,.dense td.quiet{font-size:6.5pt}
.dense :is(th,td){padding:.8mm 1mm .8mm 0}
thead{display:table-header-group;break-inside:avoid;break-after:avoid}
tbody tr:first-child{break-before:avoid}
.register thead th{position:static}
thead button{display:none}
.printed{display:inline}
thead th,.register thead th{box-shadow:none;border-bottom:.6mm solid var(--ink);font-size:7.5pt}
.dense .register thead th{font-size:6.5pt}
td .back{display:none}
tr,li{break-inside:avoid}
.dense tr,.dense li{break-inside:auto}
.register tbody tr:target>*{background:none}
.register tr>:first-child,.register tbody tr>:first-child{position:static;padding-left:0}
.register tbody tr:last-child>*{border-bottom:1px solid var(--line)}
.columns{columns:3;column-gap:8mm}
.columns section h3{padding-top:2mm;font-size:10.5pt}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`.trim();
