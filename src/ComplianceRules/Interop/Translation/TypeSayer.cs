using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Interop;

/// <summary>Says functions that bear the name of a type, and methods of types: casts, literals in quotes, dates, times, and what RulesEngine adds.</summary>
internal sealed class TypeSayer(Translator translator)
{
    private static readonly FrozenDictionary<string, LinqNumberKind> Numbers = new Dictionary<string, LinqNumberKind>(StringComparer.Ordinal)
    {
        ["int"] = LinqNumberKind.Int, ["Int32"] = LinqNumberKind.Int, ["short"] = LinqNumberKind.Int, ["Int16"] = LinqNumberKind.Int, ["long"] = LinqNumberKind.Long, ["Int64"] = LinqNumberKind.Long,
        ["double"] = LinqNumberKind.Binary, ["Double"] = LinqNumberKind.Binary, ["float"] = LinqNumberKind.Single, ["Single"] = LinqNumberKind.Single,
        ["decimal"] = LinqNumberKind.Decimal, ["Decimal"] = LinqNumberKind.Decimal,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Others = FrozenSet.Create(StringComparer.Ordinal, "string", "String", "bool", "Boolean", "Math", "Convert", "DateTime", "DateOnly", "TimeOnly", "TimeSpan", "ExpressionUtils", "Utils");

    private readonly ComparisonSayer _comparison = new(translator);

    /// <summary>Whether a name is that of a type with methods that may be said.</summary>
    public static bool Knows(string type) => Others.Contains(type) || Numbers.ContainsKey(type);

    /// <summary>A type's name used as a function.</summary>
    public Said? Function(LinqCall call, TranslationScope scope)
    {
        if (Numbers.TryGetValue(call.Name, out LinqNumberKind kind) && call.Arguments is [var value]) return translator.Say(value, scope) is { } said ? Cast(call, said, kind) : null;
        int[]? parts = WholeNumbers(call.Arguments);
        Said? moment = (call.Name, parts) switch
        {
            ("DateTime" or "DateOnly", [int year, int month, int day]) => Literals.Date(Written($"{year:D4}-{month:D2}-{day:D2}")),
            ("TimeOnly", [int hour, int minute]) => Literals.Time(Written($"{hour:D2}:{minute:D2}")),
            ("TimeSpan", [int hour, int minute, 0]) => Literals.Time(Written($"{hour:D2}:{minute:D2}")),
            _ => null,
        };
        return moment ?? translator.Refuse(call);
    }

    /// <summary>A method of a type.</summary>
    public Said? Static(string type, LinqCall call, TranslationScope scope)
    {
        List<Said> arguments = [];
        foreach (LinqSyntax argument in call.Arguments)
        {
            if (translator.Say(argument, scope) is not { } said) return null;
            arguments.Add(said);
        }

        return (type, call.Name, arguments) switch
        {
            ("Math", "Abs", [{ Kind: SaidKind.Number } x]) => Chosen($"{x.At(SaidLevel.Sum)} < 0", x, $"-{x.At(SaidLevel.Primary)}", x.At(SaidLevel.Or), [x]),
            ("Math", "Max", [{ Kind: SaidKind.Number } x, { Kind: SaidKind.Number } y]) => Chosen($"{x.At(SaidLevel.Sum)} >= {y.At(SaidLevel.Sum)}", x, x.At(SaidLevel.Or), y.At(SaidLevel.Or), [x, y]),
            ("Math", "Min", [{ Kind: SaidKind.Number } x, { Kind: SaidKind.Number } y]) => Chosen($"{x.At(SaidLevel.Sum)} <= {y.At(SaidLevel.Sum)}", x, x.At(SaidLevel.Or), y.At(SaidLevel.Or), [x, y]),
            ("string" or "String", "IsNullOrEmpty", [{ Kind: SaidKind.Text, Asked: { } asked } x]) => Empty(x, asked),
            ("string" or "String", "Equals", [{ Kind: SaidKind.Text or SaidKind.Enum } x, { Kind: SaidKind.Text or SaidKind.Enum } y]) => _comparison.Compare(call, LinqOperator.Equal, x, y),
            ("ExpressionUtils" or "Utils", "CheckContains", [var x, { Content: { } list }]) => InText(call, x, list),
            (_, "Parse", [{ Content: { } text }]) => Parsed(type, text) ?? translator.Refuse(call),
            ("Convert", _, [{ Content: { } text }]) => Converted(call.Name, text) ?? translator.Refuse(call),
            ("Convert", "ToDouble" or "ToDecimal", [{ Literal: { } number }]) => Literals.Number(number, call.Name == "ToDecimal" ? LinqNumberKind.Decimal : LinqNumberKind.Binary),
            _ => translator.Refuse(call),
        };
    }

    private static string Written(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static int[]? WholeNumbers(ImmutableArray<LinqSyntax> arguments) =>
        arguments.All(a => a is LinqNumber { Kind: LinqNumberKind.Int, Value: var v } && v >= Rational.Zero) ? [.. arguments.Select(a => (int)((LinqNumber)a).Value.Numerator)] : null;

    private Said? Cast(LinqCall call, Said value, LinqNumberKind kind)
    {
        bool isWhole = kind is LinqNumberKind.Int or LinqNumberKind.Long;
        if (value.Literal is { } number) return isWhole && !number.IsWhole ? Cut(call, number, kind) : Literals.Number(number, kind);
        bool fits = value.Kind == SaidKind.Number && (!isWhole || value.IsWhole);
        return fits ? value with { IsWhole = isWhole, IsComputed = value.IsComputed || kind == LinqNumberKind.Single, Asked = null, Meaning = new MeaningCall(value.Meaning, new MeaningValue((bool?)null), false) } : translator.Refuse(call);
    }

    private Said? Cut(LinqCall call, Rational number, LinqNumberKind kind)
    {
        Rational whole = Rational.Of(BigInteger.Divide(number.Numerator, number.Denominator));
        Said said = Literals.Number(whole, kind);
        translator.Tell(Diagnostics.DiagnosticCodes.WholeNumbersFolded, call, call.Place.Text, said.Text);
        return said;
    }

    private static Said Chosen(string condition, Said first, string then, string otherwise, ImmutableArray<Said> parts) =>
        new($"{condition} ? {then} : {otherwise}", SaidLevel.Choice, SaidKind.Number, new MeaningCall(new MeaningComputed([.. parts.Select(p => p.Meaning)]), new MeaningValue((bool?)null), false))
        {
            IsWhole = parts.All(p => p.IsWhole),
            IsComputed = parts.Any(p => p.IsComputed),
            IsConstant = parts.All(p => p.IsConstant),
            Field = first.Field,
        };

    private static Said Empty(Said text, string asked)
    {
        Meaning length = new MeaningCompare(true, false, text.Meaning, new MeaningValue((bool?)null));
        return new Said($"!has({asked}) || {text.At(SaidLevel.Primary)}.size() == 0", SaidLevel.Or, SaidKind.Truth, new MeaningLogic(true, false, new MeaningPresent(text.Meaning, false), length));
    }

    private Said? InText(LinqCall call, Said value, string list)
    {
        string[] items = [.. list.Split(',').Where(i => i.Length > 0)];
        if (items.Length == 0 || value.Kind is not (SaidKind.Text or SaidKind.Enum)) return translator.Refuse(call);
        return new Said($"{value.At(SaidLevel.Sum)} in [{string.Join(", ", items.Select(LiteralText.Quoted))}]", SaidLevel.Relation, SaidKind.Truth, new MeaningCompare(true, false, value.Meaning, new MeaningValue((bool?)null)));
    }

    private static Said? Parsed(string type, string text)
    {
        if (Numbers.TryGetValue(type, out LinqNumberKind kind)) return Number(text, kind);
        return type switch
        {
            "DateTime" or "DateOnly" => Literals.Date(text),
            "TimeSpan" or "TimeOnly" => Literals.Time(text),
            "bool" or "Boolean" => Truth(text),
            _ => null,
        };
    }

    private static Said? Converted(string method, string text) => method switch
    {
        "ToInt32" or "ToInt16" => Number(text, LinqNumberKind.Int),
        "ToInt64" => Number(text, LinqNumberKind.Long),
        "ToDouble" => Number(text, LinqNumberKind.Binary),
        "ToSingle" => Number(text, LinqNumberKind.Single),
        "ToDecimal" => Number(text, LinqNumberKind.Decimal),
        "ToDateTime" => Literals.Date(text),
        "ToBoolean" => Truth(text),
        _ => null,
    };

    // What a whole number of 32 bits cannot hold fails in RulesEngine; it has no translation.
    private static Said? Number(string text, LinqNumberKind kind)
    {
        if (Literals.Number(text, kind) is not { Literal: { } value } said) return null;
        BigInteger most = kind == LinqNumberKind.Int ? int.MaxValue : long.MaxValue;
        bool isWhole = kind is LinqNumberKind.Int or LinqNumberKind.Long;
        return isWhole && (!value.IsWhole || BigInteger.Abs(value.Numerator) > most) ? null : said;
    }

    private static Said? Truth(string text) => bool.TryParse(text, out bool truth) ? Literals.Truth(truth) : null;
}
