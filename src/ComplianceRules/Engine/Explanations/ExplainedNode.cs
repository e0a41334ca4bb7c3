using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>A part of a condition and what it comes to for one row.</summary>
/// <remarks>Immutable. Values that are written in the pack stand in the text and have no node of their own. A chain of <c>&amp;&amp;</c> or <c>||</c> is one node.</remarks>
public sealed record ExplainedNode
{
    /// <summary>What it is.</summary>
    public required ExplainedKind Kind { get; init; }

    /// <summary>The part as an author would write it, in one canonical way.</summary>
    public required string Text { get; init; }

    /// <summary>What kind of value it has.</summary>
    public required FieldType Type { get; init; }

    /// <summary>What is known of it.</summary>
    public required ExplainedState State { get; init; }

    /// <summary>The value; null where it is not known, not needed, or would tell one or two persons apart.</summary>
    public FindingValue? Value { get; init; }

    /// <summary>The unit of a number; null where it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>Why it is not known; null where it is, or is not needed.</summary>
    public UnknownReason? Reason { get; init; }

    /// <summary>The value with its unit, or why there is none, as people read it.</summary>
    public required LocalText Shown { get; init; }

    /// <summary>What people call the fact, the parameter or the other rule; null for anything else, and where the pack does not say.</summary>
    public LocalText? Title { get; init; }

    /// <summary>What another rule says of the row, or what becomes of a period; null for anything else.</summary>
    public LocalText? Note { get; init; }

    /// <summary>Where the value of a parameter comes from; null for anything else, and where none is in force.</summary>
    public ExplainedParameter? Parameter { get; init; }

    /// <summary>The items of the list that it is made of; null for anything else, and where the list is not known.</summary>
    public ExplainedRows? Rows { get; init; }

    /// <summary>The parts that it is made of, in the order in which they are written; empty where it was not needed.</summary>
    public ImmutableArray<ExplainedNode> Parts { get; init => field = value.IsDefault ? [] : value; } = [];
}
