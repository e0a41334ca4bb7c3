using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>Rows of facts that were given without a schema.</summary>
/// <param name="Name">The table's made-up name; of a row above, the name that the facts give it.</param>
/// <param name="Parent">The table of the row that has these rows as a list; null for the subject and for rows above.</param>
/// <param name="Children">The list's name; empty where there is none.</param>
internal sealed record TrialTable(string Name, string? Parent, string Children)
{
    /// <summary>What no name of an expression can be, so that no name means the list of subjects of a row above.</summary>
    public const string NoName = "[]";

    /// <summary>How many rows there are.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The row above of each row; empty for the subject and for rows above.</summary>
    public ImmutableArray<int> Parents { get; init; } = [];

    /// <summary>Whether each row above has given the list; empty for the subject and for rows above.</summary>
    public ImmutableArray<bool> Reported { get; init; } = [];

    public ImmutableArray<TrialField> Fields { get; init; } = [];

    public ImmutableArray<TrialList> Lists { get; init; } = [];

    public ImmutableArray<TrialOpen> Opens { get; init; } = [];

    /// <summary>Whether there is one row, whose facts go by their names.</summary>
    public bool IsSingle => Parent is null;

    /// <summary>The key of one of its facts, among those of all tables.</summary>
    public string KeyOf(string fact) => $"{Name}.{fact}";

    /// <summary>The name of the table of a list.</summary>
    /// <param name="owner">The table of the rows that have the list.</param>
    /// <param name="isSubject">Whether those are the subject.</param>
    /// <param name="list">The list's name.</param>
    public static string NameOfList(string owner, bool isSubject, string list) => isSubject ? list + NoName : $"{owner}.{list}{NoName}";
}
