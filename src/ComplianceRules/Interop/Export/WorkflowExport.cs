using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Interop;

/// <summary>Writes rules as workflows of RulesEngine, so that another host can judge by them.</summary>
/// <remarks>
/// What a fact that is missing leaves open is neither kept nor broken there either. Rules that cannot be said so are left out and told. Values of parameters are those of the day
/// and of the stack; another day or region is another export. Each method throws <see cref="InsufficientExecutionStackException"/> where the thread's stack is too small for an expression.
/// </remarks>
public static class WorkflowExport
{
    /// <summary>The rules of one pack.</summary>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="pack">The pack's id.</param>
    /// <param name="asOf">The day of assessment.</param>
    /// <exception cref="ArgumentException">There is no such pack.</exception>
    public static ExportedWorkflows OfPack(Catalogue catalogue, string pack, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        RulePack found = catalogue.Packs.Find(pack) ?? throw new ArgumentException($"there is no pack `{pack}`", nameof(pack));
        PackStack stack = new StackBook(catalogue, asOf).Of(catalogue.Scopes.Of(found));
        return new WorkflowExportMaker(catalogue, stack, asOf).Make(pack, r => r.Pack == found);
    }

    /// <summary>The rules of all packs that judge the rows of a region, those of named schools left out.</summary>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="region">The region.</param>
    /// <param name="asOf">The day of assessment.</param>
    public static ExportedWorkflows OfRegion(Catalogue catalogue, RegionCode region, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return new WorkflowExportMaker(catalogue, new StackBook(catalogue, asOf).Of(region).Stack, asOf).Make(region.Text, _ => true);
    }

    /// <summary>The rules that judge the rows of a snapshot, for each stack that its rows have.</summary>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="snapshot">The facts, read by the catalogue's schema.</param>
    /// <param name="asOf">The day of assessment.</param>
    /// <exception cref="ArgumentException">The snapshot was read by another schema.</exception>
    public static ImmutableArray<ExportedRun> Of(Catalogue catalogue, Snapshot snapshot, DateOnly asOf) => Of(catalogue, snapshot, asOf, new RunOptions());

    /// <summary>The rules asked for that judge the rows asked for of a snapshot, for each stack that its rows have.</summary>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="snapshot">The facts, read by the catalogue's schema.</param>
    /// <param name="asOf">The day of assessment.</param>
    /// <param name="options">Which region, areas, rules and packs of schools; the other options are of no account here, and there may be no waivers apart from the packs.</param>
    /// <exception cref="ArgumentException">The snapshot was read by another schema, the options have waivers, or one names what is not there.</exception>
    public static ImmutableArray<ExportedRun> Of(Catalogue catalogue, Snapshot snapshot, DateOnly asOf, RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Waivers is not null) throw new ArgumentException("a workflow cannot say what waivers apart from the packs excuse", nameof(options));
        Plan.For(catalogue, asOf).Check(snapshot, options);
        RowStacks stacks = new(snapshot, new StackBook(catalogue, asOf), options);
        return
        [
            .. snapshot.Tables.SelectMany(table => Enumerable.Range(0, table.Count).Select(row => (Table: table.Schema.Name, Row: row, Stack: stacks.Of(table, row))))
                .Where(r => r.Stack is not null).GroupBy(r => r.Stack!, (IEqualityComparer<PackStack>)ReferenceEqualityComparer.Instance)
                .Select(rows => Run(catalogue, rows.Key, asOf, options, rows.Select(r => (r.Table, r.Row)))),
        ];
    }

    private static ExportedRun Run(Catalogue catalogue, PackStack stack, DateOnly asOf, RunOptions options, IEnumerable<(string Table, int Row)> rows)
    {
        ImmutableSortedDictionary<string, ImmutableArray<int>> byTable = rows.GroupBy(r => r.Table, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(t => t.Key, t => t.Select(r => r.Row).ToImmutableArray(), StringComparer.Ordinal);
        return new ExportedRun(stack.Packs, new WorkflowExportMaker(catalogue, stack, asOf).Make(string.Join('+', stack.Packs), r => byTable.ContainsKey(r.Rule.Subject) && options.Selects(r)), byTable);
    }
}
