namespace ComplianceRules.NRules.Tests.Guide;

/// <summary>What rules said, in the order in which they said it.</summary>
public sealed class Report
{
    /// <summary>The names of what fired.</summary>
    public List<string> Said { get; } = [];
}
