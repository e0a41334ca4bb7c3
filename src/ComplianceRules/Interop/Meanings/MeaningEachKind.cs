namespace ComplianceRules.Interop;

/// <summary>What is asked of the rows of a list.</summary>
internal enum MeaningEachKind
{
    /// <summary>Whether one of them holds.</summary>
    Any = 0,

    /// <summary>Whether all of them hold.</summary>
    All,

    /// <summary>Something that counts rows by a condition.</summary>
    Counted,

    /// <summary>A sum, mean or extreme, which leaves out nulls there.</summary>
    Aggregate,

    /// <summary>The values themselves.</summary>
    Values,
}
