using System.Collections.Concurrent;
using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Which stack judges each row of a snapshot; null where the caller left the row out.</summary>
/// <remarks>For one run; may be shared between threads.</remarks>
internal sealed class RowStacks
{
    private readonly Snapshot _snapshot;
    private readonly PackStack?[] _regions;
    private readonly PackStack? _homeless;

    // Null where each school is judged by the stack of its region.
    private readonly PackStack?[]? _schools;
    private readonly PackStack? _forced;
    private readonly ConcurrentDictionary<string, ILookup<string, StackRun>> _runs;
    private readonly ConcurrentDictionary<string, ImmutableArray<StackRun>> _all;

    /// <summary>Finds the stacks of all regions and schools.</summary>
    /// <param name="snapshot">The facts.</param>
    /// <param name="stacks">The stacks of the day.</param>
    /// <param name="options">What to judge.</param>
    public RowStacks(Snapshot snapshot, StackBook stacks, RunOptions options)
    {
        _snapshot = snapshot;
        (_runs, _all) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        FactTable regions = snapshot.Table(BaseTables.Region);
        RegionCode?[] codes = [.. Enumerable.Range(0, regions.Count).Select(r => CodeOf(regions, r))];
        RegionStack?[] ofRegions = [.. codes.Select(c => IsIn(c, options) ? stacks.Of(c) : null)];
        _regions = [.. ofRegions.Select(r => r?.Stack)];
        _homeless = IsIn(null, options) ? stacks.Of(null).Stack : null;
        bool areTheirRegions = !snapshot.NamesPacks && options.SchoolPacks.IsEmpty && !ofRegions.Any(r => r is { NamesSchools: true });
        if (!areTheirRegions) _schools = StacksOfSchools(codes, [.. ofRegions.Select(r => r is not { NamesSchools: true })], stacks, options);
    }

    /// <summary>One stack for all rows, wherever they lie.</summary>
    /// <param name="snapshot">The facts.</param>
    /// <param name="forced">The stack.</param>
    public RowStacks(Snapshot snapshot, PackStack forced)
    {
        _snapshot = snapshot;
        (_runs, _all) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        _forced = forced;
        _regions = [];
    }

    /// <summary>The stacks of the same rows with other facts.</summary>
    /// <param name="stacks">The stacks found before.</param>
    /// <param name="snapshot">The facts; of the same regions and schools.</param>
    public RowStacks(RowStacks stacks, Snapshot snapshot)
    {
        _snapshot = snapshot;
        (_runs, _all, _forced) = (stacks._runs, stacks._all, stacks._forced);
        (_regions, _schools, _homeless) = (stacks._regions, stacks._schools, stacks._homeless);
    }

    /// <summary>Other stacks for the same rows.</summary>
    /// <param name="stacks">The stacks found before.</param>
    /// <param name="change">What becomes of a stack; asked once for each.</param>
    public RowStacks(RowStacks stacks, Func<PackStack, PackStack> change)
    {
        Dictionary<PackStack, PackStack> changed = new(ReferenceEqualityComparer.Instance);
        _snapshot = stacks._snapshot;
        (_runs, _all) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        _forced = Changed(stacks._forced);
        _regions = [.. stacks._regions.Select(Changed)];
        _schools = stacks._schools?.Select(Changed).ToArray();
        _homeless = Changed(stacks._homeless);
        Distinct = changed.Values;

        PackStack? Changed(PackStack? stack) => stack is null ? null : changed.TryGetValue(stack, out PackStack? known) ? known : changed[stack] = change(stack);
    }

    /// <summary>The stacks that others were put in the place of; empty where none were.</summary>
    public IReadOnlyCollection<PackStack> Distinct { get; } = [];

    /// <summary>The ids of the packs that judge any row, a region or a school and what lies below it; may hold one twice.</summary>
    public IEnumerable<string> Packs => _regions.Concat(_schools ?? []).Append(_forced).OfType<PackStack>().Distinct(ReferenceEqualityComparer.Instance).Cast<PackStack>().SelectMany(s => s.Packs);

    /// <summary>The stack of a row.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="row">The row.</param>
    public PackStack? Of(FactTable table, int row)
    {
        if (_forced is not null) return _forced;
        while (row >= 0)
        {
            if (table.Schema.Name == BaseTables.School && _schools is not null) return _schools[row];
            if (table.Schema.Name == BaseTables.Region) return _regions[row];
            row = table.Parent(row);
            if (row < 0 && table.Schema.Name == BaseTables.School) return _homeless;
            if (table.Schema.Parent is null) return null;
            table = _snapshot.Table(table.Schema.Parent);
        }

        return null;
    }

