using ComplianceRules.Expressions;
using ComplianceRules.Tests.Golden;

namespace ComplianceRules.Tests.Expressions;

public sealed class SurfaceTests
{
    [Fact]
    public void What_an_expression_can_touch_is_what_was_approved() =>
        ApprovedFile.Match("tests/ComplianceRules.Tests/Golden/surface.approved.txt", string.Join('\n', Surface.Lines()) + "\n");

    [Fact]
    public void Every_overload_of_every_function_macro_and_aggregate_is_among_it()
    {
        string[] lines = [.. Surface.Lines()];
        Assert.All(FunctionRegistry.All, function => Assert.True(Surface.Reaches(function), function.GetType().Name));
        Assert.All(FunctionRegistry.Names, name => Assert.Contains(lines, line => line.Contains($"{name}(", StringComparison.Ordinal)));
        Assert.All(MacroNames.All.Concat(AggregateNames.All), name => Assert.Contains(lines, line => line.Contains($".{name}(", StringComparison.Ordinal)));
    }
}
