using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>Writes facts and lists as the subject of a rule sees them, through the lists that are gone through.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Subject">The subject's table.</param>
internal sealed record FactPaths(string Subject)
{
    private const string Previous = "previous.";

    // Frame 1 first. The items of a list of values have no path of their own.
    private ImmutableArray<(string Path, string? Table)> Lists { get; init; } = [];

    /// <summary>What stands before the names of facts of the innermost row; empty for the subject.</summary>
    public string Innermost => Before(Lists.Length);

    /// <summary>What stands before the names of facts of a frame's row.</summary>
    public string Before(int frame) => frame == 0 ? string.Empty : Lists[frame - 1].Path;

    public string Of(FieldExpression fact) => Of(fact.Row) + fact.Field.Name;

    public string Of(ChildListPath list) => Of(list.Row) + list.List;

    /// <summary>The paths inside a list.</summary>
    /// <param name="list">An expression that is a list.</param>
    public FactPaths Inside(TypedExpression list) => list switch
    {
        RowsExpression rows => Inside(rows.List),
        MacroExpression { Kind: MacroKind.Filter } filter => Inside(filter.List),
        ConditionalExpression choice => Inside(choice.WhenTrue),
        _ => this with { Lists = Lists.Add((string.Empty, null)) },
    };

    /// <summary>The paths inside a list of rows.</summary>
    public FactPaths Inside(ChildListPath list) => this with { Lists = Lists.Add(($"{Of(list)}.", list.Table)) };

    /// <summary>Whether a path means the row of its frame itself, and none above it.</summary>
    public bool IsOwn(RowPath row) => !row.Above && row.Table == (row.Frame == 0 ? Subject : Lists[row.Frame - 1].Table);

    private string Of(RowPath row)
    {
        string path = Before(row.Frame) + (row.InPrevious ? Previous : string.Empty);
        return IsOwn(row) ? path : $"{path}{row.Table}.";
    }
}
