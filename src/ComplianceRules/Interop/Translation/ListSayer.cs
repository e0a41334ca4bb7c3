using ComplianceRules.Diagnostics;

namespace ComplianceRules.Interop;

/// <summary>Says what is asked of a list: of each row, of their number, of their values.</summary>
internal sealed class ListSayer(Translator translator)
{
    private static readonly MeaningValue Known = new((bool?)null);

    /// <summary>How many there are.</summary>
    public static Said Size(Said list) => new($"{list.At(SaidLevel.Primary)}.size()", SaidLevel.Primary, SaidKind.Number, new MeaningCall(list.Meaning, Known, false)) { IsWhole = true };

    /// <summary>A method of a list of rows or values.</summary>
    public Said? Call(LinqCall call, Said list, TranslationScope scope)
    {
        bool isRows = list.Kind == SaidKind.Rows;
        return (call.Name.ToUpperInvariant(), call.Arguments.Length) switch
        {
            ("ANY", 0) => Some(list),
            ("COUNT" or "LONGCOUNT", 0) => Size(list),
            ("ANY", 1) when isRows => Asked(call, list, "exists", MeaningEachKind.Any, scope),
            ("ALL", 1) when isRows => Asked(call, list, "all", MeaningEachKind.All, scope),
            ("COUNT" or "LONGCOUNT", 1) when isRows => Asked(call, list, "count", MeaningEachKind.Counted, scope),
            ("WHERE", 1) when isRows => Asked(call, list, "filter", MeaningEachKind.Counted, scope),
            ("SELECT", 1) when isRows => Values(call, list, scope),
            ("SUM" or "MIN" or "MAX" or "AVERAGE", 1) when isRows => Values(call, list, scope) is { } values ? Total(call, values) : null,
            ("SUM" or "MIN" or "MAX" or "AVERAGE", 0) when !isRows => Total(call, list),
            _ => translator.Refuse(call),
        };
    }

    private static Said Some(Said list) => new($"{list.At(SaidLevel.Primary)}.size() > 0", SaidLevel.Relation, SaidKind.Truth, new MeaningCompare(false, false, Size(list).Meaning, Known));

    private Said? Asked(LinqCall call, Said list, string macro, MeaningEachKind kind, TranslationScope scope)
    {
        if (Body(call.Arguments[0], list, scope) is not { } body) return null;
        if (body.Said.Kind != SaidKind.Truth) return translator.Refuse(call.Arguments[0]);
        string text = $"{list.At(SaidLevel.Primary)}.{macro}({body.Variable}, {body.Said.Text})";
        Said asked = new(text, SaidLevel.Primary, SaidKind.Truth, new MeaningEach(kind, list.Meaning, body.Said.Meaning));
        return macro switch
        {
            "filter" => asked with { Kind = SaidKind.Rows, Row = list.Row },
            "count" => asked with { Kind = SaidKind.Number, IsWhole = true },
            _ => asked,
        };
    }

    private Said? Values(LinqCall call, Said list, TranslationScope scope)
    {
        if (Body(call.Arguments[0], list, scope) is not { } body) return null;
        if (body.Said.Kind is SaidKind.Row or SaidKind.Rows or SaidKind.Values or SaidKind.Null) return translator.Refuse(call.Arguments[0]);
        if (body.Said.Field?.Scale?.PassesMidnight == true) translator.Tell(DiagnosticCodes.TimePastMidnight, call, call.Place.Text);
        return new Said($"{list.At(SaidLevel.Primary)}.map({body.Variable}, {body.Said.Text})", SaidLevel.Primary, SaidKind.Values, new MeaningEach(MeaningEachKind.Aggregate, list.Meaning, body.Said.Meaning))
        {
            Items = body.Said.Kind,
            Field = body.Said.Field,
            IsWhole = body.Said.IsWhole,
        };
    }

    private Said? Total(LinqCall call, Said values)
    {
        string name = call.Name.ToUpperInvariant();
        if (name != "SUM") translator.Tell(DiagnosticCodes.EmptyList, call, call.Place.Text);
        string function = name == "AVERAGE" ? "avg" : name[..3].ToLowerInvariant();
        SaidKind kind = values.Items;
        if (kind != SaidKind.Number && (kind is not (SaidKind.Date or SaidKind.Time) || function is "sum" or "avg")) return translator.Refuse(call);
        bool isComputed = function is "sum" or "avg";
        return new Said($"{values.Text}.{function}()", SaidLevel.Primary, kind, new MeaningCall(values.Meaning, Known, false)) { IsComputed = isComputed, IsWhole = values.IsWhole && function != "avg", Field = isComputed ? null : values.Field };
    }

    private (string Variable, Said Said)? Body(LinqSyntax argument, Said list, TranslationScope scope)
    {
        (string? name, LinqSyntax body) = argument is LinqLambda lambda ? (lambda.Variable, lambda.Body) : (null, argument);
        string variable = Variable(name, scope);
        Said row = new(variable, SaidLevel.Primary, SaidKind.Row, Known) { Row = list.Row! with { Variable = variable } };
        return translator.Say(body, scope with { Items = scope.Items.Add((name, row)) }) is { } said ? (variable, said) : null;
    }

    // The name that the lambda gives, where it is one of the rule language and means nothing else there.
    private string Variable(string? wished, TranslationScope scope)
    {
        HashSet<string> taken = [.. scope.Items.Select(i => i.Row.Text), .. translator.Schema.Tables.Values.SelectMany(t => translator.Inputs.NamesOf(t).Append(t.Name))];
        if (wished is not null && IsName(wished) && !taken.Contains(wished)) return wished;
        int number = scope.Items.Length;
        string name;
        do
        {
            number++;
            name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"row{number}");
        }
        while (taken.Contains(name));
        return name;
    }

    private static bool IsName(string text) => char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c)) && text is not ("in" or "as" or "if" or "for" or "let" or "var" or "has" or "null" or "true" or "false" or "previous");
}
