namespace ComplianceRules.Expressions;

/// <summary>What is made of a list by trying an expression on each of its items.</summary>
public enum MacroKind
{
    /// <summary>Whether all items meet the condition: false if one does not, true for no items.</summary>
    All = 0,

    /// <summary>Whether an item meets the condition: true if one does, false for no items.</summary>
    Exists = 1,

    /// <summary>Whether exactly one item meets the condition.</summary>
    ExistsOne = 2,

    /// <summary>How many items meet the condition.</summary>
    Count = 3,

    /// <summary>The share of the items that meet the condition, in per cent; unknown for no items.</summary>
    Share = 4,

    /// <summary>The items that meet the condition, in order.</summary>
    Filter = 5,

    /// <summary>The value of the expression for each item, in order.</summary>
    Map = 6,
}
