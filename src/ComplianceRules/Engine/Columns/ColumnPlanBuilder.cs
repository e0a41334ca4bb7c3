using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Gathers the conditions of all rules of a plan by the tables whose rows they are asked of.</summary>
/// <remarks>For one thread; used once.</remarks>
/// <param name="schema">The tables.</param>
internal sealed class ColumnPlanBuilder(FactSchema schema)
{
    private readonly Dictionary<string, TableProgram> _programs = new(StringComparer.Ordinal);
    private readonly List<TableProgram> _inOrder = [];
    private readonly Dictionary<object, int> _numbered = [];
    private readonly Dictionary<(FieldExpression, Season), TypedExpression> _inSeasons = [];

    /// <summary>The tables.</summary>
    public FactSchema Schema => schema;

    /// <summary>The parts of the year of each parameter; null where they are not known.</summary>
    public SeasonCuts? Seasons { get; init; }

    /// <summary>The values that are the same for all rows of a stack.</summary>
    public ConstantBook Constants { get; } = new();

    /// <summary>The conditions on the rows of a table.</summary>
    /// <param name="table">The table's name.</param>
    public TableProgram Program(string table)
    {
        if (_programs.TryGetValue(table, out TableProgram? program)) return program;
        program = new TableProgram(_programs.Count, schema.Table(table)!);
        _programs.Add(table, program);
        _inOrder.Add(program);
        return program;
    }

    /// <summary>The number of a thing, the same for one that is equal.</summary>
    /// <param name="thing">What stands for a condition.</param>
    public int NumberOf(object thing)
    {
        if (!_numbered.TryGetValue(thing, out int known)) _numbered.Add(thing, known = _numbered.Count);
        return known;
    }

    /// <summary>Whether a date lies in a season; the same condition for the same date and season.</summary>
    /// <param name="date">The date.</param>
    /// <param name="season">The season.</param>
    public TypedExpression IsIn(FieldExpression date, Season season)
    {
        if (!_inSeasons.TryGetValue((date, season), out TypedExpression? known)) _inSeasons.Add((date, season), known = new CallExpression(ExpressionType.Bool, new InSeasonFunction(season), [date]));
        return known;
    }

    /// <summary>The tables from the rows at hand up to the row that a path means, both included; null where it cannot be reached by going up.</summary>
    /// <param name="path">The path.</param>
    /// <param name="rows">The rows at hand.</param>
    public ImmutableArray<string>? Climb(RowPath path, RowContext rows)
    {
        if (path.InPrevious || path.Frame >= rows.Frames.Length || rows.Frames[path.Frame] is not { } start) return null;
        List<string> steps = [rows.Table];
        while (path.Frame < rows.Frames.Length - 1 && steps[^1] != start)
        {
            if (!TryStep(steps)) return null;
        }

        for (bool climbs = path.Above; climbs || steps[^1] != path.Table; climbs = false)
        {
            if (!TryStep(steps)) return null;
        }

        return [.. steps];
    }

    /// <summary>The plan of all conditions gathered.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="asOf">The day of assessment.</param>
    public ColumnPlan Build(IEnumerable<ColumnRule> rules, DateOnly asOf) => new([.. _inOrder], [.. rules], Constants.Count, asOf);

    private bool TryStep(List<string> steps)
    {
        string at = steps[^1];
        if (schema.Table(at)?.Parent is not { } parent || schema.Table(parent) is null || (parent == at && steps.Count > 1 && steps[^2] == at)) return false;
        steps.Add(parent);
        return true;
    }
}
