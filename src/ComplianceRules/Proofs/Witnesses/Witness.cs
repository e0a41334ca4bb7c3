using System.Collections.Immutable;

namespace ComplianceRules.Proofs;

/// <summary>A row that shows a difference: facts of it, of rows above it and of lists below it. Confirmed by judging it.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Subject">The table of the row.</param>
/// <param name="Day">The day on which it was judged.</param>
/// <param name="Facts">The facts that matter, in ordinal order of their names.</param>
public sealed record Witness(string Subject, DateOnly Day, ImmutableArray<WitnessFact> Facts)
{
    /// <summary>The row as one line, such as <c>class: grade 4, written_minutes 65</c>.</summary>
    public string Text => Facts.IsEmpty ? Subject : $"{Subject}: {string.Join(", ", Facts.Select(f => $"{f.Name} {f.Value ?? "?"}"))}";
}
