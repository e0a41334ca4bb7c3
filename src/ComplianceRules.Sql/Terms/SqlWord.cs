namespace ComplianceRules.Sql.Terms;

/// <summary>A text or the key of an enum.</summary>
/// <param name="Text">What stands for it; compared byte by byte.</param>
internal sealed record SqlWord(string Text) : SqlTerm
{
    /// <summary>The text itself, where it is written; null for a fact.</summary>
    public string? Written { get; init; }

    public override int Length => Text.Length;
}
