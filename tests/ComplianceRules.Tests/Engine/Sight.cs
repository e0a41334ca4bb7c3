namespace ComplianceRules.Tests.Engine;

/// <summary>What an expression is asked about: a row, and the row of its list at hand.</summary>
internal sealed record Sight(MadeRow Subject, MadeRow? Child)
{
    /// <summary>The items that the variables of macros stand for, outermost first.</summary>
    public IReadOnlyList<object?> Variables { get; private init; } = [];

    public MadeRow Own => Child ?? Subject;

    public Sight With(object? item) => this with { Variables = [.. Variables, item] };

    /// <summary>The value of a fact of the row at hand; null where it is missing.</summary>
    public object? Fact(string field) => Own.Facts.GetValueOrDefault(field);

    /// <summary>The value of a fact of a row named by its table.</summary>
    public object? Fact(string table, string field)
    {
        MadeRow? row = Child is null && table == Subject.Table ? Subject.Parent : table == Subject.Table ? Subject : Own.Nearest(table);
        return row?.Facts.GetValueOrDefault(field);
    }
}
