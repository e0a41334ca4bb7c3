using System.Collections.Immutable;

namespace ComplianceRules.Interop;

/// <summary>What workflows are to become.</summary>
/// <remarks>Immutable.</remarks>
public sealed record WorkflowImportOptions
{
    /// <summary>The id of the pack that is made.</summary>
    public required string PackId { get; init; }

    /// <summary>The id of the pack whose tables and fields are used; it is extended.</summary>
    public required string Facts { get; init; }

    /// <summary>What inputs and their members are: <c>input1</c> a table or <c>table.list</c>, <c>input1.Member</c> a field of that table. An input that is called like a table needs no entry.</summary>
    public ImmutableSortedDictionary<string, string> Map { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
