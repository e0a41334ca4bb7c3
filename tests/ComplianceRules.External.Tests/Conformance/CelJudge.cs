using System.Text;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;

namespace ComplianceRules.External.Tests.Conformance;

/// <summary>Runs a case and says in one line how we stand to CEL in it.</summary>
internal static class CelJudge
{
    /// <summary>What no case may come to.</summary>
    public const string Unexplained = "UNEXPLAINED";

    public const string Passed = "passed";
    public const string OutOfProfile = "out";
    public const string Diverges = "diverges";

    /// <summary>The line: the case, how we stand to it, why, and what we give.</summary>
    public static string LineOf(CelCase test)
    {
        TrialResult result = ExpressionTrial.Run(test.Expression, new SourceFile("facts.json", Encoding.UTF8.GetBytes(CelFacts.Of(test))), null);
        return $"{test.File} {test.Name} {StandingOf(test, result)}";
    }

    private static string StandingOf(CelCase test, TrialResult result)
    {
        if (IsPassed(test, result)) return Passed;
        return result is TrialErrors errors ? Refused(test, errors) : $"{Diverges} {CelDifferences.Of(test, result) ?? Unexplained} {Shown(result)}";
    }

    private static bool IsPassed(CelCase test, TrialResult result) => result switch
    {
        TrialValue value => test.Expected is { } expected && CelExpected.IsSame(expected, value),
        TrialUndetermined => test.GivesError,
        _ => false,
    };

    private static string Refused(CelCase test, TrialErrors errors) =>
        $"{OutOfProfile} {CelFeatures.Of(test).FirstOrDefault() ?? Unexplained} {errors.Diagnostics[0].Code}";

    private static string Shown(TrialResult result) => result switch
    {
        TrialValue { Type: TrialType.List } value => $"[{string.Join(", ", value.Items.Select(Shown))}]",
        TrialValue { Type: TrialType.Text } value => JsonSerializer.Serialize(value.Text),
        TrialValue value => value.Text,
        TrialUndetermined open => $"undetermined: {string.Join(", ", open.Missing.Select(m => m.Reason).Distinct())}",
        _ => string.Empty,
    };
}
