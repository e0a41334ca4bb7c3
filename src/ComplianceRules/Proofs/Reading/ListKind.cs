namespace ComplianceRules.Proofs;

/// <summary>What is asked of the items of a list, as far as one question may follow from another.</summary>
internal enum ListKind
{
    /// <summary>Whether all meet a condition.</summary>
    All = 0,

    /// <summary>Whether any does.</summary>
    Exists = 1,

    /// <summary>How many do, or what share of them; known only where every item is.</summary>
    Count = 2,

    /// <summary>The smallest share that may.</summary>
    Least = 3,

    /// <summary>The largest share that may.</summary>
    Most = 4,
}
