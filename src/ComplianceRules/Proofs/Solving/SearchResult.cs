namespace ComplianceRules.Proofs;

/// <summary>What a search came to: a model; none, for certain; or none, without certainty.</summary>
/// <param name="Model">The model; null where none was found.</param>
/// <param name="IsCertain">Whether there is none where none was found.</param>
internal sealed record SearchResult(Model? Model, bool IsCertain)
{
    /// <summary>There is none.</summary>
    public static SearchResult None { get; } = new(null, true);

    /// <summary>None was found, and there may be one.</summary>
    public static SearchResult Unsure { get; } = new(null, false);
}
