namespace ComplianceRules.Findings;

/// <summary>The row that a finding is about.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Table">The row's table.</param>
/// <param name="Id">The row's id below its parents, such as <c>3703220012/301</c>.</param>
/// <param name="Name">The row's name; null where the data gives none.</param>
public sealed record Subject(string Table, string Id, string? Name)
{
    /// <summary>The subject as it is written: <c>class:3703220012/301</c>.</summary>
    public override string ToString() => $"{Table}:{Id}";
}
