using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.External.Tests.Conformance;

/// <summary>Which difference of docs/language.md explains that our value is not CEL's.</summary>
internal static class CelDifferences
{
    private static readonly ImmutableArray<UnknownReason> OfNumbers = [UnknownReason.DivisionByZero, UnknownReason.Overflow];

    /// <summary>The difference's name; null where none explains it.</summary>
    public static string? Of(CelCase test, TrialResult result) => result switch
    {
        TrialUndetermined open when open.Missing.All(m => OfNumbers.Contains(m.Reason)) && IsOfDoubles(test) => "finite",
        TrialValue { Type: TrialType.Number } when test.Expected is { Name: "double_value" } => "decimal",
        TrialValue { Type: TrialType.Number } when test.IsUnchecked && test.GivesError && CelTokens.Of(test.Expression).Any(t => t.Text == "%") => "remainder",
        TrialValue { Text: "false" } when test.GivesError && CelTokens.Of(test.Expression).Any(t => t.Text == "exists_one") => "exists_one",
        TrialValue when test.IsUnchecked && HasIntBesideNumber(test) => "promotion",
        TrialValue when !test.GivesError && IsOfDoubles(test) => "decimal",
        _ => null,
    };

    private static bool IsOfDoubles(CelCase test) => CelTokens.Of(test.Expression).Any(t => t.Kind == 'd');

    private static bool HasIntBesideNumber(CelCase test)
    {
        ImmutableArray<CelToken> tokens = CelTokens.Of(test.Expression);
        return tokens.Any(t => t.Kind == 'i') && tokens.Any(t => t.Kind == 'd');
    }
}
