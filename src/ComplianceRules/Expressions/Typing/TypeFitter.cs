using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Makes an expression fit the type of what it is held against, or says why it cannot.</summary>
internal sealed class TypeFitter(ExpressionPrinter printer, DiagnosticBag problems)
{
    /// <summary>Makes two sides agree: what is written out takes unit, scale and declared values of the other.</summary>
    /// <returns>Both sides; null where they cannot agree, which has been reported.</returns>
    public (TypedExpression Left, TypedExpression Right)? Agree(PlacedExpression left, PlacedExpression right, Place at)
    {
        if (Yields(right.Node, left.Node))
            return Fit(right, left.Type, Name(left), at) is { } fitted ? (left.Node, fitted) : null;
        return Fit(left, right.Type, Name(right), at) is { } other ? (other, right.Node) : null;
    }

    /// <summary>Makes one expression fit a type.</summary>
    /// <param name="given">The expression.</param>
    /// <param name="wanted">The type.</param>
    /// <param name="wantedBy">What has that type, for messages.</param>
    /// <param name="at">Where a disagreement is reported; an unknown key is reported at the expression itself.</param>
    public TypedExpression? Fit(PlacedExpression given, ExpressionType wanted, string wantedBy, Place at)
    {
        bool isKey = wanted is { Kind: FieldType.Enum, IsList: false } && given.Type is { Kind: FieldType.Text, IsList: false };
        bool isMembers = wanted is { Kind: FieldType.Set, IsList: false } && given.Type.IsList;
        if ((isKey || isMembers) && LiteralAdapter.WrittenTexts(given.Node) is { IsEmpty: false } texts)
            return AreDeclared(texts, wanted, wantedBy, given.At) ? LiteralAdapter.AsDeclared(given.Node, wanted) : null;
        if (given.Type.Kind != wanted.Kind || given.Type.IsList || wanted.IsList)
            return Refuse(DiagnosticCodes.TypesDiffer, at, Name(given), TypeNames.Of(given.Type), wantedBy, TypeNames.Of(wanted));
        return wanted.Kind switch
        {
            FieldType.Number => FitUnit(given, wanted, wantedBy, at),
            FieldType.Time => FitScale(given, wanted, wantedBy, at),
            FieldType.Enum or FieldType.Set when !HaveSameOptions(given, wanted) => Refuse(DiagnosticCodes.OptionsDiffer, at, Name(given), wantedBy),
            _ => given.Node,
        };
    }

    /// <summary>Makes the items of two lists agree: a list literal takes what the other list has.</summary>
    /// <returns>Both lists; null where they cannot agree, which has been reported.</returns>
    public (TypedExpression Left, TypedExpression Right)? AgreeItems(PlacedExpression left, PlacedExpression right, Place at)
    {
        // A list of nothing is a list of whatever the other has, and plain numbers are in its unit.
        bool isLeftOpen = left.Node is ListExpression { Items.IsEmpty: true } || (left.Type.Unit is null && right.Type.Unit is not null);
        if (right.Node is ListExpression && !isLeftOpen) return FitItems(right, left.Type, Name(left), at) is { } fitted ? (left.Node, fitted) : null;
        return FitItems(left, right.Type, Name(right), at) is { } other ? (other, right.Node) : null;
    }

    /// <summary>Makes the items of a list fit the items of another list, or the members of a set.</summary>
    /// <param name="given">The list.</param>
    /// <param name="wanted">The type of the other list.</param>
    /// <param name="wantedBy">What has that type, for messages.</param>
    /// <param name="at">Where a disagreement is reported.</param>
    public TypedExpression? FitItems(PlacedExpression given, ExpressionType wanted, string wantedBy, Place at)
    {
        if (!given.Type.IsList || given.Type.RowTable is not null || wanted.RowTable is not null)
            return Refuse(DiagnosticCodes.TypesDiffer, at, Name(given), TypeNames.Of(given.Type), wantedBy, TypeNames.Of(wanted));
        if (given.Node is not ListExpression written)
        {
            if (Fit(new PlacedExpression(new VariableExpression(ItemOf(given.Type)), given.At), wanted.OfItem(), wantedBy, at) is null) return null;
            return wanted.Unit is { } unit ? LiteralAdapter.InUnit(given.Node, unit) : given.Node;
        }

        ImmutableArray<TypedExpression>.Builder items = ImmutableArray.CreateBuilder<TypedExpression>(written.Items.Length);
        foreach (TypedExpression item in written.Items)
        {
            if (Fit(new PlacedExpression(item, given.At), wanted.OfItem(), wantedBy, at) is not { } fitted) return null;
            items.Add(fitted);
        }

        return ListExpression.Of(wanted, items.MoveToImmutable());
    }

