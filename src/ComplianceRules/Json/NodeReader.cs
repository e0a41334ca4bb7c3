using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Json;

/// <summary>Reads single values as what they must be, and reports those that are something else.</summary>
/// <remarks>The name given is what the message speaks of: the key of the value, or of the list that it is in.</remarks>
internal static class NodeReader
{
    private const int LongestId = 100;
    private const int LongestWhole = 9;

    /// <summary>A text that is not empty or blank; null where it is not.</summary>
    public static string? Text(JsonNode node, string name, DiagnosticBag problems)
    {
        if (AnyText(node, name, problems) is not { } text) return null;
        return string.IsNullOrWhiteSpace(text) ? Report<string>(DiagnosticCodes.EmptyText, node, problems, name) : text;
    }

    /// <summary>A text, which may be empty; null where it is none.</summary>
    public static string? AnyText(JsonNode node, string name, DiagnosticBag problems) =>
        node.Kind == JsonKind.Text ? node.Text : Report<string>(DiagnosticCodes.TextExpected, node, problems, name);

    /// <summary>An id: letters a to z of either case, digits, <c>.</c>, <c>-</c>, <c>_</c>; null where it is none.</summary>
    public static string? Id(JsonNode node, string name, DiagnosticBag problems)
    {
        if (Text(node, name, problems) is not { } text) return null;
        return IsId(text) ? text : Report<string>(DiagnosticCodes.MalformedId, node, problems, Shown(node));
    }

    public static bool IsId(string text) =>
        text.Length is > 0 and <= LongestId && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    /// <summary>One of some words, which are listed where it is another; null then.</summary>
    public static string? Word(JsonNode node, string name, IReadOnlyCollection<string> words, DiagnosticBag problems)
    {
        if (Text(node, name, problems) is not { } text) return null;
        if (words.Contains(text, StringComparer.Ordinal)) return text;
        string list = string.Join(", ", words.Order(StringComparer.Ordinal).Select(w => $"`{w}`"));
        problems.Add(new Diagnostic(DiagnosticCodes.UnknownWord, node.Span, name, Shown(node), list) { DidYouMean = NearestName.Of(text, words) });
        return null;
    }

    public static bool? Bool(JsonNode node, string name, DiagnosticBag problems) =>
        node.Kind == JsonKind.Bool ? node.Truth : ReportValue<bool>(DiagnosticCodes.BoolExpected, node, problems, name);

    /// <summary>A number; its digits are the node's text. Null where it is none.</summary>
    public static JsonNode? Number(JsonNode node, string name, DiagnosticBag problems) =>
        node.Kind == JsonKind.Number ? node : Report<JsonNode>(DiagnosticCodes.NumberExpected, node, problems, name);

    /// <summary>A whole number of at most nine digits, written without point or exponent; null where it is none.</summary>
    public static int? Whole(JsonNode node, string name, DiagnosticBag problems)
    {
        if (Number(node, name, problems) is null) return null;
        bool fits = node.Text.AsSpan().TrimStart('-').Length <= LongestWhole;
        return fits && int.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int whole)
            ? whole
            : ReportValue<int>(DiagnosticCodes.WholeNumberExpected, node, problems, name);
    }

    /// <summary>A day as <c>yyyy-MM-dd</c>; null where it is none.</summary>
    public static DateOnly? Date(JsonNode node, string name, DiagnosticBag problems)
    {
        if (Text(node, name, problems) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : ReportValue<DateOnly>(DiagnosticCodes.MalformedDate, node, problems, Shown(node));
    }

    /// <summary>A text for people: one for both languages apart, or plain text in one of them; null where it is neither.</summary>
    public static LocalText? LocalText(JsonNode node, string name, TextLanguage plain, DiagnosticBag problems)
    {
        if (node.Kind != JsonKind.Object)
        {
            if (Text(node, name, problems) is not { } text) return null;
            return plain == TextLanguage.Chinese ? new LocalText(text, null) : new LocalText(null, text);
        }

        ObjectReader reader = new(node, problems);
        LocalText both = new(reader.OptionalText("zh"), reader.OptionalText("en"));
        reader.Done();
        string wanted = plain == TextLanguage.Chinese ? "zh" : "en";
        return node[wanted] is null ? Report<LocalText>(DiagnosticCodes.MissingKey, node, problems, wanted) : both;
    }

    /// <summary>A remark in one language or two, each standing for the other where that is left out; null where there is none.</summary>
    public static LocalText? Remark(JsonNode node)
    {
        (JsonNode? chinese, JsonNode? english) = (node["zh"], node["en"]);
        return (chinese ?? english) is null ? null : new LocalText((chinese ?? english)!.Text, (english ?? chinese)!.Text);
    }

    /// <summary>Reports a remark that is neither a text nor an object of texts by language.</summary>
    public static void CheckNote(JsonNode node, string name, DiagnosticBag problems)
    {
        if (node.Kind != JsonKind.Object)
        {
            _ = AnyText(node, name, problems);
            return;
        }

        ObjectReader reader = new(node, problems);
        foreach (JsonNode? text in new[] { reader.Optional("zh"), reader.Optional("en") })
        {
            if (text is not null) _ = AnyText(text, name, problems);
        }

        reader.Done();
    }

    /// <summary>The values of an array; none where it is none.</summary>
    public static ImmutableArray<JsonNode> Items(JsonNode node, string name, DiagnosticBag problems)
    {
        if (node.Kind != JsonKind.Array) problems.Report(DiagnosticCodes.ArrayExpected, node.Span, name);
        return node.Items;
    }

    /// <summary>The texts of an array, without those that are none.</summary>
    public static ImmutableArray<string> Texts(JsonNode node, string name, DiagnosticBag problems) =>
        [.. Items(node, name, problems).Select(item => AnyText(item, name, problems)).OfType<string>()];

    /// <summary>The names and values of an object whose names are free; none where it is no object.</summary>
    public static ImmutableArray<JsonMember> Members(JsonNode node, string name, DiagnosticBag problems)
    {
        if (node.Kind != JsonKind.Object) problems.Report(DiagnosticCodes.ObjectExpected, node.Span, name);
        return node.Members;
    }

    private static string Shown(JsonNode node) => JsonFault.Shown(node.Text);

    private static T? Report<T>(DiagnosticCode code, JsonNode node, DiagnosticBag problems, string argument)
        where T : class
    {
        problems.Report(code, node.Span, argument);
        return null;
    }

    private static T? ReportValue<T>(DiagnosticCode code, JsonNode node, DiagnosticBag problems, string argument)
        where T : struct
    {
        problems.Report(code, node.Span, argument);
        return null;
    }
}