    /// <summary>The rows of a table that rules of a reach judge, as runs of neighbours in the order of the rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="reach">The reach.</param>
    public IEnumerable<StackRun> Runs(FactTable table, RuleReach reach)
    {
        // Found once a table: there are far more rules than tables, and a rule concerns few of the stacks.
        ILookup<string, StackRun> runs = _runs.GetOrAdd(
            table.Schema.Name, (_, of) => AllRuns(of).SelectMany(run => run.Stack.Packs, KeyValuePair.Create).ToLookup(p => p.Value, p => p.Key, StringComparer.Ordinal), table);
        return reach.Rule is { } rule ? runs[reach.Pack].Where(run => !run.Stack.Replaced.Contains(rule)) : runs[reach.Pack];
    }

    /// <summary>The rows of a table that a stack judges, as runs of neighbours in the order of the rows, each as long as can be.</summary>
    /// <param name="table">The table.</param>
    public ImmutableArray<StackRun> AllRuns(FactTable table) => _all.GetOrAdd(table.Schema.Name, (_, of) => Merged(RunsOf(of)), table);

    private IEnumerable<StackRun> RunsOf(FactTable table)
    {
        if (_forced is not null) return table.Count == 0 ? [] : [new StackRun(0, table.Count, _forced)];
        if (table.StartsBelow is not { } starts) return RunsOfRows(table);
        if (table.Schema.Name == BaseTables.School) return _schools is null ? RunsOfSchools(table.Count, starts) : RunsOfRows(table);
        IEnumerable<StackRun> below = AllRuns(_snapshot.Table(table.Schema.Parent!)).Select(run => run with { Start = starts[run.Start], End = starts[run.End] });
        return below.Where(run => run.Start < run.End);
    }

    private IEnumerable<StackRun> RunsOfSchools(int count, int[] starts)
    {
        for (int region = 0; region < _regions.Length; region++)
        {
            if (_regions[region] is { } stack && starts[region] < starts[region + 1]) yield return new StackRun(starts[region], starts[region + 1], stack);
        }

        if (_homeless is not null && starts[^1] < count) yield return new StackRun(starts[^1], count, _homeless);
    }

    private IEnumerable<StackRun> RunsOfRows(FactTable table)
    {
        for (int row = 0; row < table.Count; row++)
        {
            if (Of(table, row) is { } stack) yield return new StackRun(row, row + 1, stack);
        }
    }

    private static ImmutableArray<StackRun> Merged(IEnumerable<StackRun> runs)
    {
        ImmutableArray<StackRun>.Builder merged = ImmutableArray.CreateBuilder<StackRun>();
        foreach (StackRun run in runs)
        {
            if (merged.Count > 0 && merged[^1] is var last && last.End == run.Start && last.Stack == run.Stack) merged[^1] = last with { End = run.End };
            else merged.Add(run);
        }

        return merged.ToImmutable();
    }

    private PackStack?[] StacksOfSchools(RegionCode?[] codes, bool[] isPlain, StackBook stacks, RunOptions options)
    {
        FactTable schools = _snapshot.Table(BaseTables.School);
        ILookup<string, string> named = options.SchoolPacks.ToLookup(p => p.School, p => p.Pack, StringComparer.Ordinal);
        bool namesPacks = _snapshot.NamesPacks || named.Count > 0;
        PackStack?[] found = new PackStack?[schools.Count];
        ReadOnlySpan<int> parents = schools.Parents;
        for (int row = 0; row < found.Length; row++)
            found[row] = !namesPacks && parents[row] >= 0 && isPlain[parents[row]] ? _regions[parents[row]] : StackOfSchool(row);
        return found;

        PackStack? StackOfSchool(int row)
        {
            RegionCode? code = schools.Parent(row) < 0 ? null : codes[schools.Parent(row)];
            ImmutableArray<string> packs = [.. _snapshot.PacksOfSchool(row), .. named[schools.Id(row)]];
            return IsIn(code, options) ? stacks.Of(code, schools.Id(row), packs) : null;
        }
    }

    private bool IsIn(RegionCode? code, RunOptions options) => options.Only is not { } only || (code is { } region && _snapshot.Schema.FormerCodes.Contains(only, region));

    private static RegionCode? CodeOf(FactTable regions, int row) => RegionCode.TryParse(regions.Id(row), out RegionCode code) ? code : null;
}
