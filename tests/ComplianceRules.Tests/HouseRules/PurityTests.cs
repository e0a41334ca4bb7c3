using Microsoft.CodeAnalysis.CSharp;

namespace ComplianceRules.Tests.HouseRules;

public sealed class PurityTests
{
    [Fact]
    public void Expressions_reach_nothing_outside_of_themselves() =>
        NoFaults.In([.. PurityGuard.Faults(SourceCompilation.Library), .. PurityGuard.MemberFaults(SourceCompilation.Library)]);

    [Theory]
    [InlineData("object? B() => typeof(string).Assembly.GetTypes();", "System.Reflection.Assembly")]
    [InlineData("object B() => System.Linq.Expressions.Expression.Constant(1);", "System.Linq.Expressions.Expression")]
    [InlineData("object B() => new System.Reflection.Emit.DynamicMethod(\"a\", null, null);", "System.Reflection.Emit.DynamicMethod")]
    [InlineData("string B() => File.ReadAllText(\"a\");", "System.IO.File")]
    [InlineData("object B() => new HttpClient();", "System.Net.Http.HttpClient")]
    [InlineData("object B() => System.Diagnostics.Process.GetCurrentProcess();", "System.Diagnostics.Process")]
    [InlineData("object? B() => Activator.CreateInstance(typeof(A));", "System.Activator")]
    [InlineData("object B() => new System.Text.RegularExpressions.Regex(\"a\");", "System.Text.RegularExpressions.Regex")]
    [InlineData("object B() => new Thread(() => { });", "System.Threading.Thread")]
    [InlineData("object B() => Task.Run(() => { });", "System.Threading.Tasks.Task")]
    [InlineData("object B() => new Random();", "System.Random")]
    [InlineData("long B() => System.Diagnostics.Stopwatch.GetTimestamp();", "System.Diagnostics.Stopwatch")]
    [InlineData("void B() => Console.Beep();", "System.Console")]
    [InlineData("string? B() => Environment.GetEnvironmentVariable(\"a\");", "System.Environment")]
    public void A_way_out_is_seen(string member, string expected) =>
        Assert.Contains(Faults("src/ComplianceRules/Expressions/Tree/A.cs", member), fault => fault.EndsWith($"uses {expected}", StringComparison.Ordinal));

    [Theory]
    [InlineData("DateTime B() => DateTime.Now;", "System.DateTime.Now")]
    [InlineData("DateTime B() { DateTime now = System.DateTime.UtcNow; return now; }", "System.DateTime.UtcNow")]
    [InlineData("Guid B() => Guid.NewGuid();", "System.Guid.NewGuid")]
    public void A_clock_or_chance_is_seen(string member, string expected) =>
        Assert.Contains(PurityGuard.MemberFaults(Made("src/ComplianceRules/Expressions/A.cs", member)), fault => fault.EndsWith($"uses {expected}", StringComparison.Ordinal));

    [Fact]
    public void What_reads_facts_is_a_way_out_too()
    {
        CSharpCompilation made = SourceCompilation.Compile(
            SourceFiles.Parse("src/ComplianceRules/Facts/Sources/R.cs", "public sealed class R { public static int C() => 1; }"),
            SourceFiles.Parse("src/ComplianceRules/Expressions/A.cs", "public sealed class A { public int B() => R.C(); }"));
        Assert.Contains(PurityGuard.Faults(made), fault => fault.EndsWith("uses <global namespace>.R", StringComparison.Ordinal));
    }

    [Fact]
    public void Plain_arithmetic_passes_and_other_folders_are_not_asked()
    {
        Assert.Empty(Faults("src/ComplianceRules/Expressions/A.cs", "double B(double a) => Math.Abs(a) + new List<int> { 1 }.Count;"));
        Assert.Empty(PurityGuard.MemberFaults(Made("src/ComplianceRules/Expressions/A.cs", "int B() => DateOnly.MinValue.Year + new DateTime(2026, 1, 1).Year;")));
        Assert.Empty(Faults("src/ComplianceRules/Packs/A.cs", "string B() => File.ReadAllText(\"a\");"));
    }

    private static IEnumerable<string> Faults(string path, string member) => PurityGuard.Faults(Made(path, member));

    private static CSharpCompilation Made(string path, string member) => SourceCompilation.Compile(SourceFiles.Parse(path, $"public sealed class A {{ public {member} }}"));
}
