using System.Collections.Immutable;

namespace ComplianceRules.Interop;

/// <summary>What stands for the subject or for the item at hand of a list.</summary>
/// <param name="Text">The name of the row.</param>
/// <param name="Row">The shape of the row.</param>
internal sealed record DynamicFrame(string Text, ExportedRowShape Row)
{
    /// <summary>The item where the list is one of values; null where items are rows, or truth values.</summary>
    public ImmutableArray<DynamicCase>? Value { get; init; }

    /// <summary>The item where the list is one of truth values.</summary>
    public DynamicTruth? Truth { get; init; }
}
