// Standard input: { "dialect": name, "statements": [text, …] }. Standard output: one list of errors a statement, empty where its syntax is right.
"use strict";
const fs = require("node:fs");
const { buildSync } = require("esbuild");

// The parsers are written for bundlers.
const contents = 'export { SparkSQL as sparksql, TrinoSQL as trino } from "dt-sql-parser";';
const [built] = buildSync({ stdin: { contents, resolveDir: process.env.NODE_PATH }, bundle: true, write: false, platform: "node", format: "cjs", nodePaths: [process.env.NODE_PATH] }).outputFiles;
const bundle = { exports: {} };
new Function("module", "exports", "require", built.text)(bundle, bundle.exports, require);

const { dialect, statements } = JSON.parse(fs.readFileSync(0, "utf8"));
const parser = new bundle.exports[dialect]();
const told = (e) => `${e.startLine}:${e.startColumn}: ${e.message}`;
process.stdout.write(JSON.stringify(statements.map((s) => parser.validate(`${s};`).map(told))));
