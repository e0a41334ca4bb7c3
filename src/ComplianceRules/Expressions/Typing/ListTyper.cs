using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Types what stands behind a list: macros with a variable, and what is made of all items together.</summary>
internal sealed class ListTyper(TypingContext context, TypeFitter fitter, ExpressionPrinter printer, Func<ExpressionScope, DiagnosticBag?, ExpressionTyper> inside)
{
    internal const int NestedMacros = 3;

    // What the items of `[]` could be: nothing says, so it is whatever the macro can take.
    private static readonly ImmutableArray<ExpressionType> OfNothing =
        [ExpressionType.Text, new(FieldType.Number) { IsInt = true }, ExpressionType.Bool, ExpressionType.Date, ExpressionType.Time];

    private static readonly ImmutableArray<AggregateKind> OfOrdered = [AggregateKind.Min, AggregateKind.Max, AggregateKind.Percentile];

    /// <summary>A macro: a list, a variable and what is tried on each item; <c>map</c> also takes a condition before that.</summary>
    public TypedExpression? Macro(CallSyntax call, MacroKind kind, TypedExpression list)
    {
        bool filters = kind == MacroKind.Map && call.Arguments.Length == 3;
        if (call.Arguments.Length != 2 && !filters) return context.Refuse(DiagnosticCodes.MacroArguments, call, call.Name, filters || kind == MacroKind.Map ? "x" : "c");
        if (VariableOf(call, list) is not { } variable) return null;
        if (list is not ListExpression { Items.IsEmpty: true }) return Tried(call, kind, list, variable, null);
        ExpressionType type = OfNothing.FirstOrDefault(t => Fits(call, kind, OfNone(t), variable with { Type = t })) ?? list.Type.OfItem();
        return Tried(call, kind, OfNone(type), variable with { Type = type }, null);
    }

    private bool Fits(CallSyntax call, MacroKind kind, ListExpression none, MacroVariable variable)
    {
        DiagnosticBag aside = new();
        return Tried(call, kind, none, variable, aside) is not null && aside.Count == 0;
    }

    private static ListExpression OfNone(ExpressionType item) => new(item with { IsList = true }, []);

    /// <summary>The macro with its variable.</summary>
    /// <param name="call">The call.</param>
    /// <param name="kind">Which macro.</param>
    /// <param name="list">The list.</param>
    /// <param name="variable">What an item goes by.</param>
    /// <param name="aside">Takes the problems of a mere trial; null where they are the author's.</param>
    private TypedExpression? Tried(CallSyntax call, MacroKind kind, TypedExpression list, MacroVariable variable, DiagnosticBag? aside)
    {
        ExpressionTyper typer = inside(context.Scope with { Variables = context.Scope.Variables.Add(variable) }, aside);
        if (call.Arguments.Length == 2) return Body(kind, list, variable, typer, call.Arguments[1]);
        TypedExpression? kept = Body(MacroKind.Filter, list, variable, typer, call.Arguments[1]);
        TypedExpression? mapped = Body(kind, kept ?? list, variable, typer, call.Arguments[2]);
        return kept is null ? null : mapped;
    }

    /// <summary>One value made of all items.</summary>
    public TypedExpression? Aggregate(CallSyntax call, AggregateKind kind, TypedExpression list, ImmutableArray<TypedExpression> arguments)
    {
        bool takesOne = kind == AggregateKind.Percentile || (kind == AggregateKind.Variation && arguments.Length == 1);
        if (arguments.Length != (takesOne ? 1 : 0)) return context.Refuse(DiagnosticCodes.WrongArguments, call, call.Name, SignatureOf(kind));
        if (kind == AggregateKind.Size) return new AggregateExpression(Count, kind, list, null);
        if (list.Type.RowTable is not null) return context.Refuse(DiagnosticCodes.ListOfRows, call, call.Name, Printed(list));
        ExpressionType item = list.Type.OfItem();
        bool isMoment = item.Kind is FieldType.Date or FieldType.Time;
        if (item.Kind != FieldType.Number && !(isMoment && OfOrdered.Contains(kind)))
            return context.Refuse(DiagnosticCodes.WrongType, call, Printed(list), TypeNames.OfItems(list.Type), "number");
        if (item.IsRoot && !OfOrdered.Contains(kind)) return context.Refuse(DiagnosticCodes.RootComputed, call, Printed(list));
        return kind switch
        {
            AggregateKind.Average => new AggregateExpression(item with { IsInt = false }, kind, list, null),
            AggregateKind.Variation when takesOne => Weighted(call, list, arguments[0]),
            AggregateKind.Variation => new AggregateExpression(RootOfOne, kind, list, null),
            AggregateKind.Percentile => Percentile(call, list, arguments[0]),
            _ => new AggregateExpression(item, kind, list, null),
        };
    }

