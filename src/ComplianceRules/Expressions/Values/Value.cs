using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>What an expression comes to: known or unknown. A closed set of records.</summary>
internal abstract record Value
{
    private protected Value()
    {
    }

    public static BoolValue True { get; } = new(true);

    public static BoolValue False { get; } = new(false);

    public static BoolValue Of(bool truth) => truth ? True : False;

    /// <summary>The value as data writes it: the shortest text that is read back as the same value.</summary>
    public abstract string Text { get; }
}

internal sealed record UnknownValue(UnknownReason Reason) : Value
{
    public override string Text => "?";
}

internal sealed record BoolValue(bool Truth) : Value
{
    public override string Text => Truth ? "true" : "false";
}

internal sealed record NumberValue(Rational Number) : Value
{
    public override string Text => Number.ToString();
}

internal sealed record TextValue(string Content) : Value
{
    public override string Text => Content;
}

internal sealed record DateValue(DateOnly Day) : Value
{
    public override string Text => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Minutes after midnight on the scale of the field it came from or was compared with.</summary>
internal sealed record TimeValue(int Minutes) : Value
{
    public override string Text => TimeScale.Format(Minutes);
}

/// <summary>Members in ordinal order, none twice. Sets are compared through their methods, not by ==.</summary>
internal sealed record SetValue(ImmutableSortedSet<string> Members) : Value
{
    public override string Text => string.Join(", ", Members);

    public static SetValue Of(IEnumerable<string> members) => new(members.ToImmutableSortedSet(StringComparer.Ordinal));
}
