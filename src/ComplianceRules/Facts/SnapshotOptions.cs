namespace ComplianceRules.Facts;

/// <summary>How a snapshot is to be read.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SnapshotOptions
{
    /// <summary>Skip and list a malformed record, an orphan or a duplicate instead of refusing the whole snapshot.</summary>
    public bool SkipMalformed { get; init; }

    /// <summary>The region of schools that have none of their own; null leaves them without.</summary>
    public RegionCode? DefaultRegion { get; init; }

    /// <summary>The name of the text encoding where it is not UTF-8, such as <c>gb18030</c>; null means what the mapping says, else UTF-8.</summary>
    public string? Encoding { get; init; }
}
