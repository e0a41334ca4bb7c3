using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>What the parts of a rule mean while they are read.</summary>
/// <param name="Names">The names as they are seen there.</param>
/// <param name="Parameters">The values in force.</param>
/// <param name="CountedRule">The rule that answers where one is named by its full id; null where there is none.</param>
internal sealed record ReadingScope(ExpressionScope Names, ParameterTable Parameters, Func<string, CountedRule?> CountedRule)
{
    /// <summary>Whether the parts of composed rules are read by what they say; otherwise each is a variable, and one that is replaced by what is not looser the same one.</summary>
    public bool FollowsParts { get; init; }

    /// <summary>Whether a rule, by its full id, may answer on rows that have packs further in, whatever stands here.</summary>
    public Func<string, bool> IsOpen { get; init; } = _ => false;

    /// <summary>How many frames lie outside of what is read: 0 for a rule itself, 1 for a rule that another counts.</summary>
    public int Frame { get; private init; }

    // Authors write no `#` in names, so what is named so is never what they named.
    private string Prefix => Frame == 0 ? string.Empty : $"#row{Frame}.";

    /// <summary>The canonical text of an expression.</summary>
    /// <param name="expression">The expression.</param>
    public string Text(TypedExpression expression) => Prefix + new ExpressionPrinter(Names).Text(expression);

    /// <summary>The scope of an item of a macro's list, under a name that does not depend on the author's.</summary>
    /// <param name="variable">The macro's variable.</param>
    public ReadingScope Inside(MacroVariable variable) =>
        this with { Names = Names with { Variables = Names.Variables.Add(variable with { Name = $"#{Names.Variables.Length + 1}" }) } };

    /// <summary>The scope of a child row of a kind's list.</summary>
    /// <param name="table">The child's table.</param>
    public ReadingScope InsideChild(string table) => this with { Names = Names with { Child = table } };

    /// <summary>The scope of a rule that is counted on the rows at hand.</summary>
    /// <param name="subject">The rule's own table.</param>
    public ReadingScope Counted(string subject) =>
        this with { Names = Names with { Subject = subject, Child = null, Variables = [] }, Frame = Frame + 1 };
}
