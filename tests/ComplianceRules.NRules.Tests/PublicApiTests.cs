using ComplianceRules.Tests.Golden;
using ComplianceRules.Tests.PublicApi;

namespace ComplianceRules.NRules.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_members_are_those_that_were_approved()
    {
        using FileStream assembly = File.OpenRead(typeof(NRulesPlan).Assembly.Location);
        ApprovedFile.Match("tests/ComplianceRules.NRules.Tests/ComplianceRules.NRules.approved.txt", PublicApiText.Of("ComplianceRules.NRules", assembly));
    }
}
