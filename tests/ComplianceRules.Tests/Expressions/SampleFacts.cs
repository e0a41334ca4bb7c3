using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

/// <summary>One region, one school in it and its classes.</summary>
internal sealed class SampleFacts
{
    public SampleRow Region { get; init; } = [];

    public SampleRow School { get; init; } = [];

    public IReadOnlyList<SampleRow> Classes { get; init; } = [[]];

    public bool ReportsClasses { get; init; } = true;

    public bool HasRegion { get; init; } = true;

    public Dictionary<(string Name, string? Key), Value> Parameters { get; init; } = [];

    public Snapshot Snapshot()
    {
        FactTable region = Table(BaseTables.Region, [Region], [-1], null, ("classes", Classes.Count), ("schools", 1), ("regions", 0));
        FactTable school = Table(BaseTables.School, [School], [HasRegion ? 0 : -1], region, ("classes", Classes.Count));
        FactTable classes = Table(BaseTables.Class, Classes, new int[Classes.Count], school);
        FactTable yearGroup = Table(BaseTables.YearGroup, [], [], school);
        DataReport report = new(ImmutableSortedDictionary<string, int>.Empty, 0, [], [], []);
        return new Snapshot(SampleSchema.Facts, null, null, [], [region, school, classes, yearGroup], new Dictionary<int, ImmutableArray<string>>(), report);
    }

    public RowFrames Frames(Snapshot snapshot, string table = BaseTables.Class, int row = 0) => new(snapshot.Table(table), row, new ParameterTable(Parameters));

    private FactTable Table(string name, IReadOnlyList<SampleRow> rows, int[] parents, FactTable? above, params ReadOnlySpan<(string List, int Count)> lists)
    {
        TableSchema schema = SampleSchema.Facts.Table(name)!;
        Dictionary<string, ChildList> children = [];
        foreach ((string list, int count) in lists)
            children[list] = new ChildList(SampleSchema.Facts.List(name, list)!.Name, new int[1], new[] { count }, new[] { ReportsClasses ? 1UL : 0UL }, null);
        IEnumerable<FactColumn> columns = schema.Fields.Values.Select(f => SampleColumns.Of(f, rows)).OfType<FactColumn>();
        return new FactTable(schema, RowIds.Of([.. rows.Select((_, i) => $"{i + 1}")]), parents, above, columns, children);
    }
}
