using System.Text.Json;
using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Findings;

public sealed class AssessmentKeysTests
{
    private static readonly JsonElement Definitions = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("rulepacks/assessment.schema.json"))).RootElement.GetProperty("$defs");

    private static readonly Dictionary<string, AssessmentKeys> Known = new()
    {
        ["rule"] = AssessmentKeys.Rule,
        ["table"] = AssessmentKeys.Table,
        ["data"] = AssessmentKeys.Data,
        ["problem"] = AssessmentKeys.Problem,
        ["counts"] = AssessmentKeys.Counts,
        ["personalCount"] = AssessmentKeys.Persons,
        ["finding"] = AssessmentKeys.Finding,
        ["subject"] = AssessmentKeys.Subject,
        ["source"] = AssessmentKeys.Source,
        ["limitSource"] = AssessmentKeys.Source,
        ["instrument"] = AssessmentKeys.Instrument,
        ["valueStep"] = AssessmentKeys.Step,
        ["relaxation"] = AssessmentKeys.Relaxation,
        ["findingPart"] = AssessmentKeys.Part,
        ["waiver"] = AssessmentKeys.Waiver,
        ["waiverSummary"] = AssessmentKeys.WaiverSummary,
        ["correction"] = AssessmentKeys.Correction,
        ["fieldIs"] = AssessmentKeys.FieldIs,
        ["field"] = AssessmentKeys.Field,
        ["localText"] = AssessmentKeys.LocalText,
    };

    public static TheoryData<string> Objects { get; } = [.. Known.Keys];

    [Theory]
    [MemberData(nameof(Objects))]
    public void Every_key_of_the_schema_is_read_and_no_other(string definition) => Assert.Equal(
        Definitions.GetProperty(definition).GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal), Known[definition].All.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Objects))]
    public void What_the_schema_requires_is_required(string definition) => Assert.Subset(
        Definitions.GetProperty(definition).GetProperty("required").EnumerateArray().Select(p => p.GetString()!).ToHashSet(), Known[definition].Required.Except(["pack"]).ToHashSet());
}
