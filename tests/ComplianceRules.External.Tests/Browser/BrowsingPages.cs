namespace ComplianceRules.External.Tests.Browser;

/// <summary>The tests that look at every view share one browser, so that those of <see cref="BrowsingFindings"/> run beside them.</summary>
[CollectionDefinition(Name)]
public sealed class BrowsingPages : ICollectionFixture<Browsing>
{
    /// <summary>What the tests name it by.</summary>
    public const string Name = "browser of pages";
}
