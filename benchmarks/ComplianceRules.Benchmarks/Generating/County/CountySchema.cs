using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Benchmarks;

/// <summary>The tables and fields that the packs of one county's stack declare; those of other places, of single schools and of templates are left out.</summary>
internal sealed class CountySchema
{
    private CountySchema(ImmutableArray<CountyTable> tables) => Tables = tables;

    /// <summary>The tables, each after the one above it, in the order in which the packs declare them.</summary>
    public ImmutableArray<CountyTable> Tables { get; }

    /// <summary>The schema of the packs of a county.</summary>
    public static CountySchema Of(PackSet packs, RegionCode county)
    {
        List<CountyTable> tables = [.. new[] { BaseTables.Region, BaseTables.School, BaseTables.YearGroup, BaseTables.Class }.Select(Base)];
        foreach (RulePack pack in Stack(packs, county))
        {
            foreach (TableFragment fragment in pack.Facts) Add(tables, fragment);
        }

        return new CountySchema([.. tables.OrderBy(t => Depth(tables, t))]);
    }

    /// <summary>The table of a name.</summary>
    public CountyTable Table(string name) => Tables.First(t => t.Name == name);

    /// <summary>The tables straight below another, in their order.</summary>
    public IEnumerable<CountyTable> Below(string table) => Tables.Where(t => t.Parent == table && t.Name != table);

    private static IEnumerable<RulePack> Stack(PackSet packs, RegionCode county) =>
        county.SelfAndAncestors().Reverse().SelectMany(code => packs.Packs.Where(p => !p.IsTemplate && p.Schools.IsEmpty && p.Region == code));

    private static CountyTable Base(string name)
    {
        TableSchema table = BaseTables.Schema.Tables[name];
        return new CountyTable(name, table.Parent, table.Children, [.. table.Fields.Values]);
    }

    private static void Add(List<CountyTable> tables, TableFragment fragment)
    {
        IEnumerable<FieldSchema> fields = fragment.Fields.Select(f => f.Field).Where(f => !f.IsDerived);
        int at = tables.FindIndex(t => t.Name == fragment.Name);
        if (at < 0) tables.Add(new CountyTable(fragment.Name, fragment.Parent, fragment.Children ?? fragment.Name, [.. fields]));
        else tables[at] = tables[at] with { Fields = [.. tables[at].Fields.Concat(fields).DistinctBy(f => f.Name)] };
    }

    private static int Depth(List<CountyTable> tables, CountyTable table)
    {
        int depth = 0;
        for (CountyTable? at = table; at?.Parent is { } parent && parent != at.Name; at = tables.Find(t => t.Name == parent)) depth++;
        return depth;
    }
}