    /// <summary>Whether all members of one list or set are in another.</summary>
    public TypedExpression? ContainsAll(CallSyntax call, TypedExpression outer, PlacedExpression inner)
    {
        Place at = context.At(call);
        bool isSet = outer.Type is { Kind: FieldType.Set, IsList: false };
        if (!isSet && (!outer.Type.IsList || outer.Type.RowTable is not null))
            return context.Refuse(DiagnosticCodes.WrongType, call, Printed(outer), TypeNames.Of(outer.Type), "list, set");
        TypedExpression? fitted = isSet ? fitter.Fit(inner, outer.Type, Printed(outer), at) : fitter.FitItems(inner, outer.Type, Printed(outer), at);
        return fitted is null ? null : new SetComparisonExpression(fitted, outer);
    }

    private ExpressionType Count => new(FieldType.Number) { IsInt = context.Scope.HasCelInts };

    private static ExpressionType RootOfOne => ExpressionType.Number(Unit.One) with { IsRoot = true };

    private TypedExpression? Body(MacroKind kind, TypedExpression list, MacroVariable variable, ExpressionTyper typer, Syntax written)
    {
        if (typer.Type(written) is not { } body) return null;
        if (kind == MacroKind.Map)
        {
            if (body.Type is { IsList: false, Kind: not FieldType.Set }) return new MacroExpression(body.Type with { IsList = true }, kind, list, variable, body);
            // Only the typer inside knows the variable that the body may name.
            return typer.RefuseType(body, written, "number, text, date, time, bool");
        }

        return typer.IsCondition(body, written) ? new MacroExpression(TypeOf(kind, list), kind, list, variable, body) : null;
    }

    private ExpressionType TypeOf(MacroKind kind, TypedExpression list) => kind switch
    {
        MacroKind.Filter => list.Type,
        MacroKind.Count => Count,
        MacroKind.Share => ExpressionType.Number(Unit.Percent),
        _ => ExpressionType.Bool,
    };

    private MacroVariable? VariableOf(CallSyntax call, TypedExpression list)
    {
        ExpressionScope scope = context.Scope;
        if (scope.Variables.Length == NestedMacros)
        {
            context.Refuse(DiagnosticCodes.MacrosTooDeep, call, ExpressionBounds.Text(NestedMacros));
            return null;
        }

        if (call.Arguments[0] is not NameSyntax name)
        {
            if (call.Arguments[0] is not BrokenSyntax) context.Refuse(DiagnosticCodes.MacroVariable, call.Arguments[0], call.Name);
            return null;
        }

        if (IsTaken(name))
        {
            context.Refuse(DiagnosticCodes.VariableTaken, name, name.Name);
            return null;
        }

        return new MacroVariable(name.Name, scope.VariablesFrom() + scope.Variables.Length + 1, list.Type.RowTable is null ? list.Type.OfItem() : null, list.Type.RowTable);
    }

    // A name that means something already would change its meaning inside the macro without a word.
    private bool IsTaken(NameSyntax name) =>
        context.Scope.Variable(name.Name) is not null || name.Name is NameResolver.AsOf or RowNames.Previous || context.Scope.Constants.ContainsKey(name.Name)
        || context.Scope.Schema.Table(context.Scope.OwnTable())!.Field(name.Name) is not null || context.Scope.RowsOf(name) is not null || context.Scope.RowOf(name) is not null;

    private TypedExpression? Weighted(CallSyntax call, TypedExpression list, TypedExpression weights)
    {
        bool good = weights.Type is { IsList: true, RowTable: null, Kind: FieldType.Number, IsRoot: false };
        return good ? new AggregateExpression(RootOfOne, AggregateKind.Variation, list, weights) : context.Refuse(DiagnosticCodes.WrongArguments, call, call.Name, SignatureOf(AggregateKind.Variation));
    }

    private TypedExpression? Percentile(CallSyntax call, TypedExpression list, TypedExpression wanted)
    {
        bool isPlain = wanted.Type is { IsList: false, Kind: FieldType.Number, IsRoot: false } && (wanted.Type.Unit is null || wanted.Type.Unit.Equals(Unit.One) || wanted.Type.Unit.Equals(Unit.Percent));
        bool isOutside = wanted is LiteralExpression { Value: NumberValue { Number: var p } } && (p < Rational.Zero || p > Rational.Of(100));
        return isPlain && !isOutside
            ? new AggregateExpression(list.Type.OfItem(), AggregateKind.Percentile, list, wanted)
            : context.Refuse(DiagnosticCodes.WrongArguments, call, call.Name, SignatureOf(AggregateKind.Percentile));
    }

    /// <summary>What stands between the parentheses of an aggregate, for messages.</summary>
    internal static string SignatureOf(AggregateKind kind) => kind switch
    {
        AggregateKind.Variation => "list.map(c, c.weight)",
        AggregateKind.Percentile => "0 … 100",
        _ => string.Empty,
    };

    private string Printed(TypedExpression expression) => Excerpt.Of(printer.Text(expression));
}
