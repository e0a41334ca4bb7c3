using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>A made-up nation straight in columns, as reading its JSON would give it, without the reading. What the library keeps of a snapshot is known here only.</summary>
internal sealed class ColumnSnapshot
{
    private readonly MadeUpNation _nation;
    private readonly FactSchema _schema;
    private readonly FactTable _regions;
    private readonly SchoolColumns _schools;
    private readonly ClassColumns _classes;
    private readonly TableRoom _groups;
    private readonly int _groupCount;

    private ColumnSnapshot(MadeUpNation nation, FactSchema schema)
    {
        _nation = nation;
        _schema = schema;
        _regions = Regions(nation, schema);
        _groupCount = CountGroups(nation);
        _groups = new TableRoom(schema.Table(BaseTables.YearGroup)!, _groupCount);
        _schools = new SchoolColumns(schema, nation.Shape.Schools);
        _classes = new ClassColumns(schema, nation.Shape.Classes);
    }

    /// <summary>Makes the snapshot.</summary>
    /// <param name="nation">The nation.</param>
    /// <param name="schema">The schema of the benchmark pack, or one with those fields.</param>
    public static Snapshot Make(MadeUpNation nation, FactSchema schema) => new ColumnSnapshot(nation, schema).Make();

    private Snapshot Make()
    {
        int ofASchool = _nation.Shape.ClassesOfASchool;
        ColumnRoom? grade = _groups.Column("grade");
        ColumnRoom? stage = _groups.Column("stage", Names.Stages);
        int[] firstGroups = new int[_nation.Shape.Schools + 1];
        List<(int Start, int End)> runs = new(_groupCount);
        ClassFacts[] classes = new ClassFacts[ofASchool];
        Dictionary<int, int> rows = Enumerable.Range(0, _regions.Count).Where(r => char.IsAsciiDigit(_regions.Id(r)[0]))
            .ToDictionary(r => int.Parse(_regions.Id(r), System.Globalization.CultureInfo.InvariantCulture));
        for (int school = 0; school < _nation.Shape.Schools; school++)
        {
            _nation.Make(school, out SchoolFacts facts, classes);
            _schools.Add(in facts, rows[facts.Region], _nation.SerialOf(school));
            for (int i = 0; i < ofASchool; i++)
            {
                bool isNew = i == 0 || classes[i].Grade != classes[i - 1].Grade;
                if (isNew) AddGroup(in classes[i], school, grade, stage);
                int row = (school * ofASchool) + i;
                runs.Add(isNew ? (row, row + 1) : (runs[^1].Start, row + 1));
                if (!isNew) runs.RemoveAt(runs.Count - 2);
                _classes.Add(in classes[i], school, MadeUpNation.SerialOf(classes, i));
            }

            firstGroups[school + 1] = runs.Count;
        }

        return Assemble(firstGroups, runs);
    }

    private void AddGroup(in ClassFacts row, int school, ColumnRoom? grade, ColumnRoom? stage)
    {
        int group = _groups.Add(row.Grade.ToString(System.Globalization.CultureInfo.InvariantCulture), school);
        grade?.Put(group, row.Grade, true);
        stage?.Put(group, row.Stage, true);
    }

