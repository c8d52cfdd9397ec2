#!/usr/bin/env node
// Starts the program with V8's code cache of it, which saves a third of the start. A cache is made by the build for
// one version of V8; any other ignores it, and compiles the program as it would any script.
'use strict'
const { readFileSync } = require('node:fs')
const { Script } = require('node:vm')

function cachedData() {
  try {
    return readFileSync(`${__dirname}/program-e4fb5dc6.${process.versions.v8}-${process.arch}.cache`)
  } catch {
    return undefined
  }
}

const filename = `${__dirname}/program.js`
// Without its folder in the name, the cache has the same bytes wherever it is made.
const script = new Script(readFileSync(filename, 'latin1'), { filename: 'program.js', cachedData: cachedData() })
script.runInThisContext()(exports, require, module, filename, __dirname)
// The build asks for the cache by this name, once the program has run.
module.exports.createCachedData = () => script.createCachedData()
