using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Types calls: <c>has</c>, <c>param</c>, macros, aggregates and the functions of the registry; a call of written values alone is worked out at once.</summary>
internal sealed class CallTyper(TypingContext context, ExpressionPrinter printer, ListTyper lists, Func<Syntax, TypedExpression?> typeOf)
{
    private const string Has = "has";
    private const string Parameter = "param";
    private const string Contains = "contains";
    private const string ContainsAll = "contains_all";

    private readonly NameResolver _names = new(context);
    private readonly ParameterResolver _parameters = new(context);

    public TypedExpression? Type(CallSyntax call)
    {
        if (call.Target is not null) return Method(call, call.Target, call.Arguments);
        return call.Name switch
        {
            Has => _names.Has(call),
            Parameter => _parameters.Call(call),
            // CEL writes it both ways: size(x) and x.size().
            "size" when call.Arguments is [var sized] => Method(call, sized, []),
            _ => FunctionRegistry.Named(call.Name).RemoveAll(f => f.IsMethod) is { IsEmpty: false } overloads ? Function(call, overloads, call.Arguments) : Unknown(call),
        };
    }

    private TypedExpression? Method(CallSyntax call, Syntax target, ImmutableArray<Syntax> arguments)
    {
        ImmutableArray<IExpressionFunction> overloads = FunctionRegistry.Named(call.Name).RemoveAll(f => !f.IsMethod);
        MacroKind? macro = MacroNames.Find(call.Name);
        AggregateKind? aggregate = AggregateNames.Find(call.Name);
        if (overloads.IsEmpty && macro is null && aggregate is null && call.Name != ContainsAll) return Unknown(call);
        if (ListOrValue(target) is not { } receiver) return null;
        if (macro is { } tried)
            return receiver.Type.IsList ? lists.Macro(call, tried, receiver) : RefuseType(target, receiver, "list");
        if (call.Name == Contains && (receiver.Type.IsList || receiver.Type.Kind == FieldType.Set))
            return context.Refuse(DiagnosticCodes.OtherNotation, call, call.Name, $"x in {Printed(receiver)}");
        if (Arguments(arguments) is not { } typed) return null;
        if (call.Name == ContainsAll) return AllIn(call, receiver, typed);
        if (receiver.Type.IsList && aggregate is { } kind) return lists.Aggregate(call, kind, receiver, typed);
        return overloads.IsEmpty ? RefuseType(target, receiver, "list") : Called(call, overloads, [receiver, .. typed]);
    }

    private TypedExpression? ListOrValue(Syntax syntax) => context.Scope.RowsOf(syntax) is not { } rows
        ? typeOf(syntax)
        : rows.List.Row.InPrevious ? context.Refuse(DiagnosticCodes.PreviousList, syntax, rows.List.List) : rows;

    private TypedExpression? AllIn(CallSyntax call, TypedExpression outer, ImmutableArray<TypedExpression> arguments) =>
        arguments is [var inner] ? lists.ContainsAll(call, outer, new PlacedExpression(inner, context.At(call.Arguments[0]))) : context.Refuse(DiagnosticCodes.WrongArguments, call, call.Name, "[\"a\", \"b\"]");

    private TypedExpression? Unknown(CallSyntax call)
    {
        string[] inFront = [.. FunctionRegistry.All.Where(f => !f.IsMethod).Select(f => f.Name), Has, Parameter, "size"];
        string[] behind = [.. FunctionRegistry.All.Where(f => f.IsMethod).Select(f => f.Name), .. MacroNames.All, .. AggregateNames.All, ContainsAll];
        if (call.Target is null && behind.Contains(call.Name)) return context.Refuse(DiagnosticCodes.WrittenBehind, call, call.Name);
        if (call.Target is not null && inFront.Contains(call.Name)) return context.Refuse(DiagnosticCodes.WrittenInFront, call, call.Name);
        if (HabitNames.Function(call.Name) is { } habit) return context.Refuse(habit.Code, call, call.Name, habit.Meant);
        string[] names = call.Target is null ? inFront : behind;
        return context.RefuseName(DiagnosticCodes.UnknownFunction, call, NearestName.Of(call.Name, names), Excerpt.Of(call.Name));
    }

    private TypedExpression? Function(CallSyntax call, ImmutableArray<IExpressionFunction> overloads, ImmutableArray<Syntax> written) =>
        Arguments(written) is { } arguments ? Called(call, overloads, arguments) : null;

    /// <summary>The arguments; null where one is in trouble. A list of child rows may stand among them.</summary>
    private ImmutableArray<TypedExpression>? Arguments(ImmutableArray<Syntax> written)
    {
        ImmutableArray<TypedExpression?> typed = [.. written.Select(typeOf)];
        return typed.Contains(null) ? null : [.. typed.OfType<TypedExpression>()];
    }

    private TypedExpression? Called(CallSyntax call, ImmutableArray<IExpressionFunction> overloads, ImmutableArray<TypedExpression> arguments)
    {
        ImmutableArray<ExpressionType> types = [.. arguments.Select(a => a.Type)];
        if (arguments.FirstOrDefault(a => a.Type is { IsRoot: true, IsList: false }) is { } root) return context.Refuse(DiagnosticCodes.RootComputed, call, Printed(root));
        foreach (IExpressionFunction function in overloads)
        {
            if (!types.Any(t => t.IsList) && function.ResultOf(types) is { } result) return Called(call, function, result, arguments);
        }

        if (overloads[0].IsMethod && arguments.FirstOrDefault(a => a.Type is { Kind: FieldType.Enum, IsList: false }) is { } key)
            return context.Refuse(DiagnosticCodes.KeyIsNoText, call, Printed(key), call.Name);
        return DifferOnlyInUnit(types, overloads)
            ? context.Refuse(DiagnosticCodes.UnitsDiffer, call, Printed(arguments[0]), types[0].Unit!.Text, Printed(arguments[1]), types[1].Unit!.Text)
            : context.Refuse(DiagnosticCodes.WrongArguments, call, call.Name, overloads[0].Signature);
    }

    private TypedExpression? Called(CallSyntax call, IExpressionFunction function, ExpressionType result, ImmutableArray<TypedExpression> arguments)
    {
        bool isInt = context.Scope.HasCelInts && function.Name == "size";
        CallExpression called = new(isInt ? result with { IsInt = true } : result, function, arguments);
        if (!function.IsOfArgumentsAlone || !arguments.All(a => a is LiteralExpression)) return called;
        Value value = function.Call([.. arguments.Cast<LiteralExpression>().Select(a => a.Value)], null);
        if (value is UnknownValue) return context.Refuse(DiagnosticCodes.ImpossibleValue, call, Printed(called), call.Name, function.Signature);
        // A day or time is what it is; a number would lose the function that gave its unit, and could not be written back.
        return result.Kind is FieldType.Date or FieldType.Time ? new LiteralExpression(result, value) : called;
    }

    private static bool DifferOnlyInUnit(ImmutableArray<ExpressionType> types, ImmutableArray<IExpressionFunction> overloads) =>
        types is [{ Kind: FieldType.Number, Unit: { } left } first, { Kind: FieldType.Number, Unit: { } right }]
        && !left.Equals(right)
        && overloads.Any(f => f.ResultOf([first, first]) is not null);

    private TypedExpression? RefuseType(Syntax at, TypedExpression given, string needed) =>
        context.Refuse(DiagnosticCodes.WrongType, at, Printed(given), TypeNames.Of(given.Type), needed);

    private string Printed(TypedExpression expression) => Excerpt.Of(printer.Text(expression));
}
