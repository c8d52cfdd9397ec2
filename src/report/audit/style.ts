/** One page, no network: the style stands in it. Dark and light by what the reader prefers, paper always light. */
export const STYLE = `
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
`
