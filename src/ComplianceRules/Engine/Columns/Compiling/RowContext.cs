using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>The rows that a condition stands before: the table of the rows at hand, and those of the lists around it.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Pack">The pack of the rule, whose names for parameters count.</param>
/// <param name="Frames">
/// The tables of the subject and of the list items at hand, outermost first; the rows at hand are of the last. Null where the rows at hand do not tell which row of an outer list is meant.
/// </param>
/// <param name="HasStack">Whether the rows at hand are judged by the stack of the subject.</param>
internal sealed record RowContext(string Pack, ImmutableArray<string?> Frames, bool HasStack)
{
    /// <summary>Whether parameters may be read whose values all stacks agree on, though the rows at hand do not tell the stack of the subject.</summary>
    public bool TakesAgreed { get; init; }

    /// <summary>The day of the year, from 0, whose values parameters have; null where a date of each row chooses it.</summary>
    public int? SeasonDay { get; init; }

    /// <summary>The table of the rows at hand.</summary>
    public string Table => Frames[^1]!;

    /// <summary>Whether the rows at hand are those of the rule's subject.</summary>
    public bool IsSubject => Frames.Length == 1;

    /// <summary>The rows of a rule's subject.</summary>
    /// <param name="pack">The rule's pack.</param>
    /// <param name="table">The subject.</param>
    public static RowContext Of(string pack, string table) => new(pack, [table], HasStack: true);

    /// <summary>The rows of a list each of which lies below one row alone that has the list.</summary>
    /// <param name="table">The table of the items.</param>
    public RowContext Enter(string table) => this with { Frames = Frames.Add(table) };

    /// <summary>The rows of a list that may lie in several lists, as the schools of a county lie in that of its province too.</summary>
    /// <param name="table">The table of the items.</param>
    public RowContext EnterShared(string table) => this with { Frames = [.. Frames.Select(_ => (string?)null), table], HasStack = false };

    /// <summary>The same rows where they do not tell which row of an outer list is meant.</summary>
    public RowContext Forget() => this with { Frames = [.. Frames[..^1].Select(_ => (string?)null), Table] };
}
