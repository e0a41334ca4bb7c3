using ComplianceRules.Tests.Golden;
using ComplianceRules.Tests.PublicApi;

namespace ComplianceRules.RulesEngine.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_members_are_those_that_were_approved()
    {
        using FileStream assembly = File.OpenRead(typeof(RulesEngineHost).Assembly.Location);
        ApprovedFile.Match("tests/ComplianceRules.RulesEngine.Tests/ComplianceRules.RulesEngine.approved.txt", PublicApiText.Of("ComplianceRules.RulesEngine", assembly));
    }
}
