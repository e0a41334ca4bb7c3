using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

/// <summary>Everything that an expression can touch, found by trying: each operator, function, macro and aggregate on values of every type.</summary>
internal static class Surface
{
    private static readonly ExpressionScope Scope = SampleSchema.Scope();

    /// <summary>The signs of the language, with the values they stand between.</summary>
    public static readonly string[] Operators =
    [
        .. Enum.GetValues<ComparisonOperator>().Select(Signs.Of), .. Enum.GetValues<ArithmeticOperator>().Select(Signs.Of), "&&", "||", "in", "!", "?:",
    ];

    /// <summary>The names that are called and stand in no registry.</summary>
    public static readonly string[] Words = ["has", "param", "contains_all", "as_of", "previous"];

    /// <summary>A value of every type and kind of unit, as it is written.</summary>
    private static readonly string[] Values =
    [
        "flag", "5", "a", "enrolment", "break_minutes", "sleep_hours", "rate", "per_hundred", "[1].cv()", "name", "kind", "subjects", "opened", "starts", "lights_out",
    ];

    private static readonly string[] Lists =
    [
        "[]", "[true]", "[5]", "[enrolment]", "[\"a\"]", "[kind]", "[opened]", "[starts]", "school.classes", "school.classes.map(k, k.enrolment)", "school.classes.map(k, [1].cv())",
    ];

    private static readonly string[] Bodies = ["flag", "a", "enrolment", "opened", "subjects"];

    private static readonly string[] Asked = ["a", "school.boarding", "previous.a", "school.classes"];

    private static readonly string[] Parameters = ["\"homework.daily_max\"", "\"lights\"", "\"allowed\"", "\"class.limit\", \"primary\"", "\"class.limit\", stage"];

    private static readonly string[] Earlier = ["previous.a", "previous.school.boarding"];

    /// <summary>All of it, a line each.</summary>
    public static IEnumerable<string> Lines() =>
    [
        "# types", .. Values.Concat(Lists).Select(TypeOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        "# operators", .. Operators.SelectMany(OfOperator).Distinct(StringComparer.Ordinal),
        "# functions", .. FunctionRegistry.Names.SelectMany(OfFunction),
        "# macros", .. MacroNames.All.SelectMany(OfMacro).Distinct(StringComparer.Ordinal),
        "# aggregates", .. AggregateNames.All.SelectMany(OfAggregate).Distinct(StringComparer.Ordinal),
        "# words", .. Words.SelectMany(OfWord).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Whether one of the values, or two of them, are taken by a function.</summary>
    public static bool Reaches(IExpressionFunction function)
    {
        ExpressionType[] types = [.. Values.Select(v => Typed(v)!.Type)];
        return types.Any(t => function.ResultOf([t]) is not null) || types.Any(a => types.Any(b => function.ResultOf([a, b]) is not null));
    }

    private static IEnumerable<string> OfOperator(string sign) => sign switch
    {
        "!" => Values.Concat(Lists).Select(v => Line($"!{v}", $"!({TypeOf(v)})")).OfType<string>(),
        "-" => Values.Concat(Lists).Select(v => Line($"-({v})", $"-({TypeOf(v)})")).OfType<string>().Concat(Between(sign)),
        "?:" => Pairs().Select(p => Line($"flag ? {p.Left} : {p.Right}", $"bool ? {TypeOf(p.Left)} : {TypeOf(p.Right)}")).OfType<string>(),
        _ => Between(sign),
    };

    private static IEnumerable<string> Between(string sign) =>
        Pairs().Select(p => Line($"{p.Left} {sign} {p.Right}", $"{TypeOf(p.Left)} {sign} {TypeOf(p.Right)}")).OfType<string>();

    private static IEnumerable<string> OfFunction(string name)
    {
        bool isMethod = FunctionRegistry.Named(name)[0].IsMethod;
        string[] all = [.. Values.Concat(Lists), .. WrittenTexts(name)];
        IEnumerable<string?> one = all.Select(v => isMethod ? Line($"{v}.{name}()", $"({TypeOf(v)}).{name}()") : Line($"{name}({v})", $"{name}({TypeOf(v)})"));
        IEnumerable<string?> two = Pairs().Select(p => isMethod
            ? Line($"{p.Left}.{name}({p.Right})", $"({TypeOf(p.Left)}).{name}({TypeOf(p.Right)})")
            : Line($"{name}({p.Left}, {p.Right})", $"{name}({TypeOf(p.Left)}, {TypeOf(p.Right)})"));
        return one.Concat(two).OfType<string>().Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> OfMacro(string name) => Lists.SelectMany(list => Bodies
        .Select(body => Line($"{list}.{name}(x, {body})", $"({TypeOf(list)}).{name}(x, {TypeOf(body)})")).OfType<string>());

    private static IEnumerable<string> OfAggregate(string name) => Lists.SelectMany(list => Lists.Concat(Values).Prepend(string.Empty)
        .Select(argument => Line($"{list}.{name}({argument})", $"({TypeOf(list)}).{name}({(argument.Length == 0 ? string.Empty : TypeOf(argument))})"))).OfType<string>();

    private static IEnumerable<string> OfWord(string word) => word switch
    {
        "has" => Asked.Select(v => Line($"has({v})", $"has({v})")).OfType<string>(),
        "param" => Parameters.Select(v => Line($"param({v})", $"param({v})")).OfType<string>(),
        "contains_all" => Pairs().Select(p => Line($"{p.Left}.contains_all({p.Right})", $"({TypeOf(p.Left)}).contains_all({TypeOf(p.Right)})")).OfType<string>(),
        "previous" => Earlier.Select(v => Line(v, v)).OfType<string>(),
        _ => [$"{word} -> {TypeOf(word)}"],
    };

    // A date or time is written as a text that is one.
    private static string[] WrittenTexts(string name) => name switch
    {
        "date" => ["\"2026-09-01\""],
        "time" => ["\"08:20\""],
        _ => [],
    };

    private static IEnumerable<(string Left, string Right)> Pairs() =>
        from left in Values.Concat(Lists) from right in Values.Concat(Lists) select (left, right);

    private static string? Line(string expression, string shown) => Typed(expression) is { } typed ? $"{shown} -> {Shown(typed.Type)}" : null;

    private static string TypeOf(string expression) => expression == "[]" ? "list<>" : Typed(expression) is { } typed ? Shown(typed.Type) : Shown(Rows(expression));

    private static TypedExpression? Typed(string expression)
    {
        DiagnosticBag problems = new();
        return new ExpressionChecker(Scope, problems).Read(Written.Json(expression));
    }

    private static ExpressionType Rows(string list) => ExpressionType.Rows(list == "school.classes" ? BaseTables.Class : throw new ArgumentOutOfRangeException(nameof(list), list, null));

    private static string Shown(ExpressionType type)
    {
        if (type.RowTable is { } table) return $"list<{table}>";
        string kind = FieldTypeWords.Of(type.Kind);
        string item = type switch
        {
            { Kind: FieldType.Number, IsRoot: true } => $"root {type.Unit?.Text}",
            { Kind: FieldType.Number, Unit: null } => "number literal",
            { Kind: FieldType.Number } => $"number {type.Unit.Text}",
            { Kind: FieldType.Time, Scale.PassesMidnight: true } => "time past 24:00",
            _ => kind,
        };
        return type.IsList ? $"list<{item}>" : item;
    }
}
