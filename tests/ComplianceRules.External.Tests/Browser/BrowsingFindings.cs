namespace ComplianceRules.External.Tests.Browser;

/// <summary>The tests that go through findings share one browser, so that those of <see cref="BrowsingPages"/> run beside them.</summary>
[CollectionDefinition(Name)]
public sealed class BrowsingFindings : ICollectionFixture<Browsing>
{
    /// <summary>What the tests name it by.</summary>
    public const string Name = "browser of findings";
}
