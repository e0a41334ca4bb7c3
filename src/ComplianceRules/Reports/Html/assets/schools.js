// Schools, regions and what was found of each school in each area.

class Schools {
  constructor(block, areas) {
    const { header } = block;
    this.ids = header.schoolIds;
    this.names = header.schoolNames;
    this.regions = header.regions.map(([code, name, level, parent]) => ({ code, name, level, parent, children: [], schools: [] }));
    this.regions.forEach((region, i) => region.parent >= 0 && this.regions[region.parent].children.push(i));
    this.isDerived = header.derived;
    this.measures = header.measures;
    this.areas = areas;
    this.region = block.column('schoolRegion').map((place) => place - 1);
    this.region.forEach((region, school) => region >= 0 && this.regions[region].schools.push(school));
    this.gravest = block.column('gravest');
    this.kept = block.column('Compliant');
    this.broken = block.column('NonCompliant');
    this.open = block.column('Undetermined');
    this.waived = block.column('Waived');
  }

  get count() {
    return this.ids.length;
  }

  name(school) {
    return this.names[school] ?? this.ids[school];
  }

  regionName(region) {
    const at = this.regions[region];
    if (!at) return say('noRegion');
    return at.name ?? (at.code === 'CN' ? say('china') : at.code);
  }

  // The region itself and everything below it.
  below(region) {
    const all = [region];
    for (let i = 0; i < all.length; i++) all.push(...this.regions[all[i]].children);
    return all;
  }

  // All regions with their codes, each followed by those below it and set in deeper than they.
  regionChoices() {
    const choices = [];
    const add = (region, depth) => {
      choices.push([this.regions[region].code, `${'\u3000'.repeat(depth)}${this.regionName(region)}`]);
      for (const child of this.regions[region].children) add(child, depth + 1);
    };
    this.regions.forEach((region, i) => region.parent < 0 && add(i, 0));
    return choices;
  }

  above(region) {
    const all = [];
    for (let at = region; at >= 0; at = this.regions[at].parent) all.unshift(at);
    return all;
  }

  // What was found of some schools: in one area, or in all.
  tally(schools, area = -1) {
    const sum = { kept: 0, broken: 0, open: 0, waived: 0, gravest: 0, schools: schools.length, violating: 0, breaking: 0, undecided: 0 };
    const width = this.areas.length;
    for (const school of schools) {
      let gravest = 0;
      let open = 0;
      for (let a = area < 0 ? 0 : area; a < (area < 0 ? width : area + 1); a++) {
        const at = school * width + a;
        sum.kept += this.kept[at];
        sum.broken += this.broken[at];
        sum.waived += this.waived[at];
        open += this.open[at];
        if (this.gravest[at] > gravest) gravest = this.gravest[at];
      }
      sum.open += open;
      if (gravest > sum.gravest) sum.gravest = gravest;
      if (gravest === 4) sum.violating++;
      else if (gravest > 0) sum.breaking++;
      else if (open > 0) sum.undecided++;
    }
    return sum;
  }

  schoolsBelow(region) {
    return this.below(region).flatMap((r) => this.regions[r].schools);
  }

  areaName(area) {
    const [id, title] = this.areas[area];
    return pick(title, id);
  }
}
