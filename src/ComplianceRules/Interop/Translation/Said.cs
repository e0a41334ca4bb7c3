using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

/// <summary>A part of a foreign expression, said in the rule language.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Text">The text.</param>
/// <param name="Level">How tightly it holds together.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Meaning">What becomes of it where a fact is missing.</param>
internal sealed record Said(string Text, SaidLevel Level, SaidKind Kind, Meaning Meaning)
{
    /// <summary>What <c>has</c> can ask for: the name of a fact or list; null where it is none.</summary>
    public string? Asked { get; init; }

    /// <summary>The field, where it is one.</summary>
    public FieldSchema? Field { get; init; }

    /// <summary>The row, where it is one; of a list of rows the row as which its items are seen.</summary>
    public RowPlace? Row { get; init; }

    /// <summary>What the values of a list are.</summary>
    public SaidKind Items { get; init; }

    /// <summary>Where it reads no facts; a literal or computed from literals.</summary>
    public bool IsConstant { get; init; }

    /// <summary>The number that is written; null where it is no literal.</summary>
    public Rational? Literal { get; init; }

    /// <summary>How RulesEngine counts with a number that is written.</summary>
    public LinqNumberKind Counted { get; init; }

    /// <summary>The text that is written; null where it is no literal.</summary>
    public string? Content { get; init; }

    /// <summary>The time that is written, in minutes after midnight; null where it is no literal.</summary>
    public int? Minute { get; init; }

    /// <summary>Whether RulesEngine may count it as a whole number.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether it is computed from other numbers.</summary>
    public bool IsComputed { get; init; }

    /// <summary>Between which values a number lies; null where that is not known.</summary>
    public NumberRange? Range { get; init; }

    /// <summary>The comparison that it is; null where it is something else.</summary>
    public SaidComparison? Comparison { get; init; }

    /// <summary>The text, in parentheses where it would fall apart beside something tighter.</summary>
    public string At(SaidLevel least) => Level < least ? $"({Text})" : Text;
}
