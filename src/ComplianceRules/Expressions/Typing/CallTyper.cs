using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Types calls: <c>has</c>, <c>param</c> and the functions of the registry; a call of written values alone is worked out at once.</summary>
internal sealed class CallTyper(TypingContext context, ExpressionPrinter printer, Func<Syntax, TypedExpression?> typeOf)
{
    private const string Has = "has";
    private const string Parameter = "param";

    private readonly NameResolver _names = new(context);
    private readonly ParameterResolver _parameters = new(context);

    public TypedExpression? Type(CallSyntax call)
    {
        if (LaterNames.Contains(call.Name)) return context.Refuse(DiagnosticCodes.NotYetUnderstood, call, call.Name);
        return (call.Target, call.Name) switch
        {
            (null, Has) => _names.Has(call),
            (null, Parameter) => _parameters.Call(call),
            (null, _) when FunctionRegistry.Named(call.Name) is { IsEmpty: false } overloads => Function(call, overloads),
            _ when HabitNames.Function(call.Name) is { } habit => context.Refuse(habit.Code, call, call.Name, habit.Meant),
            _ => context.RefuseName(DiagnosticCodes.UnknownFunction, call, Meant(call.Name), Excerpt.Of(call.Name)),
        };
    }

    private static string? Meant(string name) => NearestName.Of(name, FunctionRegistry.Names.Append(Has).Append(Parameter));

    private TypedExpression? Function(CallSyntax call, ImmutableArray<IExpressionFunction> overloads)
    {
        ImmutableArray<TypedExpression?> typed = [.. call.Arguments.Select(typeOf)];
        if (typed.Contains(null)) return null;
        ImmutableArray<TypedExpression> arguments = [.. typed.OfType<TypedExpression>()];
        ImmutableArray<ExpressionType> types = [.. arguments.Select(a => a.Type)];
        foreach (IExpressionFunction function in overloads)
        {
            if (!types.Any(t => t.IsList) && function.ResultOf(types) is { } result) return Called(call, function, result, arguments);
        }

        return DifferOnlyInUnit(types, overloads)
            ? context.Refuse(DiagnosticCodes.UnitsDiffer, call, Printed(arguments[0]), types[0].Unit!.Text, Printed(arguments[1]), types[1].Unit!.Text)
            : context.Refuse(DiagnosticCodes.WrongArguments, call, call.Name, overloads[0].Signature);
    }

    private TypedExpression? Called(CallSyntax call, IExpressionFunction function, ExpressionType result, ImmutableArray<TypedExpression> arguments)
    {
        CallExpression called = new(result, function, arguments);
        if (!function.IsOfArgumentsAlone || !arguments.All(a => a is LiteralExpression)) return called;
        Value value = function.Call([.. arguments.Cast<LiteralExpression>().Select(a => a.Value)], null);
        return value is UnknownValue
            ? context.Refuse(DiagnosticCodes.ImpossibleValue, call, Printed(called), call.Name, function.Signature)
            : new LiteralExpression(result, value);
    }

    private static bool DifferOnlyInUnit(ImmutableArray<ExpressionType> types, ImmutableArray<IExpressionFunction> overloads) =>
        types is [{ Kind: FieldType.Number, Unit: { } left } first, { Kind: FieldType.Number, Unit: { } right }]
        && !left.Equals(right)
        && overloads.Any(f => f.ResultOf([first, first]) is not null);

    private string Printed(TypedExpression expression) => Excerpt.Of(printer.Text(expression));
}
