// A line of standard input: [{ "schema": path, "document": JSON text, "foreign": whether the schema is none of the project's }, …]. The line it is answered with: one list of errors a document, empty where it is valid.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const Ajv2020 = require("ajv/dist/2020");

const validators = new Map();

function read(file) {
  return JSON.parse(fs.readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
}

function validatorOf(file, foreign) {
  if (!validators.has(file)) {
    if (foreign) {
      // Schemas of others are not written for the strict mode, and name formats that ajv does not bring along.
      validators.set(file, new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile(read(file)));
      return validators.get(file);
    }
    // `required` beside `oneOf` is a common way to say "one of these keys"; everything else is as strict as ajv can be.
    const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
    const folder = path.dirname(file);
    const siblings = fs.readdirSync(folder).filter((name) => name.endsWith(".schema.json") && name !== path.basename(file));
    for (const name of siblings) ajv.addSchema(read(path.join(folder, name)), name);
    validators.set(file, ajv.compile(read(file)));
  }
  return validators.get(file);
}

function errorsOf({ schema, document, foreign }) {
  const validate = validatorOf(schema, foreign);
  return validate(JSON.parse(document)) ? [] : validate.errors.map((e) => `${e.instancePath || "/"}: ${e.message} ${JSON.stringify(e.params)}`);
}

readline.createInterface({ input: process.stdin }).on("line", (line) => process.stdout.write(`${JSON.stringify(JSON.parse(line).map(errorsOf))}\n`));
