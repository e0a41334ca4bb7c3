// Standard input: [{ "schema": path, "document": JSON text }, …]. Standard output: one list of errors a document, empty where it is valid.
"use strict";
const fs = require("node:fs");
const Ajv2020 = require("ajv/dist/2020");

const validators = new Map();

function validatorOf(path) {
  if (!validators.has(path)) {
    // `required` beside `oneOf` is a common way to say "one of these keys"; everything else is as strict as ajv can be.
    const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
    validators.set(path, ajv.compile(JSON.parse(fs.readFileSync(path, "utf8"))));
  }
  return validators.get(path);
}

const answers = JSON.parse(fs.readFileSync(0, "utf8")).map(({ schema, document }) => {
  const validate = validatorOf(schema);
  return validate(JSON.parse(document)) ? [] : validate.errors.map((e) => `${e.instancePath || "/"}: ${e.message} ${JSON.stringify(e.params)}`);
});
process.stdout.write(JSON.stringify(answers));
