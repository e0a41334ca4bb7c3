using System.Text.Encodings.Web;
using System.Text.Json;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.RulesEngine.Tests.Importing;

/// <summary>A workflow of rules at random.</summary>
/// <param name="Json">The workflow.</param>
/// <param name="Rules">Its rules by their names.</param>
internal sealed record MadeWorkflow(string Json, Dictionary<string, MadeForeignRule> Rules)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes one.</summary>
    /// <param name="dice">What with.</param>
    /// <param name="rules">How many rules.</param>
    /// <param name="isExact">Whether binary fractions hold all that is computed.</param>
    public static MadeWorkflow Of(Dice dice, int rules, bool isExact)
    {
        MadeExpressions shared = new(dice, isExact);
        bool isShared = dice.OneIn(4);
        object[] parameters = isShared ? [Parameter(dice, shared, dice.OneIn(2), "shared")] : [];
        Dictionary<string, MadeForeignRule> made = new(StringComparer.Ordinal);
        List<object> written = [];
        for (int i = 0; i < rules; i++)
        {
            MadeExpressions expressions = new(dice, isExact);
            expressions.Reads.UnionWith(shared.Reads);
            bool hasClass = !dice.OneIn(3);
            bool isJoined = dice.OneIn(4);
            written.Add(Rule(dice, expressions, hasClass, isJoined, isShared && dice.OneIn(2) ? "shared" : null, $"r{i}"));
            made.Add($"r{i}", new MadeForeignRule(isJoined, isExact, expressions.Reads, $"{JsonSerializer.Serialize(parameters, Readable)} {JsonSerializer.Serialize(written[^1], Readable)}"));
        }

        Dictionary<string, object> workflow = new() { ["WorkflowName"] = "made", ["GlobalParams"] = parameters, ["Rules"] = written };
        return new MadeWorkflow(JsonSerializer.Serialize(workflow), made);
    }

    private static Dictionary<string, object> Rule(Dice dice, MadeExpressions expressions, bool hasClass, bool isJoined, string? flag, string name)
    {
        Dictionary<string, object> rule = new() { ["RuleName"] = name };
        if (dice.OneIn(6))
        {
            rule["LocalParams"] = new[] { Parameter(dice, expressions, hasClass, $"own_{name}") };
            flag = $"own_{name}";
        }

        if (!isJoined)
        {
            string truth = expressions.Truth(new MadePlace(hasClass, null), dice.Of(0, 0, 1, 1, 2, 3));
            rule["Expression"] = flag is null ? truth : $"{truth} {dice.Of("&&", "or", "==", "!=", "|")} {flag}";
            return rule;
        }

        rule["Operator"] = dice.Of("And", "AndAlso", "Or", "OrElse");
        rule["Rules"] = Enumerable.Range(0, dice.Between(1, 3)).Select(i => Rule(dice, expressions, hasClass, dice.OneIn(6), flag, $"{name}_{i}")).ToArray();
        return rule;
    }

    private static Dictionary<string, string> Parameter(Dice dice, MadeExpressions expressions, bool hasClass, string name) =>
        new() { ["Name"] = name, ["Expression"] = expressions.Truth(new MadePlace(hasClass, null), dice.Between(0, 1)) };
}
