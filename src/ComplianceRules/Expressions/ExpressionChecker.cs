using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Expressions;

/// <summary>Turns the expressions and values that an author wrote into checked trees.</summary>
/// <remarks>For one thread. A null answer means that the trouble has been reported.</remarks>
/// <param name="scope">The names that may be used.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class ExpressionChecker(ExpressionScope scope, DiagnosticBag problems)
{
    private readonly ExpressionPrinter _printer = new(scope);

    /// <summary>The same names and problems, inside the child rows of a list.</summary>
    /// <param name="childTable">The table of the child rows, whose fields bare names mean.</param>
    public ExpressionChecker Inside(string childTable) => new(scope with { Child = childTable }, problems);

    /// <summary>Reads an expression of any type.</summary>
    /// <param name="text">A JSON string.</param>
    public TypedExpression? Read(JsonNode text) => Typed(text, isCondition: false);

    /// <summary>Reads an expression that must be a truth value.</summary>
    /// <param name="text">A JSON string.</param>
    public TypedExpression? Condition(JsonNode text) => Typed(text, isCondition: true);

    /// <summary>Reads the value V of a kind: a JSON number, bool, "$param", array of texts for a set, or the text of an expression; it must have the type and unit of what it is held against.</summary>
    /// <param name="value">The JSON value.</param>
    /// <param name="beside">The type that it is held against.</param>
    public TypedExpression? Operand(JsonNode value, ExpressionType beside) => Operands.Read(value, beside, TypeNames.Of(beside));

    /// <summary>Reads the value V of a kind, held against an expression that messages can name.</summary>
    /// <param name="value">The JSON value.</param>
    /// <param name="beside">The expression that it is held against.</param>
    public TypedExpression? Operand(JsonNode value, TypedExpression beside) => Operands.Read(value, beside.Type, Excerpt.Of(_printer.Text(beside)));

    /// <summary>Compares two checked values; types and units must agree, a literal takes the other side's unit, a time literal or parameter the other side's scale.</summary>
    /// <param name="comparison">How.</param>
    /// <param name="left">The left value.</param>
    /// <param name="right">The right value.</param>
    /// <param name="at">Where a disagreement is reported.</param>
    public TypedExpression? Compare(ComparisonOperator comparison, TypedExpression left, TypedExpression right, SourceSpan at)
    {
        Place place = new(at);
        return new ComparisonTyper(Fitter, _printer, problems).Compare(comparison, new PlacedExpression(left, place), new PlacedExpression(right, place), place);
    }

    /// <summary>Puts two checked values together; null where their types or units do not go together.</summary>
    /// <param name="sign">How.</param>
    /// <param name="left">The left value.</param>
    /// <param name="right">The right value.</param>
    /// <param name="at">Where a disagreement is reported.</param>
    public TypedExpression? Combine(ArithmeticOperator sign, TypedExpression left, TypedExpression right, SourceSpan at)
    {
        Place place = new(at);
        return new ArithmeticTyper(scope, Fitter, _printer, problems).Combine(sign, new PlacedExpression(left, place), new PlacedExpression(right, place), place);
    }

    /// <summary>The fact of that name on the nearest row that has it: the subject, else the row above, and so on; null, without a report, where no row has it.</summary>
    /// <param name="name">The field's name.</param>
    public NearestFact? NearestFact(string name) => scope.NearestToSubject(name);

    /// <summary>Warns of comparisons that never or always hold, given the ranges of fields.</summary>
    /// <param name="condition">A checked condition.</param>
    /// <param name="compared">The comparisons in it that may be told, and where.</param>
    public void WarnOfRanges(TypedExpression condition, IReadOnlyList<PlacedExpression> compared) => RangeWarnings.Report(condition, compared, scope, problems);

    private TypeFitter Fitter => new(_printer, problems);

    private OperandReader Operands => new(scope, Fitter, this, problems);

    private TypedExpression? Typed(JsonNode text, bool isCondition)
    {
        if (text.Kind != JsonKind.Text)
        {
            problems.Report(DiagnosticCodes.WrongType, text.Span, JsonWords.Value(text), JsonWords.Kind(text), "text");
            return null;
        }

        DiagnosticBag found = new();
        TypedExpression? typed = ExpressionReader.Read(text, found, scope.HasCelInts) is { } written ? Typed(written, text, isCondition, found) : null;
        // What reading has said of a place, typing does not say again in other words.
        problems.AddRange(found.InOrderFound.DistinctBy(d => (d.Span?.Line, d.Span?.Column)));
        return typed;
    }

    private TypedExpression? Typed(Syntax written, JsonNode text, bool isCondition, DiagnosticBag found)
    {
        ExpressionTyper typer = new(scope, text, found);
        TypedExpression? typed = typer.Type(written);
        if (typed?.Type.RowTable is not null) found.Report(DiagnosticCodes.ListIsNoValue, text.SpanOf(written.Offset, written.Length), Excerpt.Of(_printer.Text(typed)));
        else if (isCondition && typed is not null) typer.IsCondition(typed, written);
        if (found.HasErrors || typed is null) return null;
        WarnOfRanges(typed, typer.Compared);
        return typed;
    }
}
