using ComplianceRules.Hosting;

namespace ComplianceRules.Packs.China;

/// <summary>The rule packs for compulsory education in China: the nation, provinces, cities, counties, and school plans as templates.</summary>
/// <remarks>The packs are no legal advice: each rule names its source and how far it was checked.</remarks>
public static class ChinaPacks
{
    /// <summary>The packs as a source, for programs without dependency injection. It may be shared between threads.</summary>
    public static IRulePackSource Source { get; } = new EmbeddedRulePackSource(typeof(ChinaPacks).Assembly);

    /// <summary>Adds the packs to those that an application judges by: <c>services.AddComplianceRules(o => o.AddChinaPacks())</c>.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The same options.</returns>
    public static ComplianceRulesOptions AddChinaPacks(this ComplianceRulesOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.AddPacks(Source);
    }
}
