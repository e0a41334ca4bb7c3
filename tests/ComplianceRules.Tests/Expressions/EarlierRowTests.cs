using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

public sealed class EarlierRowTests
{
    private const string Two = """{ "school": [ { "id": "s", "staff": 9, "classes": [ { "id": "1", "enrolment": 40 }, { "id": "2" } ] }, { "id": "t", "classes": [ { "id": "1", "enrolment": 50 } ] } ] }""";

    [Theory]
    [InlineData("s/1", "40")]
    [InlineData("t/1", "50")]
    public void A_class_is_found_by_its_school_and_its_id(string subject, string expected) => Assert.Equal(expected, Earlier(Two, Two, subject, "class", "enrolment"));

    [Fact]
    public void A_fact_of_the_row_above_is_that_of_the_row_above_now() => Assert.Equal("9", Earlier(Two, Two, "s/2", "school", "staff"));

    [Fact]
    public void A_school_that_moved_to_another_region_is_the_same_school()
    {
        const string Before = """{ "region": [ { "code": "370321", "schools": [ { "id": "s", "staff": 8, "classes": [ { "id": "1", "enrolment": 33 } ] } ] } ] }""";
        Assert.Equal("33", Earlier(Two, Before, "s/1", "class", "enrolment"));
    }

    [Fact]
    public void Rows_without_a_row_above_are_found_by_their_ids() => Assert.Equal(
        "39", Earlier("""{ "class": [ { "enrolment": 40 } ] }""", """{ "class": [ { "enrolment": 39 } ] }""", "1", "class", "enrolment"));

    [Theory]
    [InlineData("""{ "school": [ { "id": "s", "classes": [] } ] }""")]
    [InlineData("""{ "school": [ { "id": "u", "classes": [ { "id": "1", "enrolment": 40 } ] } ] }""")]
    [InlineData("""{ "class": [ { "id": "1", "enrolment": 40 } ] }""")]
    [InlineData("{}")]
    public void A_row_that_was_not_there_has_no_earlier_value(string before) => Assert.Equal("?NoPrevious", Earlier(Two, before, "s/1", "class", "enrolment"));

    [Fact]
    public void Without_an_earlier_snapshot_nothing_earlier_is_known() => Assert.Equal("?NoPrevious", Earlier(Two, null, "s/1", "class", "enrolment"));

    [Fact]
    public void What_the_earlier_row_does_not_say_is_unknown_for_its_own_reason()
    {
        Assert.Equal("?Absent", Earlier(Two, Two, "s/2", "class", "enrolment"));
        Assert.Equal("?Absent", Earlier(Two, Two, "s/2", "class", "a"));
        Assert.Equal("?NoParent", Earlier("""{ "class": [ {} ] }""", Two, "1", "school", "staff"));
    }

    [Fact]
    public void One_of_two_rows_of_one_id_cannot_be_told_from_the_other()
    {
        Snapshot now = Made("s");
        Assert.Equal(1, new EarlierRows(now, Made("r", "s")).Find(now.Table(BaseTables.School), 0)?.Row);
        Assert.Null(new EarlierRows(now, Made("s", "s")).Find(now.Table(BaseTables.School), 0));
        Assert.Null(new EarlierRows(now, Made("s", "s", "s")).Find(now.Table(BaseTables.School), 0));
    }

    [Fact]
    public void Many_threads_find_the_same_rows()
    {
        Snapshot now = Made([.. Enumerable.Range(0, 500).Select(i => $"s{i}")]);
        EarlierRows rows = new(now, Made([.. Enumerable.Range(0, 500).Select(i => $"s{499 - i}")]));
        Parallel.For(0, 500, row => Assert.Equal(499 - row, rows.Find(now.Table(BaseTables.School), row)!.Value.Row));
    }

    private static string Earlier(string now, string? before, string subject, string table, string field)
    {
        Snapshot current = Read(now);
        FactTable classes = current.Table(BaseTables.Class);
        int row = Enumerable.Range(0, classes.Count).Single(r => classes.Key(r) == subject);
        FieldExpression fact = new(new RowPath(0, table, InPrevious: true), SampleSchema.Facts.Table(table)!.Field(field)!);
        ReferenceInterpreter interpreter = new(current, Written.AsOf, new SampleVerdicts(), before is null ? null : Read(before));
        Value value = interpreter.Evaluate(fact, new RowFrames(classes, row, new ParameterTable([])));
        return value is UnknownValue unknown ? $"?{unknown.Reason}" : value.Text;
    }

    private static Snapshot Read(string facts) => CaseSnapshotReader.Read(SampleSchema.Facts, Encoding.UTF8.GetBytes(facts), new SourceSpan("c.json", 1, 1), null).Value;

    private static Snapshot Made(params string[] schools)
    {
        int[] parents = new int[schools.Length];
        Array.Fill(parents, -1);
        FactTable table = new(SampleSchema.Facts.Table(BaseTables.School)!, RowIds.Of(schools), parents, null, [], new Dictionary<string, ChildList>());
        DataReport report = new(ImmutableSortedDictionary<string, int>.Empty, 0, [], [], []);
        return new Snapshot(SampleSchema.Facts, null, null, [], [table], new Dictionary<int, ImmutableArray<string>>(), report);
    }
}
