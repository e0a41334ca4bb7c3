using System.Collections.Immutable;
using System.Text.Json;

namespace ComplianceRules.Benchmarks;

/// <summary>What a fact is drawn from. What does not fit the fact's type says nothing.</summary>
internal sealed record Draw
{
    /// <summary>In a list: what the row must be like for this one to count; fields of rows above by the table's name, such as <c>school.boarding</c>.</summary>
    public ImmutableDictionary<string, JsonElement>? If { get; init; }

    /// <summary>In <see cref="Also"/>: how many of a hundred facts are drawn so.</summary>
    public decimal Share { get; init; }

    /// <summary>The value itself.</summary>
    public JsonElement? Is { get; init; }

    /// <summary>Whether it is not known, or there is none.</summary>
    public bool Blank { get; init; }

    /// <summary>The least and the greatest value, both included; with <see cref="Of"/> what that is multiplied by, or the minutes or days that are added to it.</summary>
    public ImmutableArray<JsonElement> Between { get; init; } = [];

    /// <summary>What it is a part of: a field of the row or of one above, the sum of a field over a list such as <c>classes.enrolment</c>, or the length of a list such as <c>classes</c>.</summary>
    public string? Of { get; init; }

    /// <summary>Where <see cref="Of"/> is a list: what its rows must be like to count.</summary>
    public ImmutableDictionary<string, JsonElement>? Rows { get; init; }

    /// <summary>Whether a part of a whole is rounded up to the field's step, not down.</summary>
    public bool Up { get; init; }

    /// <summary>How often each value of an enum is drawn.</summary>
    public ImmutableSortedDictionary<string, int>? Weights { get; init; }

    /// <summary>Of how many of a hundred sets a value is part.</summary>
    public decimal Each { get; init; } = 97;

    /// <summary>The only values that a set may have.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>How many of a hundred are true.</summary>
    public decimal? True { get; init; }

    /// <summary>What counts instead where the row is like that; the first that fits.</summary>
    public ImmutableArray<Draw> Where { get; init; } = [];

    /// <summary>What some facts are drawn from instead: values at a limit, breaches, facts that nobody knows.</summary>
    public ImmutableArray<Draw> Also { get; init; } = [];
}
