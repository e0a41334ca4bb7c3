// The findings: typed columns and dictionaries; a finding is put together when it is looked at.

const VERDICTS = ['Undetermined', 'NotApplicable', 'Compliant', 'NonCompliant', 'Waived'];
const SEVERITIES = ['progress', 'advice', 'warning', 'violation'];
const TRENDS = ['new', 'worse', 'better', 'stillOpen', 'fixed', 'noLongerApplies', 'excused', 'noLongerKnown', 'gone', 'unclear', 'newlyUnknown', 'newlyExcused', 'decided', 'stillUnknown'];
const UNDETERMINED = 0;
const BROKEN = 3;
const NUMBER_PLACE = '\u0003';

class Findings {
  constructor(block) {
    const { header } = block;
    this.header = header;
    this.count = header.count;
    for (const name of ['rule', 'verdict', 'rows', 'subject', 'observed', 'limit', 'margin', 'message', 'band', 'basis', 'waiver', 'parts', 'missing', 'correction', 'trend']) {
      this[name] = block.column(name);
    }
    for (const name of ['rowTable', 'rowSchool', 'rowRegion', 'rowId', 'rowName', 'numbers']) this[name] = block.column(name);
    this.heads = header.heads;
    this.numberStart = starts(this.message, header.templates);
    this.corrections = new Corrections(block, this);
  }

  get rowCount() {
    return this.rowTable.length;
  }

  // The values that a column has at all.
  seen(name) {
    this.seenValues ??= {};
    this.seenValues[name] ??= new Set(this[name]);
    return this.seenValues[name];
  }

  head(i) {
    return this.heads[this.rule[i]];
  }

  // The number of the finding's row, -1 where it stands for many.
  row(i) {
    return this.subject[i] - 1;
  }

  rowText(row, schools) {
    const school = this.rowSchool[row] - 1;
    const part = (code, before) => (code & 1 ? before : '') + this.header.rowParts[code >> 1];
    return {
      table: this.header.rowTables[this.rowTable[row]],
      id: part(this.rowId[row], schools.ids[school]),
      name: this.rowName[row] === 0 ? null : part(this.rowName[row] - 1, schools.names[school]),
      school,
      region: this.rowRegion[row] - 1,
    };
  }

  value(place) {
    return place === 0 ? null : { text: this.header.values[place - 1], type: Number(this.header.valueTypes[place - 1]) };
  }

  sentence(i) {
    const template = this.header.templates[this.message[i]];
    const observed = this.observed[i] ? this.header.values[this.observed[i] - 1] : '';
    const limit = this.limit[i] ? this.header.values[this.limit[i] - 1] : '';
    return filled(template, observed, limit, this.numbers, this.numberStart[i], this.header.words);
  }

  detail(place) {
    return place === 0 ? null : this.header.details[place - 1];
  }
}

class Corrections {
  constructor(block, findings) {
    this.findings = findings;
    this.header = block.header;
    this.kind = block.column('correctionKind');
    this.message = block.column('correctionMessage');
    this.numbers = block.column('correctionNumbers');
    this.numberStart = starts(this.message, this.header.correctionTemplates);
    for (const name of ['changeRow', 'changeField', 'changeFrom', 'changeTo']) this[name] = block.column(name);
    this.changeStart = sums(block.column('correctionCount'));
  }

  of(i) {
    const place = this.findings.correction[i] - 1;
    if (place < 0) return null;
    const text = (at) => this.findings.value(at)?.text ?? '';
    const changes = [];
    for (let c = this.changeStart[place]; c < this.changeStart[place + 1]; c++) {
      const [title, unit] = this.header.changeFields[this.changeField[c]];
      changes.push({ row: this.changeRow[c], title, unit, from: this.findings.value(this.changeFrom[c] + 1), to: this.findings.value(this.changeTo[c] + 1) });
    }
    const message = filled(this.header.correctionTemplates[this.message[place]], text(this.findings.observed[i]), text(this.findings.limit[i]),
      this.numbers, this.numberStart[place], this.header.words);
    return { kind: ['none', 'cheapest', 'sufficient', 'collect', 'withheld'][this.kind[place]], message, changes };
  }
}

// Where the numbers of each sentence begin.
function starts(messages, templates) {
  const places = templates.map((pair) => count(pair[0]) + count(pair[1]));
  const start = new Int32Array(messages.length);
  for (let i = 0, at = 0; i < messages.length; i++) {
    start[i] = at;
    at += places[messages[i]];
  }
  return start;

  function count(text) {
    return text ? text.split(NUMBER_PLACE).length - 1 : 0;
  }
}

function sums(counts) {
  const all = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) all[i + 1] = all[i] + counts[i];
  return all;
}

function filled(template, observed, limit, numbers, start, dictionary) {
  let at = start;
  return template.map((text) => text && text.replace(/[\u0001-\u0003]/g, (place) => {
    if (place === '\u0001') return observed;
    return place === '\u0002' ? limit : dictionary[numbers[at++]];
  }));
}
