using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions.Hostility;

/// <summary>A way to call a function of the registry, found by asking the function itself.</summary>
/// <param name="Function">The function.</param>
/// <param name="Arguments">The types that it takes.</param>
/// <param name="Result">The type that it gives of them.</param>
internal sealed record MadeCall(IExpressionFunction Function, ImmutableArray<MadeType> Arguments, MadeType Result)
{
    private static readonly ImmutableArray<ExpressionType> Palette =
    [
        ExpressionType.Bool, ExpressionType.Text, ExpressionType.Date, ExpressionType.Time, new ExpressionType(FieldType.Number),
        .. new[] { "1", "min", "h", "d", "pupil", "teacher", "%", "min/d", "h/d" }.Select(u => ExpressionType.Number(SampleSchema.UnitOf(u))),
    ];

    public static ILookup<MadeType, MadeCall> All { get; } = Found().ToLookup(c => c.Result);

    private static IEnumerable<MadeCall> Found() =>
        from function in FunctionRegistry.All
        from arguments in Tuples(3)
        let result = function.ResultOf(arguments)
        where result is { IsList: false }
        select new MadeCall(function, [.. arguments.Select(MadeType.OfChecked)], MadeType.OfChecked(result));

    private static IEnumerable<ImmutableArray<ExpressionType>> Tuples(int longest) =>
        longest == 0 ? [[]] : Tuples(longest - 1).SelectMany(t => t.Length == longest - 1 ? [t, .. Palette.Select(p => t.Add(p))] : Enumerable.Repeat(t, 1));
}
