using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using FsCheck.Fluent;

namespace ComplianceRules.Tests.Facts;

/// <summary>Whatever the order in which rows come, the snapshot holds the same.</summary>
public sealed class GatheredOrderTests
{
    private static readonly string?[] Codes = ["110101", "370321", "370322", null];

    [Fact]
    public void Rows_that_come_shuffled_give_the_facts_that_they_give_in_order() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll<int[]>(seeds =>
        {
            int[] shuffled = [.. Enumerable.Range(0, seeds.Length).OrderBy(i => Hash(seeds[i] + i))];
            Assert.Equal(Lines(Make(seeds, [.. Enumerable.Range(0, seeds.Length)])), Lines(Make(seeds, shuffled)));
        }));

    [Fact]
    public void Classes_stand_by_school_then_by_grade_then_as_they_came() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll<int[]>(seeds =>
        {
            SnapshotBuilder builder = new(SampleFacts.Schema, new SnapshotOptions());
            for (int school = 0; school < 3; school++) builder.Table("school").Add($"s{school}", -1);
            for (int i = 0; i < seeds.Length; i++) AddClass(builder.Table("class"), i, (int)(Hash(seeds[i]) % 4) - 1, Hash(seeds[i]) / 4);
            IEnumerable<int> expected = Enumerable.Range(0, seeds.Length)
                .OrderBy(i => Hash(seeds[i]) % 4 == 0 ? 4 : Hash(seeds[i]) % 4)
                .ThenBy(i => GradeOf(Hash(seeds[i]) / 4) ?? 13);
            Assert.Equal(expected.Select(i => $"c{i}"), builder.Build().Value.Table("class").Ids());
        }));

    [Fact]
    public void What_was_said_of_the_rows_to_come_changes_nothing()
    {
        int[] seeds = [.. Enumerable.Range(0, 30_000)];
        SnapshotBuilder told = new(SampleFacts.Schema, new SnapshotOptions());
        Fill(told, seeds, seeds, at => told.Expect(at + 1, seeds.Length * (at % 7L)));
        Assert.Equal(SnapshotText.Of(Make(seeds, seeds)), SnapshotText.Of(told.Build()));
    }

    private static Checked<Snapshot> Make(int[] seeds, int[] order)
    {
        SnapshotBuilder builder = new(SampleFacts.Schema, new SnapshotOptions());
        Fill(builder, seeds, order, _ => { });
        return builder.Build();
    }

    // A school for each fifth row; each row is a class of some school, with facts that depend on its seed only.
    private static void Fill(SnapshotBuilder builder, int[] seeds, int[] order, Action<int> told)
    {
        TableBuilder schools = builder.Table("school");
        foreach (int i in order.Where(i => i % 5 == 0))
        {
            int row = schools.Add($"s{i}", Codes[Hash(i) % 4] is { } code ? builder.Region(RegionCode.Parse(code)) : -1);
            if (Hash(i) % 3 > 0) schools.SetBool(row, SampleFacts.Field("school", "boarding"), Hash(i) % 3 == 1);
            if (Hash(i) % 2 > 0) schools.SetText(row, SampleFacts.Field("school", "schooling_system"), Hash(i) % 4 == 1 ? "6-3" : "5-4");
            if (Hash(i) % 7 > 0) schools.ReportList(row, "classes");
        }

        for (int at = 0; at < order.Length; at++)
        {
            int i = order[at];
            AddClass(builder.Table("class"), i, schools.Find($"s{i / 5 * 5}", -1), Hash(seeds[i]));
            told(at);
        }
    }

    private static void AddClass(TableBuilder classes, int i, int school, uint seed)
    {
        int row = classes.Add($"c{i}", school);
        classes.Locate(row, new SourceSpan("f.csv", i + 2, 0));
        if (GradeOf(seed) is { } grade) classes.SetNumber(row, SampleFacts.Field("class", "grade"), grade);
        if (seed % 3 > 0) classes.SetNumber(row, SampleFacts.Field("class", "enrolment"), seed % 230);
        if (seed % 5 > 0) classes.SetNumber(row, SampleFacts.Field("class", "height"), seed / 7.0);
        if (seed % 7 > 0) classes.SetSet(row, SampleFacts.Field("class", "clubs"), seed % 2 == 0 ? ["go"] : ["choir", "football"]);
        if (seed % 11 > 0) classes.SetDate(row, SampleFacts.Field("class", "founded"), DateOnly.FromDayNumber(700_000 + (int)(seed % 1000)));
        if (seed % 13 > 0) classes.SetTime(row, SampleFacts.Field("class", "starts"), (int)(seed % 1500));
        if (seed % 17 > 0) classes.SetText(row, SampleFacts.Field("class", "name"), $"{seed % 300}班");
        if (seed % 19 > 15) classes.SetText(row, SampleFacts.Field("class", "stage"), seed % 2 == 0 ? "primary" : "junior");
    }

    private static int? GradeOf(uint seed) => seed % 14 < 13 ? (int)(seed % 14) : null;

    private static uint Hash(int seed)
    {
        uint mixed = ((uint)seed + 1) * 0x9E3779B1;
        mixed = (mixed ^ (mixed >> 15)) * 0x85EBCA6B;
        return mixed ^ (mixed >> 13);
    }

    // Each row with its facts and the rows of its lists by their keys: all that does not depend on the order.
    private static IEnumerable<string> Lines(Checked<Snapshot> read)
    {
        Snapshot snapshot = read.Value;
        IEnumerable<string> rows = snapshot.Tables.SelectMany(table => Enumerable.Range(0, table.Count).Select(row => Line(snapshot, table, row)));
        return rows.Concat(snapshot.Data.Issues.Select(i => $"{i}")).Order(StringComparer.Ordinal);
    }

    private static string Line(Snapshot snapshot, FactTable table, int row)
    {
        IEnumerable<string> facts = table.Columns.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Field.Name}={SnapshotText.Value(c, row)}"));
        IEnumerable<string> lists = table.Lists.OrderBy(l => l.Key, StringComparer.Ordinal).Select(list =>
        {
            (int start, int end) = list.Value.Rows(row);
            FactTable of = snapshot.Table(list.Value.Table);
            return $"{list.Key}{(list.Value.IsReported(row) ? "" : list.Value.ReasonAt(row))}:{string.Join(',', Enumerable.Range(start, end - start).Select(of.Key).Order(StringComparer.Ordinal))}";
        });
        return $"{table.Schema.Name} {table.Key(row)} {string.Join(' ', facts)} {string.Join(' ', lists)}";
    }
}
