using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Reports;

namespace ComplianceRules.Tests.Engine.Trying;

/// <summary>Expressions tried on facts, and what became of them in one line.</summary>
internal static class Tried
{
    public static TrialResult Run(string expression, string facts = "{}", DateOnly? asOf = null) =>
        ExpressionTrial.Run(expression, new SourceFile("facts.json", Encoding.UTF8.GetBytes(facts)), asOf);

    /// <summary>The result as <c>value : type</c>, <c>? path reason</c> or <c>! code</c>, several by commas.</summary>
    public static string Line(string expression, string facts = "{}", DateOnly? asOf = null) => Run(expression, facts, asOf) switch
    {
        TrialValue value => $"{Shown(value)} : {TrialJson.NameOf(value.Type)}",
        TrialUndetermined open => $"? {string.Join(", ", open.Missing.Select(m => $"{m.Path} {m.Reason}"))}",
        TrialErrors errors => $"! {string.Join(", ", errors.Diagnostics.Select(d => d.Code))}",
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    public static TrialErrors Errors(string expression, string facts = "{}") => Assert.IsType<TrialErrors>(Run(expression, facts));

    private static string Shown(TrialValue value) =>
        value.Type is TrialType.List or TrialType.Set ? $"[{string.Join(", ", value.Items.Select(Shown))}]" : value.Text;
}
