using System.Collections.Immutable;

namespace ComplianceRules.External.Tests.Conformance;

/// <summary>Which parts of CEL outside of our profile a case uses; the names are those of the table in docs/language.md.</summary>
/// <remarks>Told from what CEL's text says, never from how we answer.</remarks>
internal static class CelFeatures
{
    private static readonly string[] Conversions = ["int", "uint", "double", "string", "bytes", "bool", "duration", "timestamp"];
    private static readonly string[] Types = [.. Conversions, "list", "map", "null_type", "type"];
    private static readonly string[] Orders = ["<", "<=", ">", ">="];

    /// <summary>The features, the most telling first.</summary>
    public static IEnumerable<string> Of(CelCase test)
    {
        ImmutableArray<CelToken> tokens = CelTokens.Of(test.Expression);
        (string Feature, bool IsThere)[] all =
        [
            ("comments", tokens.Any(t => t.Kind == '#')),
            ("messages", Pairs(tokens).Any(p => p is ({ Kind: 'n' }, { Text: "{" })) || tokens.Any(t => t.Text is "google" or "TestAllTypes")),
            ("maps", Prefixed(tokens, "{").Any(before => before.Kind != 'n') || Binds(test, "map_value")),
            ("bytes", tokens.Any(t => t.Kind == 'b') || Binds(test, "bytes_value")),
            ("uint", tokens.Any(t => t.Kind == 'u') || Binds(test, "uint64_value")),
            ("dyn", Calls(tokens, "dyn")),
            ("conversions", Conversions.Any(c => Calls(tokens, c))),
            ("types", Calls(tokens, "type") || IsTypeName(tokens)),
            ("null", tokens.Any(t => t.Text == "null") || Binds(test, "null_value")),
            ("regular_expressions", Calls(tokens, "matches")),
            ("nested_lists", HasNestedList(tokens)),
            ("mixed_lists", HasMixedList(tokens)),
            ("index", Prefixed(tokens, "[").Any(before => before.EndsValue)),
            ("list_addition", Pairs(tokens).Any(p => p is ({ Text: "]" }, { Text: "+" }))),
            ("text_addition", Pairs(tokens).Any(p => p is ({ Kind: 't' }, { Text: "+" }) or ({ Text: "+" }, { Kind: 't' }))),
            ("order", IsOrdered(test, tokens)),
            ("unchecked", test.IsUnchecked),
            ("characters", tokens.Any(t => t.Kind == 't' && CelText.HasOddCharacter(t.Text))),
            ("bound_words", test.Bindings.Any(b => b.Name is "true" or "false")),
            ("numbers", tokens.Any(t => t.Kind is 'i' or 'd' && IsLong(t.Text))),
        ];
        return all.Where(f => f.IsThere).Select(f => f.Feature);
    }

    private static IEnumerable<(CelToken First, CelToken Second)> Pairs(ImmutableArray<CelToken> tokens) => tokens.Zip(tokens.Skip(1));

    private static IEnumerable<CelToken> Prefixed(ImmutableArray<CelToken> tokens, string sign) =>
        tokens.Prepend(new CelToken(' ', string.Empty)).Zip(tokens).Where(p => p.Second.Text == sign && p.Second.Kind != 't').Select(p => p.First);

    private static bool Calls(ImmutableArray<CelToken> tokens, string name) => Pairs(tokens).Any(p => p.First.Text == name && p.First.Kind == 'n' && p.Second.Text == "(");

    private static bool Binds(CelCase test, string kind) => test.Bindings.Any(b => b.Value.Name == kind);

    private static bool IsTypeName(ImmutableArray<CelToken> tokens) => tokens.Append(new CelToken(' ', string.Empty))
        .Zip(tokens.Prepend(new CelToken(' ', string.Empty)), tokens.Skip(1).Append(new CelToken(' ', string.Empty)))
        .Any(t => t.First.Kind == 'n' && Types.Contains(t.First.Text) && t.Second.Text != "." && t.Third.Text != "(");

    private static bool HasNestedList(ImmutableArray<CelToken> tokens) =>
        tokens.Prepend(new CelToken(' ', string.Empty)).Zip(tokens, tokens.Skip(1)).Any(t => !t.First.EndsValue && t.Second.Text == "[" && t.Third.Text == "[");

    private static bool HasMixedList(ImmutableArray<CelToken> tokens)
    {
        for (int open = 0; open < tokens.Length; open++)
        {
            if (tokens[open].Text != "[") continue;
            IEnumerable<char> kinds = tokens.Skip(open + 1).TakeWhile(t => t.Text != "]").Where(t => t.Kind is 't' or 'i' or 'd').Select(t => t.Kind == 't' ? 't' : 'i');
            if (kinds.Distinct().Count() > 1) return true;
        }

        return false;
    }

    private static bool IsOrdered(CelCase test, ImmutableArray<CelToken> tokens)
    {
        bool bindsUnordered = Binds(test, "bool_value") || Binds(test, "string_value");
        return tokens.Zip(tokens.Skip(1), tokens.Skip(2)).Any(t => Orders.Contains(t.Second.Text) && (bindsUnordered || IsUnordered(t.First) || IsUnordered(t.Third)));
    }

    private static bool IsUnordered(CelToken token) => token.Kind == 't' || token.Text is "true" or "false" or "[" or "]";

    private static bool IsLong(string number) => number.Count(char.IsAsciiDigit) > 15 || number.AsSpan().ContainsAny("eExX");
}
