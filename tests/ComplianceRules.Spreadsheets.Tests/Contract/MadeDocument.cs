using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>One school and its classes, as records that any source can have.</summary>
internal sealed record MadeDocument
{
    /// <summary>The columns of the classes, in the order they stand in; twice the same is possible.</summary>
    public ImmutableArray<string> Columns { get; init; } = ["id", "school", "enrolment", "homework", "share", "opened", "starts", "bedtime"];

    public ImmutableArray<MadeClass> Classes { get; init; } = [MadeClass.Plain("1"), MadeClass.Plain("2"), MadeClass.Plain("3")];

    /// <summary>What is done to the finished file; none for most.</summary>
    public Twist Twist { get; init; } = Twist.None;

    /// <summary>The classes with the second one's cell replaced.</summary>
    public MadeDocument With(string column, MadeCell cell) => this with { Classes = Classes.SetItem(1, Classes[1].With(column, cell)) };
}
