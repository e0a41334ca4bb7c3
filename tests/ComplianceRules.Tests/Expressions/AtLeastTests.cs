using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

public sealed class AtLeastTests
{
    [Theory]
    [InlineData(1, "FFF", "F")]
    [InlineData(1, "FF?", "?")]
    [InlineData(1, "?FT", "T")]
    [InlineData(2, "TTF", "T")]
    [InlineData(2, "T?T", "T")]
    [InlineData(2, "T?F", "?")]
    [InlineData(2, "F?F", "F")]
    [InlineData(2, "???", "?")]
    [InlineData(3, "T?T", "?")]
    [InlineData(3, "?F?", "F")]
    [InlineData(3, "TTT", "T")]
    public void It_is_decided_once_so_many_hold_or_so_many_no_longer_can(int needed, string parts, string expected)
    {
        SampleFacts facts = new();
        Snapshot snapshot = facts.Snapshot();
        Value value = new ReferenceInterpreter(snapshot, Written.AsOf, new SampleVerdicts()).Evaluate(Of(needed, parts), facts.Frames(snapshot, BaseTables.Class));
        Assert.Equal(expected, value is BoolValue { Truth: var truth } ? (truth ? "T" : "F") : "?");
    }

    [Theory]
    [InlineData(1, "n?", true, true)]
    [InlineData(1, "nn", false, true)]
    [InlineData(1, "an", true, false)]
    [InlineData(2, "an?", true, true)]
    [InlineData(2, "aa?", true, false)]
    [InlineData(2, "nn?", false, true)]
    [InlineData(3, "aaa", true, false)]
    public void Its_range_follows_from_how_many_parts_can_hold_and_can_fail(int needed, string parts, bool canHold, bool canFail) =>
        Assert.Equal(new TruthRange(canHold, canFail), Truth(Of(needed, parts)));

    [Fact]
    public void It_is_printed_with_all_its_parts() =>
        Assert.Equal("at_least(2, flag, other || flag, true)", new ExpressionPrinter(SampleSchema.Scope(BaseTables.Class)).Text(new AtLeastExpression(2, [Typed("flag"), Typed("other || flag"), Typed("true")])));

    private static TruthRange Truth(AtLeastExpression some) => ExpressionRanges.Of(some).Truth(some);

    private static AtLeastExpression Of(int needed, string parts) => new(needed, [.. parts.Select(Part)]);

    // a always holds where it is known, n never does; a fact that is not given is unknown.
    private static TypedExpression Part(char part) => part switch
    {
        'T' => Typed("true"),
        'F' => Typed("false"),
        'a' => Typed("seats < 100"),
        'n' => Typed("seats > 100"),
        _ => Typed("flag"),
    };

    private static TypedExpression Typed(string text) => Written.Typed(text, SampleSchema.Scope(BaseTables.Class));
}
