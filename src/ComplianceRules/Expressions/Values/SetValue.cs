using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>Members in ordinal order, none twice. Sets are compared through their methods, not by ==.</summary>
internal sealed record SetValue(ImmutableSortedSet<string> Members) : Value
{
    public override string Text => string.Join(", ", Members);

    public static SetValue Of(IEnumerable<string> members) => new(members.ToImmutableSortedSet(StringComparer.Ordinal));
}
