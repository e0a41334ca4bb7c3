namespace ApiSample.Answers;

/// <summary>A rule pack.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Region">The region whose schools it judges; null for a template without one.</param>
/// <param name="Sha256">The digest of its files.</param>
public sealed record PackAnswer(string Id, string Version, string? Region, string Sha256);
