namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>How sure it is that a column is a field.</summary>
internal enum MatchKind
{
    /// <summary>The header is like the title, more than like any other.</summary>
    Similar = 0,

    /// <summary>The header is the title but for unit, brackets and signs.</summary>
    Bare = 1,

    /// <summary>The header is the field's title or name.</summary>
    Exact = 2,
}
