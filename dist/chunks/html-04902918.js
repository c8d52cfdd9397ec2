"use strict";var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __hasOwnProp=Object.prototype.hasOwnProperty;var __export=(e,r)=>{for(var t in r)__defProp(e,t,{get:r[t],enumerable:true})};var __copyProps=(e,r,t,a)=>{if(r&&typeof r==="object"||typeof r==="function"){for(let n of __getOwnPropNames(r))if(!__hasOwnProp.call(e,n)&&n!==t)__defProp(e,n,{get:()=>r[n],enumerable:!(a=__getOwnPropDesc(r,n))||a.enumerable})}return e};var __toCommonJS=e=>__copyProps(__defProp({},"__esModule",{value:true}),e);var stdin_exports={};__export(stdin_exports,{htmlAudit:()=>htmlAudit});module.exports=__toCommonJS(stdin_exports);var import_chunk_9b3dddfa=require("./chunk-9b3dddfa.js");var import_chunk_07a02489=require("./chunk-07a02489.js");var import_chunk_3ac68310=require("../cli.js")["chunk-3ac68310.js"];var import_chunk_940add67=require("../cli.js")["chunk-940add67.js"];var import_chunk_514e247c=require("../cli.js")["chunk-514e247c.js"];var import_chunk_c119520b=require("../cli.js")["chunk-c119520b.js"];var import_chunk_f444da78=require("../cli.js")["chunk-f444da78.js"];var import_chunk_23076e02=require("../cli.js")["chunk-23076e02.js"];var import_chunk_c0f869d1=require("../cli.js")["chunk-c0f869d1.js"];var import_chunk_a9beb28d=require("../cli.js")["chunk-a9beb28d.js"];var import_chunk_a5ac42fc=require("../cli.js")["chunk-a5ac42fc.js"];var import_chunk_c5cfd5b0=require("../cli.js")["chunk-c5cfd5b0.js"];var import_chunk_49fd2635=require("../cli.js")["chunk-49fd2635.js"];var import_chunk_6d7c0456=require("../cli.js")["chunk-6d7c0456.js"];var import_chunk_d3e3a133=require("../cli.js")["chunk-d3e3a133.js"];var import_chunk_01ea2ba8=require("../cli.js")["chunk-01ea2ba8.js"];var import_chunk_2cc0f195=require("../cli.js")["chunk-2cc0f195.js"];var import_chunk_65101165=require("../cli.js")["chunk-65101165.js"];var import_chunk_8acff8e2_loaded,import_chunk_8acff8e2=()=>import_chunk_8acff8e2_loaded??=require("./chunk-8acff8e2.js");var import_chunk_ef5f31dc=require("../cli.js")["chunk-ef5f31dc.js"];var import_chunk_cc395bfb=require("../cli.js")["chunk-cc395bfb.js"];var import_chunk_be5c90aa=require("../cli.js")["chunk-be5c90aa.js"];function lineChanges(e,r){let t=[],a=0,n=0;for(;a<e.length||n<r.length;){let i=e[a];if(i!==void 0&&i===r[n]){t.push({kind:"same",text:i}),a++,n++;continue}let[o,l]=meeting(e,a,r,n);for(let s of e.slice(a,a+o))t.push({kind:"removed",text:s});for(let s of r.slice(n,n+l))t.push({kind:"added",text:s});a+=o,n+=l}return t}function meeting(e,r,t,a){for(let n=1;n<=60;n++)for(let i=0;i<=n;i++){let o=e[r+i];if(o!==void 0&&o.trim()!==""&&o===t[a+n-i])return[i,n-i]}return[Math.min(60,e.length-r),Math.min(60,t.length-a)]}var ENTITIES={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"},escaped=e=>e.replaceAll(/[&<>"']/g,r=>ENTITIES[r]??r);function render(e){return e===null?"":typeof e=="object"?"html"in e?e.html:e.map(render).join(""):escaped(String(e))}function html(e,...r){return{html:e.map((t,a)=>t+(a<r.length?render(r[a]??null):"")).join("")}}function fileView(e,r,t){let a=new Map;for(let i of r)a.set(i.start.line,[...a.get(i.start.line)??[],i]);let n=maskedLines(e,t);return html`<h3>${(0,import_chunk_2cc0f195.placeOf)(e.file.path)}</h3>
<ol class="file">${n.map((i,o)=>line(i,o+1,a.get(o+1)??[]))}</ol>`}function line(e,r,t){let a=t.length>0?html` class="marked"`:null;return html`<li${a}><span class="number">${r}</span>${e}</li>
${t.map(({severity:n,rule:i,message:o})=>html`<li class="finding"><span class="tag ${n==="error"?"bad":"warn"}">${n}</span> ${o} <span class="why">(${i})</span></li>
`)}`}function maskedLines(e,{schema:r}){let{text:t}=e.file,a=(0,import_chunk_d3e3a133.secretSpans)(e,r),n=(0,import_chunk_65101165.lineStarts)(e.file),i=0;return Array.from(startsOfText(n,e.file),(o,l)=>{let s=n[l+1]??t.length;for(;(a[i]?.end??1/0)<=o;)i++;let d=[];for(let h=i;(a[h]?.start??1/0)<s;h++)d.push(a[h]??{start:o,end:o});let c=t.slice(o,s).replace(/\r?\n$/,"");return(0,import_chunk_6d7c0456.shown)({text:c,start:o,secrets:d},o,o+c.length)})}var startsOfText=(e,{text:r})=>r.endsWith(`
`)||r===""?e.subarray(0,-1):e,AROUND=2;function diffView(e,r,t){let a=lineChanges(e,r),n=nearChanges(a),i=a.map((o,l)=>n[l]===true?changed(o):n[l-1]===true||l===0?html`<li class="gap">⋯</li>`:null);return html`<h3>${(0,import_chunk_2cc0f195.placeOf)(t)}</h3>
<ol class="diff">${i}</ol>`}var SIGN={same:" ",removed:"\u2212",added:"+"},changed=({kind:e,text:r})=>html`<li class="${e}">${SIGN[e]} ${e==="same"?r:e==="added"?html`<ins>${r}</ins>`:html`<del>${r}</del>`}</li>
`;function nearChanges(e){let r=e.map(()=>false);for(let[t,{kind:a}]of e.entries())a!=="same"&&r.fill(true,Math.max(0,t-AROUND),t+AROUND+1);return r}var WIDTH=340,ROW=118,BOX={width:92,height:36},GAP=32;function graph(e,r){let t=e.zones.length*ROW;return html`<svg class="graph" viewBox="0 0 ${WIDTH} ${t}" role="img" aria-labelledby="${r}-title ${r}-desc">
<title id="${r}-title">Who reaches what</title>
<desc id="${r}-desc">${e.zones.map(a=>`${inWords(a)} `)}</desc>
${e.zones.map((a,n)=>row(a,n*ROW))}
</svg>`}function inWords({zone:e,reach:r,doors:t,harms:a,ways:n}){let i=e==="network"?"From the network":e==="machine"?"From this machine":"Through the socket file";if(r==="unreachable")return`${i}: nobody can connect.`;let o=`${i}: ${t.join(", ")}, ${import_chunk_9b3dddfa.REACH[r]}`;return n===0?`${o}; no way further.`:`${o}; then ${a.map(l=>import_chunk_9b3dddfa.HARM[l]).join(", ")} in ${n} ways.`}function row(e,r){let{reach:t,doors:a,ways:n,harms:i}=e,o=r+30,l=box(0,o,a[0]??"no door",t==="unreachable"?"shut":"open"),s=html`<text x="0" y="${r+18}" class="zone">${import_chunk_9b3dddfa.ZONE[e.zone]}</text>`;if(t==="unreachable")return html`<g>${s}${l}</g>`;let d=n>0,c=html`${arrow(BOX.width,o,true)}${box(BOX.width+GAP,o,GATE[t]??"",t==="open"?"open":d?"weak":"shut")}`,h=d?html`${arrow(2*BOX.width+GAP,o,true)}${box(2*(BOX.width+GAP),o,n===1?"1 way":`${n} ways`,"open")}`:arrow(2*BOX.width+GAP,o,false),u=lines(i.map(f=>import_chunk_9b3dddfa.HARM[f]).join(", "),48);return html`<g>${s}${l}${c}${h}${u.map((f,p)=>html`<text x="0" y="${o+BOX.height+18+p*15}" class="harms">${f}</text>`)}</g>`}var GATE={denied:"turned away",noauth:"must log in",open:"no password"};function box(e,r,t,a){return html`<rect x="${e+1}" y="${r}" width="${BOX.width-2}" height="${BOX.height}" rx="6" class="${a}"/><text x="${e+BOX.width/2}" y="${r+BOX.height/2+4}" text-anchor="middle" class="box">${t}</text>`}function arrow(e,r,t){let a=r+BOX.height/2,n=html`<path d="M${e+3} ${a}h${GAP-8}" class="${t?"way":"cut"}"/>`;return t?html`${n}<path d="M${e+GAP-10} ${a-5}l6 5l-6 5" class="way"/>`:html`${n}<path d="M${e+GAP-8} ${a-7}l14 14m0 -14l-14 14" class="cut"/>`}function lines(e,r){let t=[""];for(let a of e.split(" ")){let n=t[t.length-1]??"";n.length+a.length>=r?t.push(a):t[t.length-1]=n===""?a:`${n} ${a}`}return t}var STYLE=`
:root { color-scheme: light dark; --back: #fff; --ink: #1c2024; --soft: #545c66; --line: #d4d9df; --raised: #f4f6f8;
  --bad: #b3142b; --bad-back: #fdecee; --warn: #7a4b00; --warn-back: #fff4dd; --good: #0b6332; --good-back: #e5f6ec; --link: #0b57b0; }
@media (prefers-color-scheme: dark) { :root { --back: #14171b; --ink: #e8ebef; --soft: #a9b2bd; --line: #3a424c; --raised: #1d2228;
  --bad: #ff98a4; --bad-back: #3c1319; --warn: #ffc966; --warn-back: #382a0a; --good: #7fdca6; --good-back: #0f3220; --link: #8cc2ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main, header, footer { max-width: 62rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.5rem; } footer { padding: 2rem 1rem; color: var(--soft); }
h1 { font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; } h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
a { color: var(--link); } a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; } .skip:focus { position: static; }
.verdict { display: flex; gap: 1rem; align-items: center; margin: 1rem 0; }
.grade { flex: none; width: 4rem; height: 4rem; border-radius: .75rem; display: grid; place-items: center; font-size: 2.25rem; font-weight: 700; }
.grade.bad, .tag.bad { background: var(--bad-back); color: var(--bad); } .grade.warn, .tag.warn { background: var(--warn-back); color: var(--warn); }
.grade.good, .tag.good { background: var(--good-back); color: var(--good); }
.verdict p { margin: 0; } .note, .why { color: var(--soft); } .note { margin: .25rem 0; }
.graph { display: block; width: min(100%, 34rem); height: auto; margin: 1rem 0; font-family: inherit; }
.graph text { fill: var(--ink); font-size: 13px; } .graph .zone { font-weight: 600; } .graph .box { font-size: 12.5px; } .graph .harms { fill: var(--bad); }
.graph rect { stroke-width: 1.5; } .graph .open { fill: var(--bad-back); stroke: var(--bad); } .graph .weak { fill: var(--warn-back); stroke: var(--warn); }
.graph .shut { fill: var(--good-back); stroke: var(--good); } .graph .way { fill: none; stroke: var(--bad); stroke-width: 2; } .graph .cut { fill: none; stroke: var(--good); stroke-width: 2.5; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; padding: 0 .75rem; } summary { cursor: pointer; margin: 0 -.75rem; padding: .6rem .75rem; }
.tag { display: inline-block; border-radius: .3rem; padding: 0 .4rem; font-size: .875rem; font-weight: 600; }
code, .file, .diff { font: .875rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; } code { overflow-wrap: anywhere; }
.steps li { margin: .4rem 0; } .steps .why { display: block; }
.file, .diff { list-style: none; margin: 0; padding: .5rem 0; background: var(--raised); border: 1px solid var(--line); border-radius: .5rem; }
.file li, .diff li { padding: 0 .75rem; white-space: pre-wrap; overflow-wrap: anywhere; } .file .number { display: inline-block; min-width: 3ch; margin-right: 1ch; color: var(--soft); user-select: none; }
.file li.marked { background: var(--bad-back); } .file .finding { font-family: system-ui, sans-serif; white-space: normal; padding: .25rem .75rem .5rem 2.5rem; background: var(--raised); }
.diff .added { background: var(--good-back); } .diff .removed { background: var(--bad-back); } .diff ins, .diff del { text-decoration: none; } .diff .gap { color: var(--soft); }
.list td:first-child { width: 7.5rem; }
@media (max-width: 36rem) { .wide thead { position: absolute; left: -999rem; } .wide tr, .wide td { display: block; border: 0; padding: .1rem 0; } .wide tr { border-bottom: 1px solid var(--line); padding: .5rem 0; } .list td:first-child { width: auto; } }
@media print { :root { --back: #fff; --ink: #000; --soft: #444; --raised: #fff; --line: #999; --bad: #8a0f21; --bad-back: #fff; --warn: #5c3800; --warn-back: #fff; --good: #084a25; --good-back: #fff; --link: #000; }
  .skip, nav { display: none; } details > :not(summary) { display: block; } details, tr, li { break-inside: avoid; } h2, h3 { break-after: avoid; } }
`;function htmlAudit({servers:e,version:r}){let t=e.length>1,a=t?(0,import_chunk_49fd2635.plural)(e.length,"server"):(0,import_chunk_2cc0f195.placeOf)(e[0]?.audit.entry??"");return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>Audit of ${a}</title>
<style>${{html:STYLE}}</style>
</head>
<body>
<a class="skip" href="#main">To the findings</a>
<header><h1>Audit of ${a}</h1></header>
<main id="main">
${t?overview(e):null}
${e.map((n,i)=>section(n,`s${i+1}`,t))}
</main>
<footer>Made by redis-conf-lint ${r}. Secrets are masked.</footer>
</body>
</html>
`.html}function overview(e){return html`<table class="wide">
<thead><tr>${Object.values(import_chunk_9b3dddfa.HEADINGS).map(r=>html`<th scope="col">${r}</th>`)}</tr></thead>
<tbody>${e.map(({audit:r},t)=>{let{grade:a,entry:n,network:i,harms:o,first:l}=(0,import_chunk_9b3dddfa.rowOf)(r);return html`<tr><td><span class="tag ${toneOf(r)}">${a}</span></td><td><a href="#s${t+1}">${n}</a></td><td>${i}</td><td>${o}</td><td>${l===""?null:html`<code>${l}</code>`}</td></tr>
`})}</tbody>
</table>`}var toneOf=({grade:e})=>e<="B"?"good":e==="C"?"warn":"bad";function section(e,r,t){let{audit:a}=e;return html`<section id="${r}" aria-label="${(0,import_chunk_2cc0f195.placeOf)(a.entry)}">
${t?html`<h2>${(0,import_chunk_2cc0f195.placeOf)(a.entry)}</h2>`:null}
${verdict(a)}
${graph(a,r)}
<ul>${a.zones.map(n=>zoneItem(n,a))}</ul>
${waysIn(a)}
${plan(a)}
${files(e)}
${list(a)}
</section>`}function verdict(e){let{grade:r,target:t,problem:a}=e,n=(0,import_chunk_9b3dddfa.runtimeNote)(e);return html`<div class="verdict"><span class="grade ${toneOf(e)}" role="img" aria-label="grade ${r}">${r}</span>
<div><p><strong>${sentence(import_chunk_9b3dddfa.GRADE[r])}</strong></p>
<p class="note">Checked as ${t}.</p>
${n===null?null:html`<p class="note">${sentence(n)}</p>`}
${a===null?null:html`<p class="note">This server does not start: ${a}. What follows is about the lines that are fine.</p>`}</div></div>`}var sentence=e=>`${e.charAt(0).toUpperCase()}${e.slice(1)}${e.endsWith(".")?"":"."}`,zoneItem=(e,{entry:r})=>html`<li>${inWords(e)} ${cause(e.because,r)}</li>
`;function cause({text:e,path:r,line:t},a){return r===null?html`<span class="why">Default: ${e}</span>`:html`<span class="why"><code>${e}</code> (${(0,import_chunk_9b3dddfa.placeIn)({path:r,line:t},(0,import_chunk_2cc0f195.placeOf)(a))})</span>`}function waysIn(e){return e.paths.length===0?html`<h2>Ways in</h2><p>None was found.</p>`:html`<h2>Ways in</h2>
<p class="note">Worst first. Open one for its steps and the lines that close it.</p>
${e.paths.map((r,t)=>way(r,e,t===0))}`}function way(e,{entry:r},t){let{harm:a,title:n,zones:i,login:o,steps:l,advisories:s}=e;return html`<details${t?html` open`:null}><summary><span class="tag ${OWNS.has(a)?"bad":"warn"}">${import_chunk_9b3dddfa.HARM[a]}</span> ${n}</summary>
<p class="note">${sentence(`${i.map(d=>import_chunk_9b3dddfa.FROM[d]).join(", ")}, ${import_chunk_9b3dddfa.LOGIN[o]}`)}</p>
<ol class="steps">${l.map(({does:d,sends:c,because:h})=>html`<li>${d}${c===null?null:html`: <code>${c}</code>`} ${cause(h,r)}</li>
`)}</ol>
${s.length===0?null:html`<p class="note">Published flaws: ${s.join(", ")}. A distribution may have mended them without a new number.</p>`}
${closedBy(e,r)}
</details>
`}var OWNS=new Set(["take-over","read","wipe"]);function closedBy({cuts:e},r){return e.length===0?html`<p>No line of a configuration closes it: upgrade, or put a firewall before it.</p>`:html`<p>Closed by ${e.length===1?"":"any of these"}:</p>
<ul>${e.map(t=>html`<li>${t.map((a,n)=>html`${n===0?null:html` and <br>`}${written(a,r)}`)}</li>
`)}</ul>`}var written=(e,r)=>html`<code>${e.text}</code> (${(0,import_chunk_9b3dddfa.placeIn)(e,(0,import_chunk_2cc0f195.placeOf)(r))})`;function plan({raises:e,entry:r}){return e.length===0?null:html`<h2>What would raise the grade</h2>
<ol class="steps">${e.map(({lines:t,to:a,left:n})=>html`<li>${t.map((i,o)=>html`${o===0?null:html`<br>`}${written(i,r)}`)}
<span class="why">Grade ${a}, ${n===0?"no way left":`${(0,import_chunk_49fd2635.plural)(n,"way")} left`}. ${t[0]?.consequence??null}</span></li>
`)}</ol>`}function files({project:e}){let r=(0,import_chunk_3ac68310.lint)(e),t=[...e.confs.values(),...e.acls.values()];return html`<h2>The files</h2>
${t.map(a=>fileView(a,r.filter(({path:n})=>n===a.file.path),e))}
${beforeAndAfter(e)}`}var A_PASSWORD="0".repeat(64);function beforeAndAfter(e){let{files:r}=(0,import_chunk_07a02489.fixProject)(e,{inputs:{generatePassword:()=>A_PASSWORD}});if(r.size===0)return html`<h2>Before and after <code>--fix</code></h2><p>It would change nothing.</p>`;let t=(0,import_chunk_940add67.reload)(e,new Map(Array.from(r,([n,i])=>[n,i.after]))),a=[...r.keys()].map(n=>{let i=e.confs.get(n)??e.acls.get(n),o=t.confs.get(n)??t.acls.get(n);return i===void 0||o===void 0?null:diffView(maskedLines(i,e),maskedLines(o,t),n)});return html`<h2>Before and after <code>--fix</code></h2>
${a}`}function list({checklist:e}){return html`<h2>What the well-known guides ask for</h2>
<table class="wide list"><thead><tr><th scope="col">State</th><th scope="col">They ask to</th><th scope="col">Seen</th></tr></thead>
<tbody>${e.map(({asks:r,state:t,why:a})=>html`<tr><td><span class="tag ${t==="done"?"good":t==="to do"?"bad":"warn"}">${t==="not to be seen from here"?"not seen":t}</span></td><td>${r}</td><td>${t==="not to be seen from here"?`Not to be seen from here: ${a}`:a}</td></tr>
`)}</tbody></table>`}
