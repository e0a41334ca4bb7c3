using ComplianceRules.Diagnostics;
using ComplianceRules.Interop;
using ComplianceRules.Tests.Diagnostics;

namespace ComplianceRules.Tests.Interop;

/// <summary>Each file of <c>tests/workflows/bad</c> is named after the code that it provokes.</summary>
public sealed class BadWorkflowTests
{
    private const int First = 5000;
    private const int Last = 5049;
    private const int OfParameters = 5059;

    // What the caller says and the stack that he has stand in no workflow; tests of their own show them.
    private static readonly string[] NotOfWorkflows = ["CR5034", "CR5035", "CR5038"];

    public static TheoryData<string> Files => ImportedWorkflows.Files("bad");

    [Theory]
    [MemberData(nameof(Files))]
    public void A_bad_workflow_gives_its_code_with_its_place(string name)
    {
        Diagnostic[] told = [.. ImportedWorkflows.Told(ImportedWorkflows.OfFile("bad", name))];
        Diagnostic expected = Assert.IsType<Diagnostic>(Array.Find(told, d => d.Code.ToString() == Code(name)));
        Assert.All(told, d => Assert.NotEqual(d.Message(TextLanguage.English), d.Message(TextLanguage.Chinese)));
        Assert.Equal($"{name}.json", expected.Span?.File);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_rule_with_an_error_is_never_imported(string name)
    {
        Checked<ImportedPack> imported = ImportedWorkflows.OfFile("bad", name);
        Assert.All(imported.IsValid ? imported.Value.Rules : [], r => Assert.Equal(r.Id is null, r.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error || d.Code == DiagnosticCodes.ForeignRuleDisabled)));
    }

    [Fact]
    public void Every_code_is_provoked_by_a_bad_workflow() =>
        Assert.Equal(DiagnosticTextTests.Codes().Where(c => c.Number is (>= First and <= Last) or OfParameters).Select(c => c.ToString()).Except(NotOfWorkflows).Order(StringComparer.Ordinal), ImportedWorkflows.Names("bad").Select(Code).Where(c => c.StartsWith("CR50", StringComparison.Ordinal)).Distinct());

    private static string Code(string name) => name.Split('-')[0];
}
