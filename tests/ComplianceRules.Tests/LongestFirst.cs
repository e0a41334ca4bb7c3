using ComplianceRules.Tests.Analysis;
using ComplianceRules.Tests.Engine.Columns;
using ComplianceRules.Tests.Engine.Columns.Kernels;
using ComplianceRules.Tests.Engine.Correcting;
using ComplianceRules.Tests.Expressions.Hostility;
using ComplianceRules.Tests.Proofs;
using ComplianceRules.Tests.Readme;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("ComplianceRules.Tests.LongestFirst", "ComplianceRules.Tests")]

namespace ComplianceRules.Tests;

/// <summary>Begins with the tests that take longest: begun last, they would run alone while the other processors wait.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        ToolSession.Name,
        .. ((Type[])
        [
            typeof(PackDiffMutationTests),
            typeof(RunawayTests),
            typeof(RandomPairTests),
            typeof(EnginePairTests),
            typeof(NarrowRegisterTests),
            typeof(CorrectionPairTests),
            typeof(DescentShareTests),
            typeof(ImpactOracleTests),
        ]).Select(type => type.FullName!),
    ];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(Place);

    private static int Place(ITestCollection collection)
    {
        int place = Array.FindIndex(Longest, name => collection.DisplayName.EndsWith(name, StringComparison.Ordinal));
        return place < 0 ? Longest.Length : place;
    }
}
