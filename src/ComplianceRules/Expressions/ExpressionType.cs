using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The type of an expression: what kind of value, in what unit, of which declared values, on what scale.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Kind">What kind of value it has.</param>
public sealed record ExpressionType(FieldType Kind)
{
    /// <summary>A truth value.</summary>
    public static ExpressionType Bool { get; } = new(FieldType.Bool);

    /// <summary>Free text.</summary>
    public static ExpressionType Text { get; } = new(FieldType.Text);

    /// <summary>A local day.</summary>
    public static ExpressionType Date { get; } = new(FieldType.Date);

    /// <summary>A time of day between 00:00 and 24:00.</summary>
    public static ExpressionType Time { get; } = new(FieldType.Time) { Scale = TimeScale.WholeDay };

    /// <summary>The unit of a number; null for other types, and for a literal that takes the unit of the other side.</summary>
    public Unit? Unit { get; init; }

    /// <summary>Whether a number is an int of the language: an int literal, or arithmetic of such.</summary>
    public bool IsInt { get; init; }

    /// <summary>The keys of an enum or set; empty for other types.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>The scale of a time; null for other types.</summary>
    public TimeScale? Scale { get; init; }

    /// <summary>Whether it is a list literal of such values.</summary>
    public bool IsList { get; init; }

    /// <summary>The table, where it is a list of rows; null otherwise. Only macros and <c>size</c> take such a list.</summary>
    public string? RowTable { get; init; }

    /// <summary>Whether a number is a square root, which is compared by its square and with which nothing is computed.</summary>
    public bool IsRoot { get; init; }

    /// <summary>The type of one item of a list.</summary>
    public ExpressionType OfItem() => this with { IsList = false };

    /// <summary>A list of rows: of no kind of value itself, for it stands only where rows are gone through.</summary>
    /// <param name="table">The table of the rows.</param>
    public static ExpressionType Rows(string table) => new(FieldType.Text) { IsList = true, RowTable = table };

    /// <summary>A number in a unit.</summary>
    /// <param name="unit">The unit.</param>
    public static ExpressionType Number(Unit unit) => new(FieldType.Number) { Unit = unit };

    /// <summary>The type of a field's values.</summary>
    /// <param name="field">The field.</param>
    public static ExpressionType Of(FieldSchema field) => new(field.Type)
    {
        Unit = field.Unit,
        Scale = field.Scale,
        Options = [.. field.Options.Select(o => o.Key)],
    };
}
