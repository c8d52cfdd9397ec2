"use strict";var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __hasOwnProp=Object.prototype.hasOwnProperty;var __export=(o,e)=>{for(var t in e)__defProp(o,t,{get:e[t],enumerable:true})};var __copyProps=(o,e,t,n)=>{if(e&&typeof e==="object"||typeof e==="function"){for(let r of __getOwnPropNames(e))if(!__hasOwnProp.call(o,r)&&r!==t)__defProp(o,r,{get:()=>e[r],enumerable:!(n=__getOwnPropDesc(e,r))||n.enumerable})}return o};var __toCommonJS=o=>__copyProps(__defProp({},"__esModule",{value:true}),o);var stdin_exports={};__export(stdin_exports,{completion:()=>completion});module.exports=__toCommonJS(stdin_exports);var import_chunk_be96b47e=require("../cli.js")["chunk-be96b47e.js"];var import_chunk_be5c90aa=require("../cli.js")["chunk-be5c90aa.js"];var SCRIPTS={bash:`_redis_conf_lint() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(redis-conf-lint --get-yargs-completions "\${COMP_WORDS[@]}")" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _redis_conf_lint redis-conf-lint
`,zsh:`#compdef redis-conf-lint
_redis_conf_lint() {
  local -a found
  found=("\${(@f)$(redis-conf-lint --get-yargs-completions "\${words[@]}")}")
  compadd -- $found || _files
}
compdef _redis_conf_lint redis-conf-lint
`,fish:`complete -c redis-conf-lint -a '(redis-conf-lint --get-yargs-completions (commandline -opc) (commandline -ct))'
`},completion={name:"completion",usage:"completion SHELL",summary:"the script that completes our words in bash, zsh or fish",options:[],examples:["completion bash >> ~/.bashrc"],run};function run({operands:o},e){let t=SCRIPTS[o[0]??""];return t===void 0||o.length>1?Promise.resolve((0,import_chunk_be96b47e.refuse)(e,`completion takes one of ${Object.keys(SCRIPTS).join(", ")}`)):(e.out(t),Promise.resolve(0))}