    /// <summary>Whether texts are values that a field or parameter declares; reports the first that is not.</summary>
    public bool AreDeclared(ImmutableArray<string> texts, ExpressionType declared, string declaredBy, Place at)
    {
        string? unknown = declared.Options.IsEmpty ? null : texts.FirstOrDefault(t => !declared.Options.Contains(t));
        if (unknown is null) return true;
        problems.Add(new Diagnostic(DiagnosticCodes.UnknownOption, at.Span, Excerpt.Of(unknown), declaredBy, Excerpt.Of(string.Join(", ", declared.Options)))
        {
            DidYouMean = NearestName.Of(unknown, declared.Options),
        });
        return false;
    }

    private static MacroVariable ItemOf(ExpressionType list) => new("…", 0, list.OfItem(), null);

    private static bool Yields(TypedExpression given, TypedExpression other) => (given.Type.Kind, other.Type.Kind) switch
    {
        (FieldType.Number, FieldType.Number) => given.Type.Unit is null,
        (FieldType.Time, FieldType.Time) => LiteralAdapter.TakesScale(given) && !(LiteralAdapter.TakesScale(other) && ScaleOf(given.Type).PassesMidnight),
        (FieldType.Text, FieldType.Enum or FieldType.Set) => true,
        (FieldType.Set, FieldType.Set) => given is ParameterExpression,
        _ => false,
    };

    // A parameter knows only the members that packs have given it so far, seldom all that the field declares.
    private static bool HaveSameOptions(PlacedExpression given, ExpressionType wanted) =>
        given.Type.Options.IsEmpty || wanted.Options.IsEmpty
        || (given.Node is ParameterExpression ? given.Type.Options.All(o => wanted.Options.Contains(o)) : given.Type.Options.ToHashSet(StringComparer.Ordinal).SetEquals(wanted.Options));

    private TypedExpression? FitUnit(PlacedExpression given, ExpressionType wanted, string wantedBy, Place at)
    {
        if (wanted.Unit is null || wanted.Unit.Equals(given.Type.Unit)) return given.Node;
        return given.Type.Unit is null
            ? LiteralAdapter.InUnit(given.Node, wanted.Unit)
            : Refuse(DiagnosticCodes.UnitsDiffer, at, Name(given), given.Type.Unit.Text, wantedBy, wanted.Unit.Text);
    }

    private TypedExpression? FitScale(PlacedExpression given, ExpressionType wanted, string wantedBy, Place at)
    {
        (TimeScale own, TimeScale scale) = (ScaleOf(given.Type), ScaleOf(wanted));
        if (own == scale) return given.Node;
        if (LiteralAdapter.TakesScale(given.Node)) return LiteralAdapter.OnScale(given.Node, scale);
        return own.PassesMidnight || scale.PassesMidnight ? Refuse(DiagnosticCodes.ScalesDiffer, at, Name(given), wantedBy) : given.Node;
    }

    private static TimeScale ScaleOf(ExpressionType time) => time.Scale ?? TimeScale.WholeDay;

    private string Name(PlacedExpression expression) => Excerpt.Of(printer.Text(expression.Node));

    private TypedExpression? Refuse(DiagnosticCode code, Place at, params ReadOnlySpan<string> arguments)
    {
        problems.Report(code, at.Span, arguments);
        return null;
    }
}