    private Snapshot Assemble(int[] firstGroups, List<(int Start, int End)> runs)
    {
        int ofASchool = _nation.Shape.ClassesOfASchool;
        int schools = _nation.Shape.Schools;
        int[] firstClasses = [.. Enumerable.Range(0, schools + 1).Select(school => school * ofASchool)];
        (int[] firsts, int[] ends) = SchoolsOfRegions();
        FactTable region = new(
            _regions.Schema, _regions.Ids, _regions.Parents.ToArray(), null, _regions.Columns,
            new Dictionary<string, ChildList>(StringComparer.Ordinal)
            {
                ["regions"] = _regions.List("regions")!,
                ["schools"] = OfRegions(BaseTables.School, firsts, ends, null),
                ["year_groups"] = OfRegions(BaseTables.YearGroup, firsts, ends, firstGroups),
                ["classes"] = OfRegions(BaseTables.Class, firsts, ends, firstClasses),
            });
        FactTable school = _schools.Table(region, new Dictionary<string, ChildList>(StringComparer.Ordinal)
        {
            ["year_groups"] = new(BaseTables.YearGroup, firstGroups.AsMemory(0, schools), firstGroups.AsMemory(1), AllBits(schools), null),
            ["classes"] = new(BaseTables.Class, firstClasses.AsMemory(0, schools), firstClasses.AsMemory(1), AllBits(schools), null),
        });
        FactTable group = _groups.Table(school, new Dictionary<string, ChildList>(StringComparer.Ordinal)
        {
            ["classes"] = new(BaseTables.Class, runs.Select(r => r.Start).ToArray(), runs.Select(r => r.End).ToArray(), AllBits(runs.Count), null),
        });
        FactTable classes = _classes.Table(school);
        ImmutableSortedDictionary<string, int> counts = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal)
            .Add(BaseTables.Class, classes.Count).Add(BaseTables.School, schools);
        return new Snapshot(
            _schema, NationText.Date, NationText.Title, [RegionCode.Parse("CN")], [region, school, group, classes],
            new Dictionary<int, ImmutableArray<string>>(), new DataReport(counts, 0, [], [], []));
    }

    // INVARIANT: schools come in the order of their regions' codes, so those below any region are neighbours.
    private (int[] Starts, int[] Ends) SchoolsOfRegions()
    {
        int[] below = new int[_regions.Count];
        ReadOnlySpan<int> parents = _schools.Parents;
        foreach (int region in parents) below[region]++;
        int[] starts = new int[_regions.Count];
        int[] ends = new int[_regions.Count];
        for (int region = 0, at = 0; region < below.Length; region++)
        {
            starts[region] = at;
            ends[region] = at += below[region];
        }

        for (int region = below.Length - 1; region >= 0; region--)
        {
            if (_regions.Parent(region) is >= 0 and int above) ends[above] = Math.Max(ends[above], ends[region]);
        }

        return (starts, ends);
    }

    private ChildList OfRegions(string table, int[] starts, int[] ends, int[]? first)
    {
        int[] from = first is null ? starts : [.. starts.Select(s => first[s])];
        int[] to = first is null ? ends : [.. ends.Select(e => first[e])];
        return new ChildList(table, from, to, AllBits(_regions.Count), [.. Enumerable.Repeat(UnknownReason.NotReported, _regions.Count)]);
    }

    private static ulong[] AllBits(int rows)
    {
        ulong[] bits = new ulong[(rows + 63) / 64];
        for (int row = 0; row < rows; row++) bits[row >> 6] |= 1UL << (row & 63);
        return bits;
    }

    // The rows of regions alone, made by the library itself: their order, codes and levels are its own affair.
    private static FactTable Regions(MadeUpNation nation, FactSchema schema)
    {
        SnapshotBuilder builder = new(schema, new SnapshotOptions());
        builder.Cover(RegionCode.Parse("CN"));
        TableBuilder schools = builder.Table(BaseTables.School);
        foreach (int code in nation.Regions)
        {
            string text = code.ToString(System.Globalization.CultureInfo.InvariantCulture);
            schools.Add(text, builder.Region(RegionCode.Parse(text)));
        }

        return builder.Build().Value.Table(BaseTables.Region);
    }

    private static int CountGroups(MadeUpNation nation)
    {
        ClassFacts[] classes = new ClassFacts[nation.Shape.ClassesOfASchool];
        int count = 0;
        for (int school = 0; school < nation.Shape.Schools; school++)
        {
            nation.Make(school, out _, classes);
            for (int i = 0; i < classes.Length; i++) count += i == 0 || classes[i].Grade != classes[i - 1].Grade ? 1 : 0;
        }

        return count;
    }
}
