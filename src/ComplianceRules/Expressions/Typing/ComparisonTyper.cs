using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Types comparisons and membership.</summary>
internal sealed class ComparisonTyper(TypeFitter fitter, ExpressionPrinter printer, DiagnosticBag problems)
{
    public TypedExpression? Compare(ComparisonOperator comparison, PlacedExpression left, PlacedExpression right, Place at)
    {
        if (left.Type.IsList && right.Type.IsList) return Lists(comparison, left, right, at);
        if (fitter.Agree(left, right, at) is not { } sides) return null;
        bool ordered = sides.Left.Type.Kind is FieldType.Number or FieldType.Date or FieldType.Time;
        if (ordered || comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual) return new ComparisonExpression(comparison, sides.Left, sides.Right);
        return Refuse(DiagnosticCodes.NoOrder, at, Name(left), TypeNames.Of(sides.Left.Type), Signs.Of(comparison));
    }

    public TypedExpression? Membership(PlacedExpression item, PlacedExpression collection, Place at)
    {
        if (collection.Node is ListExpression list) return InList(item, list, collection.At, at);
        if (collection.Type is { IsList: true, RowTable: null })
            return fitter.Fit(item, collection.Type.OfItem(), Name(collection), at) is { } among ? new MembershipExpression(among, collection.Node) : null;
        if (collection.Type.Kind != FieldType.Set)
            return Refuse(DiagnosticCodes.WrongType, collection.At, Name(collection), TypeNames.Of(collection.Type), "list, set");
        bool isKey = item.Type is { Kind: FieldType.Enum or FieldType.Text, IsList: false };
        if (!isKey || (item.Type.Kind == FieldType.Text && LiteralAdapter.WrittenTexts(item.Node).IsEmpty))
            return Refuse(DiagnosticCodes.TypesDiffer, at, Name(item), TypeNames.Of(item.Type), Name(collection), TypeNames.Of(collection.Type));
        return fitter.Fit(item, collection.Type with { Kind = FieldType.Enum }, Name(collection), at) is { } fitted ? new MembershipExpression(fitted, collection.Node) : null;
    }

    private TypedExpression? Lists(ComparisonOperator comparison, PlacedExpression left, PlacedExpression right, Place at)
    {
        if (comparison is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual)) return Refuse(DiagnosticCodes.NoOrder, at, Name(left), TypeNames.Of(left.Type), Signs.Of(comparison));
        return fitter.AgreeItems(left, right, at) is { } sides ? new ComparisonExpression(comparison, sides.Left, sides.Right) : null;
    }

    private MembershipExpression? InList(PlacedExpression item, ListExpression list, Place listAt, Place at)
    {
        TypedExpression sought = item.Node;
        ImmutableArray<TypedExpression>.Builder items = ImmutableArray.CreateBuilder<TypedExpression>(list.Items.Length);
        foreach (TypedExpression entry in list.Items)
        {
            if (fitter.Agree(new PlacedExpression(sought, item.At), new PlacedExpression(entry, listAt), at) is not { } sides) return null;
            sought = sides.Left;
            items.Add(sides.Right);
        }

        ExpressionType type = items.Count == 0 ? list.Type : items[0].Type;
        return new MembershipExpression(sought, ListExpression.Of(type, items.MoveToImmutable()));
    }

    private string Name(PlacedExpression expression) => Excerpt.Of(printer.Text(expression.Node));

    private TypedExpression? Refuse(DiagnosticCode code, Place at, params ReadOnlySpan<string> arguments)
    {
        problems.Report(code, at.Span, arguments);
        return null;
    }
}
