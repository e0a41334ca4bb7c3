namespace ComplianceRules.Tests.HouseRules;

public sealed class PurityTests
{
    [Fact]
    public void Expressions_reach_nothing_outside_of_themselves() =>
        NoFaults.In(PurityGuard.Faults(SourceCompilation.Compile(SourceFiles.Of(SourceFiles.Library))));

    [Theory]
    [InlineData("object? B() => typeof(string).Assembly.GetTypes();", "System.Reflection.Assembly")]
    [InlineData("object B() => System.Linq.Expressions.Expression.Constant(1);", "System.Linq.Expressions.Expression")]
    [InlineData("object B() => new System.Reflection.Emit.DynamicMethod(\"a\", null, null);", "System.Reflection.Emit.DynamicMethod")]
    [InlineData("string B() => File.ReadAllText(\"a\");", "System.IO.File")]
    [InlineData("object B() => new HttpClient();", "System.Net.Http.HttpClient")]
    [InlineData("object B() => System.Diagnostics.Process.GetCurrentProcess();", "System.Diagnostics.Process")]
    [InlineData("object? B() => Activator.CreateInstance(typeof(A));", "System.Activator")]
    [InlineData("string? B() => Environment.GetEnvironmentVariable(\"a\");", "System.Environment")]
    public void A_way_out_is_seen(string member, string expected) =>
        Assert.Contains(Faults("src/ComplianceRules/Expressions/Tree/A.cs", member), fault => fault.EndsWith($"uses {expected}", StringComparison.Ordinal));

    [Fact]
    public void Plain_arithmetic_passes_and_other_folders_are_not_asked()
    {
        Assert.Empty(Faults("src/ComplianceRules/Expressions/A.cs", "double B(double a) => Math.Abs(a) + new List<int> { 1 }.Count;"));
        Assert.Empty(Faults("src/ComplianceRules/Packs/A.cs", "string B() => File.ReadAllText(\"a\");"));
    }

    private static IEnumerable<string> Faults(string path, string member) =>
        PurityGuard.Faults(SourceCompilation.Compile(SourceFiles.Parse(path, $"public sealed class A {{ public {member} }}")));
}
